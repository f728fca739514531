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
        // By their bytes: a look at a path letter by letter takes as long as to read a short file.
        for path in paths {
            let name = path.utf8.dropFirst(ContentPath.folder.utf8.count + 1)
            let isMarkdown = name.suffix(3).elementsEqual(".md".utf8)
            if name.starts(with: "media/".utf8) {
                media.append(String(Substring(name.dropFirst("media/".utf8.count))))
            } else if isMarkdown, name.starts(with: "events/".utf8) {
                entries.append(path)
            } else if isMarkdown, name.starts(with: "pages/".utf8) {
                pages.append(path)
            } else {
                reportUnread(path, String(Substring(name)))
            }
        }
    }

    /// Copies that editors leave beside a file that is being worked on.
    private static func isLeftByEditor(_ name: String) -> Bool {
        ["~", ".swp", ".bak", "#"].contains { name.ends(with: $0) }
    }

    private mutating func reportUnread(_ path: String, _ name: String) {
        if Self.dataFiles.contains(name) || Self.isLeftByEditor(name) { return }
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
