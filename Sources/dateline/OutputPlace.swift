import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a site may be written: never over what it is made of.
enum OutputPlace {
    /// Why a folder may not be the output; nil where it may.
    static func refusal(of output: String, source: String) -> String? {
        if output.isEmpty { return "--output takes a folder." }
        let place = resolved(output)
        let site = resolved(source)
        let inputs = [
            (site, "the site's folder"), (site + "/Content", "Content"), (site + "/Templates", "Templates"),
        ]
        for (input, name) in inputs {
            let real = resolved(input)
            if real.isWritten(as: place) { return "--output \(output) is \(name)." }
            if real.begins(with: place.isWritten(as: "/") ? place : place + "/") {
                return "--output \(output) holds \(name)."
            }
            if !real.isWritten(as: site), place.begins(with: real + "/") {
                return "--output \(output) is inside \(name)."
            }
        }
        return nil
    }

    /// The real path of a folder that may not be there yet: of as much of it as is, and the rest as written.
    private static func resolved(_ path: String) -> String {
        var rest: [Substring] = []
        var existing = path[...]
        while true {
            if let pointer = realpath(existing.isEmpty ? "." : String(existing), nil) {
                defer { free(pointer) }
                let real = String(cString: pointer)
                return rest.reversed().reduce(real) { join($0, $1) }
            }
            // Where even the folder that we are in is gone, the path stays as it was written.
            if existing.isEmpty { return path }
            guard let slash = existing.utf8.lastIndex(of: UInt8(ascii: "/")) else {
                rest.append(existing)
                existing = ""
                continue
            }
            rest.append(existing.pathName)
            existing = slash == existing.startIndex ? "/" : existing[..<slash]
        }
    }

    private static func join(_ path: String, _ name: Substring) -> String {
        if name.isEmpty || name.isWritten(as: ".") { return path }
        if name.isWritten(as: "..") { return path.pathFolder.map(String.init) ?? path }
        return path.isWritten(as: "/") ? "/" + name : path + "/" + name
    }
}
