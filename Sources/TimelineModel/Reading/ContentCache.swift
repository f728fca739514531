import CommonMark
import Diagnostics

/// What earlier readings made of files, so that a preview reads again only what has changed.
///
/// A file is known by its path and its bytes, and what was made of it by the settings that give entries their
/// defaults: a reading with a cache finds what one without it finds.
public struct ContentCache: Sendable {
    /// An entry's file, and what was made of it. A class, since a copy of an entry counts references on all of
    /// its parts.
    final class ReadEntry: Sendable {
        let bytes: [UInt8]
        let entry: Entry?
        let diagnostics: [Diagnostic]

        init(bytes: [UInt8], entry: Entry?, diagnostics: [Diagnostic]) {
            self.bytes = bytes
            self.entry = entry
            self.diagnostics = diagnostics
        }
    }

    /// What `timeline.yml` held when the entries were read: it gives them status and group, and says what
    /// becomes of HTML.
    private var settings: [UInt8]?
    private var entries: [String: ReadEntry] = [:]

    public init() {}

    /// Forgets everything unless the settings are those of the last reading.
    mutating func begin(settings bytes: [UInt8]?) {
        if settings != bytes { entries = [:] }
        settings = bytes
    }

    /// What is known of a file with these bytes.
    func entry(_ path: String, _ bytes: [UInt8]) -> ReadEntry? {
        guard let known = entries[path], known.bytes == bytes else { return nil }
        return known
    }

    /// Reads an entry again that may differ from what is known of it in its texts alone.
    ///
    /// - Returns: nil where it differs in more, or where nothing is known of it.
    mutating func rewrittenEntry(
        _ path: String, in files: any FileTree, _ settings: Settings
    ) throws(FileFailure) -> ReadEntry? {
        guard let old = entries[path] else { return nil }
        let options = MarkdownOptions(rawHTML: settings.allowsRawHTML)
        let new = try EntryReader.read(path, from: files, settings, options, ContentCache())
        guard old.differsInTextsAlone(from: new) else { return nil }
        entries[path] = new
        return new
    }

    /// Keeps what was read, and nothing else.
    mutating func keep(_ files: [(path: String, read: ReadEntry)]) {
        var kept: [String: ReadEntry] = [:]
        kept.reserveCapacity(files.count)
        for file in files { kept[file.path] = file.read }
        entries = kept
    }
}

extension ContentCache.ReadEntry {
    /// True where both can be built, and what lies between entries rests on nothing in which they differ: the
    /// front matter is the same but for texts, and texts have the same anchors and cite the same sources.
    fileprivate func differsInTextsAlone(from other: ContentCache.ReadEntry) -> Bool {
        guard let entry, let its = other.entry, entry.isReadable, its.isReadable,
            !diagnostics.areFatal, !other.diagnostics.areFatal,
            entry.body.document.headings.map(\.id) == its.body.document.headings.map(\.id),
            entry.citations.map(\.id) == its.citations.map(\.id)
        else { return false }
        let start = entry.body.range.lowerBound
        if start == its.body.range.lowerBound, bytes.prefix(start) == other.bytes.prefix(start) {
            return true
        }
        guard let outline = FrontMatterFingerprint(of: bytes, path: entry.path) else { return false }
        return outline == FrontMatterFingerprint(of: other.bytes, path: entry.path)
    }
}
