import Diagnostics
import EDTF
import UTF8Text

/// Reports entries that may describe the same event: they begin on one day, and the sets of words in their titles are
/// equal, or equal once a word is removed from one of them or from each.
///
/// Case and small words such as `the` do not count. A word is removed only from a title of more than three words, and
/// never a number. An entry that names the other in `see_also` or `outcome` is not reported.
///
/// Each such set is a key, and entries with a common key are alike. Each entry is therefore compared with at most one
/// other and not with all.
func checkDuplicates(_ all: CheckedContent) -> [Diagnostic] {
    var first: [TitleKey: Int] = [:]
    var found: [Diagnostic] = []
    for (number, entry) in all.entries.enumerated() where entry.isReadable && !entry.date.range.isEmpty {
        guard let day = entry.startDay else { continue }
        var nearest: Int?
        for words in TitleKey.wordSets(entry.title.value) {
            let key = TitleKey(day: day, words: words)
            if let other = first[key] {
                nearest = min(nearest ?? other, other)
            } else {
                first[key] = number
            }
        }
        guard let nearest, nearest != number else { continue }
        let other = all.entries[nearest]
        // Who names the other entry knows of it.
        if entry.refers(to: other) || other.refers(to: entry) { continue }
        found.append(
            Diagnostic(
                .nearDuplicate, "nearly the same as '\(other.title.value)'",
                at: SourceLocation(entry.path, entry.title.range),
                notes: [
                    Diagnostic.Note("the other entry", at: SourceLocation(other.path, other.title.range))
                ],
                fixIts: [Diagnostic.FixIt("make one entry of the two, or add see_also:")]))
    }
    return found
}

/// The day and the set of words by which entries are compared.
private struct TitleKey: Hashable {
    var day: CalendarDay
    /// The sum of the hashes of the words, which does not depend on their order.
    var words: UInt64

    /// Returns the keys of a title: one for all its words, and one for each word removed. Numbers are never removed:
    /// day 1 of a strike is not day 2.
    static func wordSets(_ title: String) -> [UInt64] {
        let all = Set(wordList(of: title)).subtracting(small)
        var sets = [UInt64(all.count)]
        for word in all { sets[0] = sets[0] &+ hash(word) }
        guard all.count > 3 else { return sets }
        for word in all where !word.contains(where: \.isNumber) {
            sets.append(sets[0] &- hash(word) &- 1)
        }
        return sets
    }

    private static let small: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "and", "for", "by", "from", "with",
    ]

    /// Returns a hash of a word, such that sums of hashes rarely collide.
    private static func hash(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { unsafe Fingerprint(of: $0).low }
    }
}

extension Entry {
    fileprivate func refers(to other: Entry) -> Bool {
        fields.seeAlso.contains { $0.value == other.slug.value }
            || fields.outcome?.entry?.value == other.slug.value
    }
}

extension Rule {
    static let nearDuplicate = Rule(
        "near-duplicate", .note, "Each event has one entry.",
        because:
            "Two entries about one event divide its claims, and in each of them accusations seem unanswered.")
}
