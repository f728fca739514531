import Diagnostics
import EDTF

/// A timeline, and everything that is wrong with the content that it is made of.
///
/// Where nothing but texts of entries has changed it is carried on and not made anew. What stands between
/// entries rests on their front matter without the texts in it (``FrontMatterFingerprint``), and of texts on two
/// things: the anchors that links may name, and what is cited.
public struct CheckedTimeline: Sendable {
    public private(set) var timeline: Timeline
    /// What the readers have found.
    private var read: [Diagnostic]
    /// What is wrong beside the entries.
    private let general: [Diagnostic]
    /// What is wrong with entries, each diagnostic in the entry's own file.
    private var ofEntries: [Diagnostic]
    private var checked: CheckedContent

    /// Puts content together and checks it.
    ///
    /// - Parameters:
    ///   - read: what its readers have found.
    ///   - asOf: the day that counts as today, in place of the settings' and the content's own.
    ///   - showsLater: true where entries to be published later are in it all the same.
    public init(
        _ content: Content, read: [Diagnostic], asOf: CalendarDay? = nil, showsLater: Bool = false,
        jobs: Int = 1
    ) {
        timeline = Timeline(content, asOf: asOf, showsLater: showsLater)
        checked = CheckedContent(content, leftOut: timeline.leftOut)
        self.read = read
        general = checked.checkBesideEntries()
        ofEntries = checked.checkEntries(jobs: jobs)
    }

    public var diagnostics: [Diagnostic] { read + general + ofEntries }

    /// The same with entries whose texts have changed.
    ///
    /// - Parameters:
    ///   - paths: the files that have changed.
    ///   - cache: what was made of the files before; what is made of them now is kept there.
    /// - Returns: nil where more has changed than texts, so that everything is to be made anew.
    public func rewritten(
        _ paths: [String], in files: any FileTree, reusing cache: inout ContentCache
    ) throws(FileFailure) -> CheckedTimeline? {
        // Entries that are hidden or faulty stand among those that are checked, and not in the timeline.
        guard timeline.entries.count == checked.entries.count else { return nil }
        var entries = timeline.entries
        var next = self
        var numbers: [Int] = []
        for path in paths {
            guard let number = checked.number(of: path), !isPointedTo(path),
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

    /// True where what is wrong elsewhere is told with a place in a file: places move with texts.
    private func isPointedTo(_ path: String) -> Bool {
        func isNoted(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.notes.contains { $0.location?.path == path }
        }
        return general.contains { $0.location.path == path || isNoted($0) }
            || ofEntries.contains { $0.location.path != path && isNoted($0) }
    }
}
