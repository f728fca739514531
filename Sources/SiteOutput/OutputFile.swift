import Diagnostics
import Files
import UTF8Text

/// One file of a site, which is rendered when it is written.
public struct OutputFile: Sendable {
    /// The source of a file's bytes.
    public enum Body: Sendable {
        /// Appends the file's bytes to a buffer.
        case rendered(@Sendable (inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``rendered(_:)``, for a file that may be too large for memory: the buffer hands on its bytes while they are
        /// appended, so that the closure may do nothing else with it.
        case streamed(@Sendable (inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``streamed(_:)``, for a file that tells the same as another streamed one: if that one is the next in the order
        /// of paths, the second closure appends the bytes of both, in less time than one after the other.
        case paired(
            @Sendable (inout OutputBuffer) throws(RenderingFailure) -> Void, next: String,
            @Sendable (inout OutputBuffer, inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``rendered(_:)``, for a file that takes long to render. The first closure says whether the bytes of an
        /// existing file are those that rendering would give again; the file is then left as it is.
        case lasting(
            isCurrent: @Sendable ([UInt8]) -> Bool,
            @Sendable (inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// A copy of a file of the site's folder. Its bytes need never be in memory at once: `FileTree.open` gives
        /// its size and any range of it.
        case copy(of: String)

        /// Whether the bytes may take as long as those of a hundred pages.
        var takesLong: Bool {
            switch self {
            case .streamed, .paired, .lasting: true
            case .rendered, .copy: false
            }
        }
    }

    /// The path below the output folder, with `/` as separator.
    public let path: String
    /// The source of the file's bytes.
    public let content: Body
    /// The path of the source file that this file comes from, for diagnostics.
    public let origin: String
    /// The byte range in ``origin`` that gives the file its path; empty if the whole source file does.
    let originRange: Range<Int>

    /// - Parameters:
    ///   - path: the path below the output folder.
    ///   - origin: the path of the source file, for diagnostics.
    ///   - range: the byte range in the source file that gives the file its path.
    public init(_ path: String, of origin: String, at range: Range<Int> = 0..<0, _ content: Body) {
        self.path = path
        self.origin = origin
        originRange = range
        self.content = content
    }

    /// The location that a diagnostic about this file points to.
    var location: SourceLocation { SourceLocation(origin, originRange) }

    /// Appends the file's bytes to a buffer. They are then in memory as a whole, so it suits small files only.
    ///
    /// - Parameter source: the files of the site's folder, for a file that is copied.
    /// - Returns: false if the file to be copied no longer exists.
    /// - Throws: if the file to be copied cannot be read, or the page cannot be made.
    public func write(
        to buffer: inout OutputBuffer, copyingFrom source: any FileTree
    ) throws(WriteFailure) -> Bool {
        switch content {
        case .rendered(let render), .streamed(let render), .paired(let render, _, _), .lasting(_, let render):
            do throws(RenderingFailure) { try render(&buffer) } catch { throw .page(error.mistake) }
        case .copy(let path):
            let bytes = try usingFiles { () throws(FileFailure) in try source.read(path) }
            guard let bytes else { return false }
            buffer.append(bytes: bytes)
        }
        return true
    }
}
