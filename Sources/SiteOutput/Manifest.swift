import Diagnostics
import UTF8Text

/// The list of files that builds of this program wrote: the only ones that a later build may replace or remove.
struct Manifest: Sendable {
    /// The manifest's file name in the output folder.
    static let name = ".dateline-manifest"
    /// The first line of the file, a comment for people who find it.
    private static let heading = "# Files that Dateline wrote here. It replaces and removes no others."

    /// The paths of the files below the output folder.
    var paths: Set<String>

    init(_ paths: some Sequence<String> = []) {
        self.paths = Set(paths)
    }

    /// Parses a manifest. A line that is not a path below the folder is ignored, since whoever wrote it may want a
    /// file elsewhere to be removed.
    init(parsing bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        paths = Set(
            lines.lazy.filter { $0.first != UInt8(ascii: "#") && isPathBelow($0) }
                .map { String(decoding: $0, as: UTF8.self) })
    }

    /// The paths in byte order, which is the order of an output tree.
    var sortedPaths: [String] { paths.sorted(byBytesOf: \.self) }

    /// The bytes of the file; equal sets of paths give equal bytes.
    var bytes: [UInt8] { Self.bytes(ofSorted: sortedPaths) }

    /// Returns the bytes of a manifest for paths that are in byte order.
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
