import Diagnostics
import TimelineModel

/// One file of a site, not yet rendered.
public struct OutputFile: Sendable {
    /// What a file holds, made when it is written.
    public enum Body: Sendable {
        /// Appends the file's bytes to a buffer.
        case rendered(@Sendable (inout OutputBuffer) throws(FileFailure) -> Void)
        /// A copy of a file of the site's folder, whose bytes need never be in memory together: `FileTree.open`
        /// gives its size, and any stretch of it.
        case copy(of: String)
    }

    /// The path below the output folder, with `/` between names.
    public let path: String
    public let content: Body
    /// What it is made of, for diagnostics.
    public let origin: String
    /// What names it there, in bytes; empty where the whole file does.
    let originRange: Range<Int>

    public init(_ path: String, of origin: String, at range: Range<Int> = 0..<0, _ content: Body) {
        self.path = path
        self.origin = origin
        originRange = range
        self.content = content
    }

    var place: SourceLocation { SourceLocation(origin, originRange) }

    /// Appends the file's bytes to a buffer: of what is copied too, so that it suits files that are small.
    ///
    /// - Parameter source: the files of the site's folder, for a file that is copied.
    /// - Returns: false where that file is gone.
    /// - Throws: where it cannot be read.
    public func write(
        to buffer: inout OutputBuffer, copyingFrom source: any FileTree
    ) throws(FileFailure) -> Bool {
        switch content {
        case .rendered(let render): try render(&buffer)
        case .copy(let path):
            guard let bytes = try source.read(path) else { return false }
            buffer.append(bytes: bytes)
        }
        return true
    }
}
