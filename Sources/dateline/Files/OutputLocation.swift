import Diagnostics
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The rule for the output folder: a site is never written over its own sources.
enum OutputLocation {
    /// The reason why a folder may not be the output; nil if it may.
    static func refusal(of output: String, source: String) -> String? {
        if output.isEmpty { return "--output takes a folder." }
        let location = Location(resolved(output))
        let site = Location(resolved(source))
        if site.isSame(as: location) { return "--output \(output) is the site's folder." }
        if site.isInside(location) { return "--output \(output) contains the site's folder." }
        for name in InputFolder.all {
            let input = Location(resolved(site.path + "/" + name))
            if input.isSame(as: location) { return "--output \(output) is \(name)." }
            if input.isInside(location) { return "--output \(output) contains \(name)." }
            if location.isInside(input) { return "--output \(output) is inside \(name)." }
        }
        return nil
    }

    /// The reason why a file for other programs may not be written; nil if it may. It must not be read as content, nor
    /// get into a site by chance.
    ///
    /// - Parameters:
    ///   - option: the option that names the file.
    ///   - output: the output folder of the site; nil if it is unknown.
    static func refusal(ofFile file: String, option: String, output: String?, source: String) -> String? {
        if file.isEmpty { return "\(option) takes a file, or - for standard output." }
        let location = Location(resolved(file))
        let folders = [output].compactMap(\.self) + InputFolder.all.map { source + "/" + $0 }
        for folder in folders where location.isInside(Location(resolved(folder))) {
            return "\(option) \(file) is inside \(folder)."
        }
        return nil
    }

    /// A folder with its real path, its identity and the identities of its parents. Paths alone do not suffice: some
    /// systems treat two paths as one, and a folder can be mounted at two paths.
    private struct Location {
        let path: String
        private let identity: Identity?
        private let holders: Set<Identity>

        init(_ path: String) {
            self.path = path
            identity = Identity(path)
            var holders: Set<Identity> = []
            var folder = path.pathFolder
            while let holder = folder {
                if let identity = Identity(holder.isEmpty ? "/" : String(holder)) { holders.insert(identity) }
                folder = holder.pathFolder
            }
            self.holders = holders
        }

        func isSame(as other: Location) -> Bool {
            path.isWritten(as: other.path) || identity != nil && identity == other.identity
        }

        func isInside(_ other: Location) -> Bool {
            path.isPath(inside: other.path) || other.identity.map(holders.contains) ?? false
        }
    }

    /// The identity of an existing folder: its device and inode numbers.
    private struct Identity: Hashable {
        private let device: UInt64
        private let number: UInt64

        /// Nil if nothing exists at the path.
        init?(_ path: String) {
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { return nil }
            (device, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino))
        }
    }

    /// The real path of a folder that may not exist yet: the existing part is resolved, and the rest kept as written.
    private static func resolved(_ path: String) -> String {
        var rest: [Substring] = []
        var existing = path[...]
        while true {
            if let pointer = unsafe realpath(existing.isEmpty ? "." : String(existing), nil) {
                defer { unsafe free(pointer) }
                let real = unsafe String(cString: pointer)
                return rest.reversed().reduce(real) { join($0, $1) }
            }
            // If even the current folder is gone, the path is kept as written.
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
