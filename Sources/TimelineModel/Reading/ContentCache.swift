import CommonMark
import Diagnostics
import Files

/// A cache of decoded entry files, so that a preview decodes only the files that have changed.
///
/// An item is valid for the same path, the same bytes of the file and the same settings, since settings give entries
/// their defaults. Reading with a cache therefore gives the same result as reading without one.
public struct ContentCache: Sendable {
    /// An entry's file and the result of decoding it. It is a class, because a copy of an entry retains all of its
    /// parts.
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

    /// The bytes of `timeline.yml` at the last reading; nil before the first reading, and if there is no such file. The
    /// cached entries depend on this file: it determines the default status and group of entries, and whether HTML in
    /// Markdown is kept.
    private var settings: [UInt8]?
    private var entries: [String: ReadEntry] = [:]

    /// Creates an empty cache.
    public init() {}

    /// Empties the cache unless the settings are those of the last reading.
    mutating func begin(settings bytes: [UInt8]?) {
        if settings != bytes { entries = [:] }
        settings = bytes
    }

    /// Returns the cached result for a file with these bytes, or `nil`.
    func entry(_ path: String, _ bytes: [UInt8]) -> ReadEntry? {
        guard let known = entries[path], known.bytes == bytes else { return nil }
        return known
    }

    /// Reads an entry again whose file may differ from the cached one only in its texts.
    ///
    /// - Returns: The new result, or `nil` if more than texts has changed or the file is not in the cache.
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

    /// Replaces the content of the cache with what was read.
    mutating func keep(_ files: [(path: String, read: ReadEntry)]) {
        var kept: [String: ReadEntry] = [:]
        kept.reserveCapacity(files.count)
        for file in files { kept[file.path] = file.read }
        entries = kept
    }
}

extension ContentCache.ReadEntry {
    /// Whether both results are free of fatal errors and equal in everything that other entries depend on: the front
    /// matter without its texts, the anchors of the body and the cited sources.
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
        guard let fingerprint = FrontMatterFingerprint(of: bytes, path: entry.path) else { return false }
        return fingerprint == FrontMatterFingerprint(of: other.bytes, path: entry.path)
    }
}
