import Diagnostics
import UTF8Text

/// The results of reading all entry files, sorted by what becomes of them.
struct SortedEntries: Sendable {
    /// The entries of which a site can be built, in timeline order.
    private(set) var entries: [Entry] = []
    /// The entries with an error that prevents a build, in byte order of their paths.
    private(set) var faulty: [Entry] = []
    /// The paths of drafts that are left out, in byte order.
    private(set) var drafts: [String] = []
    /// The entries that were withdrawn, in byte order of their paths.
    private(set) var withheld: [Entry] = []
    /// The diagnostics of all files but drafts and withheld entries, in byte order of the files' paths.
    private(set) var diagnostics: [Diagnostic] = []
    private let includesDrafts: Bool

    /// - Parameters:
    ///   - paths: The paths of the files, in byte order.
    ///   - files: The results, in the same order.
    init(_ paths: [String], _ files: [ContentCache.ReadEntry], includesDrafts: Bool) {
        self.includesDrafts = includesDrafts
        entries.reserveCapacity(files.count)
        for (path, file) in zip(paths, files) {
            guard let entry = file.entry else {
                diagnostics += file.diagnostics
                continue
            }
            if entry.isWithheld {
                // A diagnostic might repeat a part of its text.
                withheld.append(entry)
                continue
            }
            if entry.isDraft, !includesDrafts {
                // Nobody is held to a draft.
                drafts.append(path)
                continue
            }
            diagnostics += file.diagnostics
            if file.diagnostics.areFatal { faulty.append(entry) } else { entries.append(entry) }
        }
        // The order of checks and reports: entries that are sorted once need not be copied again for it.
        entries = EntryOrder.sorted(entries)
    }

    /// Returns a copy for new results of some files: the same as sorting all results again.
    ///
    /// - Parameter changes: The old and the new result of each file; `nil` where there is no file.
    /// - Returns: `nil` unless all of them are entries without diagnostics, neither drafts nor withheld.
    func updated(
        _ changes: [(old: ContentCache.ReadEntry?, new: ContentCache.ReadEntry?)], includesDrafts: Bool
    ) -> SortedEntries? {
        guard includesDrafts == self.includesDrafts else { return nil }
        var next = self
        for (old, new) in changes {
            for file in [old, new].compactMap(\.self) where !file.isPlain { return nil }
            if let entry = old?.entry {
                let number = next.entries.partitioningIndex { !EntryOrder.precedes($0, entry) }
                guard number < next.entries.count, next.entries[number] === entry else { return nil }
                next.entries.remove(at: number)
            }
            if let entry = new?.entry {
                let number = next.entries.partitioningIndex { EntryOrder.precedes(entry, $0) }
                next.entries.insert(entry, at: number)
            }
        }
        return next
    }
}

extension ContentCache.ReadEntry {
    /// Whether the file is an entry that is neither a draft nor withheld, and has no diagnostics.
    fileprivate var isPlain: Bool {
        entry.map { !$0.isDraft && !$0.isWithheld } ?? false && diagnostics.isEmpty
    }
}
