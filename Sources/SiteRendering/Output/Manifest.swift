import Diagnostics

/// The list of files that builds of ours wrote: the only ones that a later build may replace or remove.
struct Manifest: Sendable {
    static let name = ".dateline-manifest"
    private static let heading = "# Files that Dateline wrote here. It replaces and removes no others."

    var paths: Set<String>

    init(_ paths: some Sequence<String> = []) {
        self.paths = Set(paths)
    }

    /// Reads a manifest; lines that are no path below the folder are ignored, since whoever wrote them may
    /// mean us to remove something elsewhere.
    init(parsing bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        paths = Set(
            lines.lazy.filter { $0.first != UInt8(ascii: "#") && isPathBelow($0) }
                .map { String(decoding: $0, as: UTF8.self) })
    }

    /// The paths in byte order, which is the order of an output tree.
    var sortedPaths: [String] { paths.sorted(byBytesOf: \.self) }

    /// The same paths always give the same bytes.
    var bytes: [UInt8] { Self.bytes(ofSorted: sortedPaths) }

    /// The bytes of a manifest of paths that are in byte order.
    static func bytes(ofSorted paths: some Sequence<String>) -> [UInt8] {
        var bytes = Array(heading.utf8)
        for path in paths {
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(text: path)
        }
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}
