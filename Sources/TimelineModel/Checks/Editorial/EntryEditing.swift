import Diagnostics
import EDTF

/// The maximum number of characters of a title, which lists, feeds and cards have room for.
private let longestTitle = 90

func checkTitleLength(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let title = all.entries[number].title
    // Characters have at least a byte each, and are slow to count.
    guard title.value.utf8.count > longestTitle, title.value.count > longestTitle else { return }
    found.report(
        .longTitle, "title of \(title.value.count) characters", title.range,
        fixIts: [Diagnostic.FixIt("shorten it, and tell the rest in the summary")])
}

/// Reports entries whose status nobody has assessed.
func checkRating(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    for status in [entry.status, entry.contentStatus] {
        guard let status, status.value == .unrated else { continue }
        // A status that is the site's default does not occur in the file.
        let range = status.range.isEmpty ? entry.title.range : status.range
        found.report(
            .unratedEntry, "unrated", range, fixIts: [Diagnostic.FixIt("say what is known about it")])
    }
}

/// Returns the check that an expected event has an outcome once its date is over.
func expectationCheck(asOf: CalendarDay?) -> EditorialCheck {
    { number, all, found in
        let entry = all.entries[number]
        guard let asOf, let status = entry.assessedStatus, status.value == .expected,
            entry.outcome.map({ $0.result == .open }) ?? true,
            let last = entry.date.expression.displayLatest.day, last < asOf
        else { return }
        let range = status.range.isEmpty ? entry.title.range : status.range
        found.report(
            .expectedInPast, "still expected on \(asOf.iso)", range,
            notes: [
                Diagnostic.Note(
                    "it was over on \(last.iso)", at: SourceLocation(entry.path, entry.date.range))
            ],
            fixIts: [
                Diagnostic.FixIt("add outcome: {result: happened, entry: SLUG}, or result: unfulfilled")
            ])
    }
}

func checkCredits(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    for item in all.entries[number].media where MediaKind(path: item.file.value) == .image {
        if let credit = item.credit, !credit.isEmpty { continue }
        let range = item.range.lowerBound..<item.range.lowerBound
        found.report(
            .pictureWithoutCredit, "picture without credit", range,
            fixIts: [Diagnostic.FixIt("add credit: who made it")])
    }
}

/// Checks that the dates of an entry's corrections do not overlap, so that readers can tell which is the last.
func checkCorrectionDates(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    guard entry.corrections.count > 1 else { return }
    let dated = entry.corrections.compactMap {
        correction -> (range: Range<Int>, days: (CalendarDay, CalendarDay))? in
        guard let date = correction.date, let first = date.value.displayEarliest.day,
            let last = date.value.displayLatest.day
        else { return nil }
        return (date.range, (first, last))
    }.sorted { ($0.days.0, $0.range.lowerBound) < ($1.days.0, $1.range.lowerBound) }
    for (earlier, later) in zip(dated, dated.dropFirst()) where later.days.0 <= earlier.days.1 {
        found.report(
            .correctionsOverlap, "correction on the day of another", later.range,
            notes: [Diagnostic.Note("the other", at: SourceLocation(entry.path, earlier.range))],
            fixIts: [Diagnostic.FixIt("make one correction of the two, or date them to the day")])
    }
}

extension Rule {
    static let longTitle = Rule(
        "long-title", .warning, "A title has at most \(longestTitle) characters.",
        because: "Lists, feeds and cards cut a longer title, and readers who skim a timeline skip it.")
    static let unratedEntry = Rule(
        "unrated-entry", .note, "Every entry has been assessed before it is published.",
        because:
            "Imported entries are unrated: readers see the word, but learn nothing about how certain the entry is."
    )
    static let expectedInPast = Rule(
        "expected-in-past", .warning,
        "An expected event has an outcome once its date has passed: happened, unfulfilled, or another status.",
        because: "A forecast that nobody has revisited reads as if the event were still to come.")
    static let pictureWithoutCredit = Rule(
        "picture-without-credit", .warning, "A picture has a credit.",
        because: "Readers judge a picture by its origin, and most licences require the author's name.")
    static let correctionsOverlap = Rule(
        "corrections-overlap", .warning, "The dates of an entry's corrections do not overlap.",
        because: "If two corrections have the same date, nobody can tell which one is the later.")
}
