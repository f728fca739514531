import Diagnostics
import SiteOutput
import UTF8Text

/// One planned file of a site: its path, and how to produce it from the site.
///
/// It receives the site when it is rendered, so that one plan serves every site with the same files. It is a class
/// since plans of ten thousands of files are sorted and passed on.
final class PlannedFile: Sendable {
    /// The source of a file's bytes.
    enum Body: Sendable {
        /// Appends the file's bytes to a buffer.
        case rendered(@Sendable (Site, inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``rendered(_:)``, for a file that may be too large for memory; the closure only appends to the buffer.
        case streamed(@Sendable (Site, inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``streamed(_:)``, for a file that tells the same as another streamed one: if that one is the next in the order
        /// of paths, the second closure appends the bytes of both.
        case paired(
            @Sendable (Site, inout OutputBuffer) throws(RenderingFailure) -> Void, next: String,
            @Sendable (Site, inout OutputBuffer, inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// Like ``rendered(_:)``, for a file that takes long to render. The first closure says whether the bytes of an
        /// existing file are those that rendering would give again.
        case lasting(
            isCurrent: @Sendable (Site, [UInt8]) -> Bool,
            @Sendable (Site, inout OutputBuffer) throws(RenderingFailure) -> Void)
        /// A copy of a file of the site's folder.
        case copy(of: String)
    }

    /// The path below the output folder.
    let path: String
    /// The path of the source file that this file comes from, for diagnostics.
    let origin: String
    /// The byte range in ``origin`` that gives the file its path; empty if the whole source file does.
    let originRange: Range<Int>
    /// The source of the file's bytes.
    let content: Body
    /// Whether the sitemap lists the file, which is then a page.
    let isListed: Bool

    init(
        _ path: String, of origin: String, at range: Range<Int> = 0..<0, _ content: Body,
        isListed: Bool = false
    ) {
        self.path = path
        self.origin = origin
        originRange = range
        self.content = content
        self.isListed = isListed
    }

    /// The location that a diagnostic about this file points to.
    var location: SourceLocation { SourceLocation(origin, originRange) }

    /// Returns the file for one site.
    func of(_ site: Site) -> OutputFile {
        switch content {
        case .rendered(let render):
            OutputFile(
                path, of: origin, at: originRange,
                .rendered { output throws(RenderingFailure) in try render(site, &output) })
        case .streamed(let render):
            OutputFile(
                path, of: origin, at: originRange,
                .streamed { output throws(RenderingFailure) in try render(site, &output) })
        case .paired(let render, let next, let renderBoth):
            OutputFile(
                path, of: origin, at: originRange,
                .paired(
                    { output throws(RenderingFailure) in try render(site, &output) }, next: next,
                    { (output, other) throws(RenderingFailure) in try renderBoth(site, &output, &other) }))
        case .lasting(let isCurrent, let render):
            OutputFile(
                path, of: origin, at: originRange,
                .lasting(isCurrent: { isCurrent(site, $0) }) { output throws(RenderingFailure) in
                    try render(site, &output)
                })
        case .copy(let source): OutputFile(path, of: origin, at: originRange, .copy(of: source))
        }
    }
}

/// The planned files of one site, in byte order of their paths.
struct PlannedFiles: OutputPlan {
    let files: [PlannedFile]
    let site: Site

    var count: Int { files.count }
    func path(at number: Int) -> String { files[number].path }
    func file(at number: Int) -> OutputFile { files[number].of(site) }
}
