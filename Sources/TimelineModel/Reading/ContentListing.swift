import Diagnostics
import UTF8Text

/// The paths of the files below `Content`, sorted by kind of file.
struct ContentListing: Sendable {
    private(set) var entries: [String] = []
    private(set) var pages: [String] = []
    /// The paths of media files, relative to `Content/media`.
    private(set) var media: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let dataFiles = ContentFile.allCases.map(\.rawValue)

    /// Sorts paths into kinds, and reports those that are not read.
    ///
    /// - Parameter folders: The paths of the folders that were searched.
    init(_ paths: [String], folders: [String] = []) {
        for file in ContentFile.allCases where folders.contains(where: { $0.isWritten(as: file.path) }) {
            diagnostics.append(
                Diagnostic(
                    .unreadFile, "'\(file.rawValue)' is a folder, and not read",
                    at: SourceLocation(file.path),
                    fixIts: [Diagnostic.FixIt("put a file of this name there")]))
        }
        // By their bytes: a look at a path letter by letter takes as long as to read a short file.
        for path in paths {
            if path.contains(byte: 0xE2) { diagnostics += WritingDirection.diagnostics(ofFileAt: path) }
            if Self.isEntry(path) {
                entries.append(path)
                continue
            }
            let name = path.utf8.dropFirst(ContentPath.folder.utf8.count + 1)
            let isMarkdown = Self.isMarkdown(path)
            if name.starts(with: "media/".utf8) {
                media.append(String(Substring(name.dropFirst("media/".utf8.count))))
            } else if isMarkdown, name.starts(with: "pages/".utf8) {
                pages.append(path)
            } else {
                reportUnread(path, String(Substring(name)))
            }
        }
    }

    /// Whether a path is that of an entry's file.
    static func isEntry(_ path: String) -> Bool {
        isMarkdown(path) && path.utf8.starts(with: entriesStart.utf8)
    }

    private static let entriesStart = ContentPath.entry("")

    private static func isMarkdown(_ path: String) -> Bool { path.utf8.suffix(3).elementsEqual(".md".utf8) }

    /// Whether a name is that of a backup or swap file, which editors leave beside a file that is being edited.
    private static func isLeftByEditor(_ name: String) -> Bool {
        ["~", ".swp", ".bak", "#"].contains { name.ends(with: $0) }
    }

    /// Whether a file describes its folder, as code hosts show it: `README.md`, `readme.de.md`.
    static func isReadme(_ path: String) -> Bool {
        let name = path.utf8.suffix(
            path.utf8.count
                - (path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
                    path.utf8.distance(from: path.utf8.startIndex, to: $0) + 1
                } ?? 0))
        guard name.first.map({ $0 | 0x20 }) == UInt8(ascii: "r") else { return false }
        return name.prefix { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }.elementsEqual("readme".utf8)
    }

    static func readme(at path: String) -> Diagnostic {
        let name = String(path.dropFirst(ContentPath.folder.utf8.count + 1))
        return Diagnostic(
            .unreadFile, "'\(name)' has no front matter, and is not an entry", at: SourceLocation(path),
            fixIts: [Diagnostic.FixIt("keep it beside Content, or begin it with front matter")])
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
        "Content contains timeline.yml, actors.yml, places.yml, sources.yml, changes.yml, events/**/*.md, pages/*.md and media/**, and nothing else."
    )
}
