import Diagnostics
import EDTF

/// Checks that `known` and `history` agree with the claims and the status of an entry.
func checkHistory(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    if let known = entry.known { checkKnown(known, entry, &found) }
    if entry.history.isEmpty { return }
    for step in entry.history {
        guard let because = step.because,
            all.answers.claim(because.value, from: number, all.entries, all.slots) == nil
        else { continue }
        reportUnknownClaim(because, ClaimKey(entry: number, claim: -1), all, &found)
    }
    for (earlier, later) in zip(entry.history, entry.history.dropFirst()) {
        guard let first = earlier.date, let second = later.date, let before = first.value.displayEarliest.day,
            let after = second.value.displayLatest.day, after < before
        else { continue }
        found.report(
            .historySteps, "step before the one above it", second.range,
            notes: [Diagnostic.Note("the other", at: SourceLocation(entry.path, first.range))],
            fixIts: [Diagnostic.FixIt("list the steps in the order of their dates")])
    }
    guard let last = entry.history.last?.status, let status = entry.assessedStatus,
        last.value != status.value
    else { return }
    let key = entry.kind == .statement && entry.contentStatus != nil ? "content_status" : "status"
    found.report(
        .historySteps, "history ends with \(last.value.rawValue), and \(key) is \(status.value.rawValue)",
        last.range,
        notes: status.range.isEmpty
            ? [] : [Diagnostic.Note("the status", at: SourceLocation(entry.path, status.range))],
        fixIts: [Diagnostic.FixIt("add the step that led to \(status.value.rawValue), or change \(key)")])
}

private func checkKnown(_ known: Located<DateExpression>, _ entry: Entry, _ found: inout EntryFindings) {
    guard let first = known.value.displayEarliest.day else { return }
    for claim in entry.claims {
        guard let date = claim.date, let said = date.value.displayLatest.day, said < first else { continue }
        found.report(
            .knownAfterClaim, "known from \(first.iso) on, and a claim is older", known.range,
            notes: [Diagnostic.Note("it was made here", at: SourceLocation(entry.path, date.range))],
            fixIts: [Diagnostic.FixIt("write the day of the first claim, or leave known: out")])
        return
    }
}

extension Rule {
    static let knownAfterClaim = Rule(
        "known-after-claim", "An entry was known when the first claim about it was made, or earlier.")
    static let historySteps = Rule(
        "history-steps",
        "The steps of a history are in the order of their dates, and the last one is the entry's status (for a statement content_status)."
    )
}
