import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Folders on disk, by their paths in the system.
public enum Folders {
    /// A name in a folder.
    public struct Name: Sendable {
        /// The name; nil if it is not valid UTF-8.
        public let text: String?
        /// The type that the folder states, such as `DT_REG`; `DT_UNKNOWN` on file systems that state none.
        public let type: UInt8
    }

    /// Returns the names in a folder except `.` and `..`, in the order in which the system gives them.
    ///
    /// - Parameter path: the path for the message of a failure; nil for that of the folder.
    /// - Throws: if the folder cannot be opened or read.
    public static func names(in folder: String, as path: String? = nil) throws(FileFailure) -> [Name] {
        guard let stream = unsafe opendir(folder) else { throw FileFailure(errorAt: path ?? folder) }
        defer { unsafe closedir(stream) }
        var names: [Name] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let text = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(validatingCString: $0)
                }
            }
            if text != ".", text != ".." { unsafe names.append(Name(text: text, type: entry.pointee.d_type)) }
            errno = 0
        }
        guard errno == 0 else { throw FileFailure(errorAt: path ?? folder) }
        return names
    }

    /// Creates a folder with all of its parents.
    ///
    /// - Parameters:
    ///   - path: the path that a failure names, if it is another one than that of the folder in question.
    ///   - made: called with the path of each folder that did not exist.
    /// - Throws: if one of them cannot be created.
    public static func make(
        _ folder: String, as path: String? = nil, made: (String) -> Void = { _ in }
    ) throws(FileFailure) {
        var current = folder.begins(with: "/") ? "" : "."
        for name in folder.pathNames {
            current += "/" + name
            if unsafe mkdir(current, 0o755) == 0 {
                made(current)
            } else if errno != EEXIST {
                throw FileFailure(errorAt: path ?? current)
            }
        }
    }
}
