import Diagnostics
import EDTF
import Files
import UTF8Text

/// A timeline with all diagnostics about the content that it is made of.
///
/// If an edit changes only texts of entries, ``rewritten(_:in:reusing:)`` derives the next value from this one without
/// a full rebuild. Checks across entries read the front matter apart from its texts (``FrontMatterFingerprint``) and,
/// of texts, only two things: the anchors that links may name, and the sources that are cited.
public struct CheckedTimeline: Sendable {
    /// The timeline.
    public private(set) var timeline: Timeline
    /// The diagnostics of reading the files.
    private var read: [Diagnostic]
    /// The diagnostics of checks that concern no single entry.
    private let general: [Diagnostic]
    /// The diagnostics of checks of single entries, each located in the entry's own file.
    private var ofEntries: [Diagnostic]
    private var checked: CheckedContent

    /// Creates the timeline of content and checks the content.
    ///
    /// - Parameters:
    ///   - read: The diagnostics of reading the files.
    ///   - asOf: The day that counts as today, which overrides the settings and the content.
    ///   - showsLater: Whether entries with a later day of publication are included.
    ///   - jobs: The number of threads that check entries.
    ///   - older: The timeline of the last build with the same options, and the paths of all files that have changed
    ///     since. Where only entries have changed, the diagnostics of all others are kept unless they depend on them.
    public init(
        _ content: Content, read: [Diagnostic], asOf: CalendarDay? = nil, showsLater: Bool = false,
        jobs: Int = 1, after older: (timeline: CheckedTimeline, changes: [String])? = nil
    ) {
        timeline = Timeline(
            content, asOf: asOf, showsLater: showsLater, after: older?.timeline.timeline)
        checked = CheckedContent(content, leftOut: timeline.leftOut, in: timeline)
        self.read = read
        general = checked.checkBesideEntries()
        ofEntries = Self.diagnostics(of: checked, after: older, jobs: jobs)
    }

    /// Returns the diagnostics of checks of single entries.
    private static func diagnostics(
        of checked: CheckedContent, after older: (timeline: CheckedTimeline, changes: [String])?, jobs: Int
    ) -> [Diagnostic] {
        guard let older, older.changes.allSatisfy(ContentListing.isEntry),
            let affected = checked.affectedEntries(after: older.timeline.checked, older.changes)
        else { return checked.checkEntries(Array(checked.entries.indices), jobs: jobs) }
        var kept = older.timeline.ofEntries
        if !kept.isEmpty {
            let paths = Set(older.changes).union(affected.lazy.map { checked.entries[$0].path })
            kept.removeAll { paths.contains($0.location.path) }
        }
        return kept + checked.checkEntries(affected, jobs: jobs)
    }

    /// All diagnostics: those of reading first, then those of general checks and those of entries.
    public var diagnostics: [Diagnostic] { read + general + ofEntries }

    /// Returns a copy updated to changed texts of entries.
    ///
    /// - Parameters:
    ///   - paths: The paths of the files that have changed.
    ///   - files: The files of the site.
    ///   - cache: The cached results of reading entry files, which is updated.
    /// - Returns: `nil` if more than texts has changed, so that the timeline has to be rebuilt.
    /// - Throws: a ``FileFailure`` if the operating system does not let a file be read.
    public func rewritten(
        _ paths: [String], in files: any FileTree, reusing cache: inout ContentCache
    ) throws(FileFailure) -> CheckedTimeline? {
        // Hidden and faulty entries are checked, but are not in the timeline.
        guard timeline.entries.count == checked.entries.count else { return nil }
        var entries = timeline.entries
        var next = self
        var numbers: [Int] = []
        for path in paths {
            guard let number = checked.number(of: path), entries[number].path.isWritten(as: path),
                !isPointedTo(path),
                let file = try cache.rewrittenEntry(path, in: files, timeline.settings),
                let entry = file.entry
            else { return nil }
            entries[number] = entry
            numbers.append(number)
            next.read.removeAll { $0.location.path == path }
            next.read += file.diagnostics
        }
        // One array for all, so that entries are there once.
        next.timeline = timeline.rewritten(entries)
        next.checked = CheckedContent(checked, rewritten: entries)
        for (number, path) in zip(numbers, paths) {
            next.ofEntries.removeAll { $0.location.path == path }
            next.ofEntries += next.checked.check(number)
        }
        return next
    }

    /// Whether any diagnostic that an update of a file would keep has a location in that file. Offsets in a file shift
    /// when its texts change.
    private func isPointedTo(_ path: String) -> Bool {
        func isNoted(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.notes.contains { $0.location?.path == path }
        }
        return general.contains { $0.location.path == path || isNoted($0) }
            || ofEntries.contains { $0.location.path != path && isNoted($0) }
    }
}
