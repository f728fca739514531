import CommonMark
import Diagnostics
import Files
import UTF8Text

/// A cache of decoded entry files, so that a preview decodes only the files that have changed.
///
/// An item is valid for the same path, the same bytes of the file and the same settings, since settings give entries
/// their defaults. Reading with a cache therefore gives the same result as reading without one. A reader that knows which
/// files have changed since the last reading takes the items of all others without reading their files.
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
    /// The files and folders of the last reading, and the same by kind of file.
    private var listed: (files: [String], folders: [String], listing: ContentListing)?
    /// The paths of the cached files, in byte order.
    private var paths: [String] = []
    /// The cached results, in the same order.
    private var entries: [ReadEntry] = []
    /// The sorted results of the last reading; nil after a change of a single result.
    private var sorted: SortedEntries?

    /// Creates an empty cache.
    public init() {}

    /// Returns the paths of a listing by kind of file. If the listing is that of the last reading, so is the result.
    mutating func listing(of found: FileListing) -> ContentListing {
        let folders = found.folders.map(\.path)
        if let listed, listed.files.areWritten(as: found.files), listed.folders.areWritten(as: folders) {
            return listed.listing
        }
        let listing = ContentListing(found.files, folders: folders)
        listed = (found.files, folders, listing)
        return listing
    }

    /// Empties the cache unless the settings are those of the last reading.
    mutating func begin(settings bytes: [UInt8]?) {
        if settings != bytes {
            paths = []
            entries = []
            sorted = nil
        }
        settings = bytes
    }

    /// Returns the cached result for a file with these bytes, or `nil`.
    func entry(_ path: String, _ bytes: [UInt8]) -> ReadEntry? {
        guard let known = entry(path), known.bytes == bytes else { return nil }
        return known
    }

    /// Returns the result of the last reading of a file, or `nil`.
    private func entry(_ path: String) -> ReadEntry? {
        paths.indexInByteOrder(of: path).map { entries[$0] }
    }

    /// Returns the results of the last reading for files, each `nil` where there was none or the file has changed.
    ///
    /// - Parameters:
    ///   - wanted: The paths of the files, in byte order.
    ///   - changes: The paths of all files that have changed, appeared or disappeared since.
    func entries(_ wanted: [String], unlessAmong changes: [String]) -> [ReadEntry?] {
        // As many files with the same changed ones among them are the same files.
        let isSame = wanted.count == paths.count
        if isSame,
            changes.allSatisfy({
                (paths.indexInByteOrder(of: $0) == nil) == (wanted.indexInByteOrder(of: $0) == nil)
            })
        {
            var known = entries.map { Optional($0) }
            for path in changes { if let number = wanted.indexInByteOrder(of: path) { known[number] = nil } }
            return known
        }
        var old = 0
        var known: [ReadEntry?] = wanted.map { path in
            // Nearly all files are those of the last reading.
            if old < paths.count, !paths[old].isWritten(as: path) {
                while old < paths.count, isOrdered(paths[old], path) { old += 1 }
            }
            guard old < paths.count, paths[old].isWritten(as: path) else { return nil }
            defer { old += 1 }
            return entries[old]
        }
        for path in changes { if let number = wanted.indexInByteOrder(of: path) { known[number] = nil } }
        return known
    }

    /// Reads an entry again whose file may differ from the cached one only in its texts.
    ///
    /// - Returns: The new result, or `nil` if more than texts has changed or the file is not in the cache.
    mutating func rewrittenEntry(
        _ path: String, in files: any FileTree, _ settings: Settings
    ) throws(FileFailure) -> ReadEntry? {
        guard let number = paths.indexInByteOrder(of: path) else { return nil }
        let old = entries[number]
        let options = MarkdownOptions(rawHTML: settings.allowsRawHTML)
        let new = try EntryReader.read(
            path, from: files, settings, options, ContentCache(), keepsMarkdown: true)
        guard old.differsInTextsAlone(from: new) else { return nil }
        entries[number] = new
        sorted = nil
        return new
    }

    /// Replaces the content of the cache with what was read, and sorts it.
    ///
    /// - Parameter changes: The paths of all files that have changed, appeared or disappeared since the last reading;
    ///   `nil` if unknown.
    mutating func keep(
        _ paths: [String], _ entries: [ReadEntry], includesDrafts: Bool, after changes: [String]?
    ) -> SortedEntries {
        let old = self
        self.paths = paths
        self.entries = entries
        sorted = nil
        let updated = changes.flatMap { changes in
            old.sorted?.updated(
                changes.map { (old.entry($0), entry($0)) }, includesDrafts: includesDrafts)
        }
        let sorted = updated ?? SortedEntries(paths, entries, includesDrafts: includesDrafts)
        self.sorted = sorted
        return sorted
    }
}

extension ContentCache.ReadEntry {
    /// Whether both results are free of fatal errors and equal in everything that other entries depend on: the front
    /// matter without its texts, the anchors of the body and the cited sources.
    fileprivate func differsInTextsAlone(from other: ContentCache.ReadEntry) -> Bool {
        guard let entry, let its = other.entry, entry.isReadable, its.isReadable,
            !diagnostics.areFatal, !other.diagnostics.areFatal,
            entry.body.headings.map(\.id) == its.body.headings.map(\.id),
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
