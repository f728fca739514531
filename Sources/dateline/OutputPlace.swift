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
            if real == place { return "--output \(output) is \(name)." }
            if real.hasPrefix(place == "/" ? place : place + "/") {
                return "--output \(output) holds \(name)."
            }
            if real != site, place.hasPrefix(real + "/") { return "--output \(output) is inside \(name)." }
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
            guard let slash = existing.lastIndex(of: "/") else {
                rest.append(existing)
                existing = ""
                continue
            }
            rest.append(existing[existing.index(after: slash)...])
            existing = slash == existing.startIndex ? "/" : existing[..<slash]
        }
    }

    private static func join(_ path: String, _ name: Substring) -> String {
        switch name {
        case "", ".": return path
        case "..": return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
        default: return path == "/" ? "/" + name : path + "/" + name
        }
    }
}
