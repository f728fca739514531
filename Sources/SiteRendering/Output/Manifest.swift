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
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        paths = Set(lines.filter { !$0.hasPrefix("#") && Self.isBelow($0) }.map(String.init))
    }

    /// The same paths always give the same bytes.
    var bytes: [UInt8] {
        let sorted = paths.sorted { isOrdered($0, $1) }
        return Array(([Self.heading] + sorted).joined(separator: "\n").utf8) + [0x0A]
    }

    private static func isBelow(_ path: Substring) -> Bool {
        !path.isEmpty && !path.utf8.contains(0)
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0 != "." && $0 != ".."
            }
    }
}
