import TimelineModel

/// One file of a site, planned: where it stands, and how it is made of the site.
///
/// The site is told when it is made, so that a plan serves every site that has the same files. A class, since a plan of
/// ten thousands is put into order and handed on.
final class PlannedFile: Sendable {
    enum Body: Sendable {
        /// Appends the file's bytes to a buffer.
        case rendered(@Sendable (Site, inout OutputBuffer) throws(FileFailure) -> Void)
        /// A copy of a file of the site's folder.
        case copy(of: String)
    }

    /// The path below the output folder.
    let path: String
    /// What it is made of, for diagnostics.
    let origin: String
    /// What names it there, in bytes; empty where the whole file does.
    let originRange: Range<Int>
    let content: Body
    /// True for pages that search engines are told of.
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

    /// The file as it is of a site.
    func of(_ site: Site) -> OutputFile {
        switch content {
        case .rendered(let render):
            OutputFile(
                path, of: origin, at: originRange,
                .rendered { output throws(FileFailure) in try render(site, &output) })
        case .copy(let source): OutputFile(path, of: origin, at: originRange, .copy(of: source))
        }
    }
}
