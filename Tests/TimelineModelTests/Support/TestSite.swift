import Diagnostics
import Files
import TestSupport

@testable import TimelineModel

/// A small site in memory, whose files may have marked ranges.
struct TestSite {
    static let entryPath = "Content/events/closed.md"

    private(set) var files: [String: MarkedText] = [:]
    /// Bytes instead of texts, for files that may be invalid UTF-8.
    var bytes: [String: [UInt8]] = [:]
    /// Files that are listed but not read.
    var unread: [UnreadFile] = []

    /// A sound site of one entry, some of whose files are replaced, or left out if the text is nil.
    init(_ files: [String: String?] = [:]) {
        for (path, text) in Self.sound.merging(files, uniquingKeysWith: { $1 }) {
            self.files[path] = text.map { MarkedText($0, labelled: true) }
        }
    }

    /// A sound site with further keys and a body in its entry.
    init(_ keys: String, body: String = "", files: [String: String?] = [:]) {
        self.init([Self.entryPath: Self.entry(keys, body: body)].merging(files) { $1 })
    }

    static func entry(_ keys: String = "", body: String = "") -> String {
        let lines = keys.isEmpty ? "" : keys + "\n"
        return
            "---\ntitle: Harbour closed\ndate: 1911-08-11\nstatus: confirmed\nsources: [gazette]\n\(lines)---\n\(body)"
    }

    private static let sound: [String: String?] = [
        "Content/timeline.yml": "title: Site\ngroups: [{id: shipping, name: Shipping}]\n",
        "Content/actors.yml": "port-authority: {name: Port Authority}\ndockers: {name: Dockers}\n",
        "Content/places.yml":
            "west-harbour: {name: West Harbour, lat: 53.54, lon: 9.98}\nold-quay: {name: Old Quay}\n",
        "Content/sources.yml": "gazette: {title: Report, date: 1911-08-12}\ncourier: {publisher: Courier}\n",
        "Content/media/quay.jpg": "GIF89a\u{1}\u{0}\u{1}\u{0}",
        entryPath: entry(),
    ]

    var tree: MemoryFileTree {
        var tree = MemoryFileTree(files.mapValues { Array($0.text.utf8) }.merging(bytes) { $1 })
        tree.unread = unread
        return tree
    }

    func text(_ path: String) -> String { files[path]?.text ?? "" }

    func read(jobs: Int = 1, includesDrafts: Bool = false) throws -> (
        content: Content, diagnostics: [Diagnostic]
    ) {
        try ContentReader(tree, jobs: jobs, includesDrafts: includesDrafts).read()
    }

    /// All diagnostics that a command would find.
    func diagnostics(jobs: Int = 1) throws -> [Diagnostic] {
        let (content, found) = try read(jobs: jobs)
        let timeline = Timeline(content)
        return (found + content.check(leftOut: timeline.leftOut, jobs: jobs)).sortedByLocation()
    }

    /// The diagnostics as `LABEL rule: summary → fix`, with the file's name if it is not the entry.
    func found(jobs: Int = 1) throws -> [String] {
        try diagnostics(jobs: jobs).map(line)
    }

    func line(_ diagnostic: Diagnostic) -> String {
        var line = "\(place(diagnostic.location)) \(diagnostic.rule.id): \(diagnostic.summary)"
        for fixIt in diagnostic.fixIts { line += " → " + fixIt.summary }
        for note in diagnostic.notes {
            let site = note.location.map { place($0) } ?? ""
            line += " (\(site) \(note.summary))"
        }
        return line
    }

    private func place(_ location: SourceLocation) -> String {
        let label = files[location.path]?.label(of: location.range) ?? "\(location.range)"
        if location.path == Self.entryPath { return label }
        return location.path.split(separator: "/").dropFirst().joined(separator: "/") + "@" + label
    }

    /// The site without marks after the edits of each diagnostic's first fix-it; further ones are other readings.
    func fixed(_ diagnostics: [Diagnostic]) -> TestSite {
        var fixed = self
        let edits = diagnostics.compactMap(\.fixIts.first).flatMap(\.edits)
        for (path, marked) in files {
            var bytes = Array(marked.text.utf8)
            let here = edits.filter { $0.location.path == path }
            for edit in here.sorted(by: { $0.location.range.lowerBound > $1.location.range.lowerBound }) {
                bytes.replaceSubrange(edit.location.range, with: Array(edit.text.utf8))
            }
            fixed.files[path] = MarkedText(String(decoding: bytes, as: UTF8.self), labelled: true)
        }
        return fixed
    }
}
