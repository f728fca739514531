import CommonMark
import Diagnostics
import EDTF
import UTF8Text

/// Reports an entry whose status is not the one that follows from its claims, unless its `history` says how it came to be.
func checkStatusHistory(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    guard entry.hasStatusOfClaims, entry.history.isEmpty, let status = entry.assessedStatus,
        status.value != .unrated
    else { return }
    var rules = StatusRules(all.entries, all.answers) { !all.isHidden($0.entry, from: entry.path) }
    guard let verdict = rules.verdict(ofEntry: number), verdict.status != status.value else { return }
    let range = status.range.isEmpty ? entry.title.range : status.range
    found.report(
        .statusHistory, "\(status.value.rawValue), and its claims make it \(verdict.status.rawValue)", range,
        notes: verdict.claims.map { key in
            let claim = all.claim(key)
            return Diagnostic.Note(
                "\(claim.stance.value.rawValue) here",
                at: SourceLocation(all.entries[key.entry].path, claim.stance.range))
        },
        fixIts: [
            Diagnostic.FixIt(
                "write \(verdict.status.rawValue), or add history: with the step that led to \(status.value.rawValue)"
            )
        ])
}

/// Reports sources that are older than the event or the claim that they are said to report.
func checkSourceDays(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    func check(_ references: [SourceReference], _ date: Range<Int>, _ first: CalendarDay?, _ noun: String) {
        guard let first else { return }
        for reference in references {
            guard let published = all.source(reference)?.date?.value.displayLatest.day, published < first
            else { continue }
            found.report(
                .sourceBeforeEvent, "source of \(published.iso), before \(noun)", reference.range,
                notes: [Diagnostic.Note("from \(first.iso) on", at: SourceLocation(entry.path, date))],
                fixIts: [
                    Diagnostic.FixIt("correct one of the dates, or cite the source where its words are used")
                ])
        }
    }
    for claim in entry.claims {
        guard let date = claim.date else { continue }
        check(claim.sources, date.range, date.value.displayEarliest.day, "the claim")
    }
    if entry.isForetold { return }
    let date = entry.date
    check(entry.sources, date.range, date.expression.displayEarliest.day, "what it reports")
}

/// Reports claims that are older than the event of which they say that it happened. A speaker who says so again
/// afterwards first spoke of something else.
func checkClaimDays(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    guard let first = entry.date.expression.displayEarliest.day else { return }
    func isEarly(_ claim: Claim) -> Bool {
        claim.date?.value.displayLatest.day.map { $0 < first } ?? false
    }
    for claim in entry.claims where isEarly(claim) && claim.stance.value.isAsserting {
        guard let date = claim.date else { continue }
        let speakers = Set(claim.by.map(\.id))
        let speaksAgain = entry.claims.contains { other in
            other.date != nil && !isEarly(other) && other.by.contains { speakers.contains($0.id) }
        }
        if speaksAgain { continue }
        found.report(
            .claimBeforeEvent, "\(claim.stance.value.rawValue) what had not happened yet", date.range,
            notes: [Diagnostic.Note("it happened here", at: SourceLocation(entry.path, entry.date.range))],
            fixIts: [Diagnostic.FixIt("write expects, promises or speculates, or correct one of the dates")])
    }
}

/// Reports an event on the very day of its report, of which its text says that it was earlier.
func checkReportDay(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    guard entry.kind == .event, all.content.settings.language.begins(with: "en"),
        let day = entry.date.expression.fullDay
    else { return }
    var reports = entry.claims.compactMap { $0.date?.value.fullDay }
    entry.forEachSource { if let day = all.source($0)?.date?.value.fullDay { reports.append(day) } }
    guard reports.contains(day), reports.allSatisfy({ $0 >= day }) else { return }
    let texts =
        [entry.title.value, entry.summary ?? ""] + entry.claims.compactMap { $0.says?.firstParagraph }
    let words = texts.lazy.compactMap { text in wordsForEarlier.first { text.lowercased().contains($0) } }
    guard let word = words.first else { return }
    found.report(
        .reportDay, "the day of its report, and the text says '\(word)'", entry.date.range,
        fixIts: [Diagnostic.FixIt("date the event as its text does, as vaguely as need be")])
}

/// Words that put an event before its report.
private let wordsForEarlier = [
    "yesterday", "the day before", "the previous day", "the night before", "a day earlier", "days earlier",
    "days ago", "last week", "last month", "a week earlier", "weeks earlier", "weeks ago", "a month earlier",
    "months ago", "earlier this week", "earlier this month", "earlier in the week", "earlier in the month",
]

extension Entry {
    /// Whether the entry is about what may still come, so that reports of it are older.
    fileprivate var isForetold: Bool {
        if let status = assessedStatus?.value, [.expected, .speculated].contains(status) { return true }
        return fields.claims.contains { [.speculates, .expects, .promises].contains($0.stance.value) }
    }
}

extension Rule {
    static let statusHistory = Rule(
        "status-history", .note, "The status follows from the claims, or history says how it came to be.",
        because: """
            A view of an earlier day takes its statuses from the claims of that day. \
            The status of an event, and content_status of a statement, is retracted if all who said it took it back; \
            disputed if it is asserted and a denial of it is open; confirmed if an actor of the entry confirms it; \
            claimed if it is asserted; expected if it is only expected or promised; speculated if it is only supposed; \
            denied if it is only denied, and then disputed if it is a statement.
            """)
    static let sourceBeforeEvent = Rule(
        "source-before-event", .warning, "A source is not older than what it reports as happened.",
        because: "Nobody can report what has not happened yet: one of the two dates is wrong.")
    static let claimBeforeEvent = Rule(
        "claim-before-event", .warning,
        "A claim that was made before the event expects, promises or speculates about it.",
        because:
            "A forecast that is kept as an assertion makes its speaker a witness of what had not happened.")
    static let reportDay = Rule(
        "report-day", .warning, "An event has its own day, and not that of the report of it.",
        because:
            "Imported dates are often those of articles; a text with “yesterday” or “last week” gives them away."
    )
}
