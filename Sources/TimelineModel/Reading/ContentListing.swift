import Diagnostics

/// The files below `Content`, by what they are.
struct ContentListing {
    private(set) var entries: [String] = []
    private(set) var pages: [String] = []
    /// Paths below `Content/media`.
    private(set) var media: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let dataFiles = ContentFile.allCases.map(\.rawValue)

    init(_ paths: [String]) {
        for path in paths {
            let name = path.dropFirst(ContentPath.folder.utf8.count + 1)
            if name.hasPrefix("media/") {
                media.append(String(name.dropFirst("media/".utf8.count)))
            } else if name.hasSuffix(".md"), name.hasPrefix("events/") {
                entries.append(path)
            } else if name.hasSuffix(".md"), name.hasPrefix("pages/") {
                pages.append(path)
            } else if !Self.dataFiles.contains(String(name)), !Self.isLeftByEditor(name) {
                reportUnread(path, String(name))
            }
        }
    }

    /// Copies that editors leave beside a file that is being worked on.
    private static func isLeftByEditor(_ name: Substring) -> Bool {
        name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".bak") || name.hasSuffix("#")
    }

    private mutating func reportUnread(_ path: String, _ name: String) {
        let nearest = nearestName(to: name, among: Self.dataFiles)
        let fixIts = nearest.map { [Diagnostic.FixIt("name it \($0)")] } ?? []
        diagnostics.append(
            Diagnostic(.unreadFile, "'\(name)' is not read", at: SourceLocation(path), fixIts: fixIts))
    }
}

extension Rule {
    static let unreadFile = Rule(
        "unread-file", .warning,
        "Content holds timeline.yml, actors.yml, places.yml, sources.yml, events/**/*.md, pages/*.md and media/**."
    )
}
