import Diagnostics

/// The maximum number of words of a quote, beyond which it dominates its entry.
private let longestQuote = 25

func checkClaimDates(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    for claim in all.entries[number].claims where claim.lacks("date") {
        found.report(
            .claimWithoutDate, "claim without a date", claim.start,
            fixIts: [Diagnostic.FixIt("add date: when it was said, as far as that is known")])
    }
}

func checkQuoteLength(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    for claim in all.entries[number].claims {
        guard let quote = claim.quote else { continue }
        let count = quote.value.split(whereSeparator: \.isWhitespace).count
        guard count > longestQuote else { continue }
        found.report(
            .longQuote, "quote of \(count) words", quote.range,
            fixIts: [Diagnostic.FixIt("quote what is contested, and put the rest into says:")])
    }
}

/// Checks that contested claims are supported by more than one publication.
func checkContestedClaims(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    var dispute = all.dispute(about: number)
    let citations = entry.citations
    for (index, claim) in entry.claims.enumerated() where !claim.stance.value.isAgainst {
        let key = ClaimKey(entry: number, claim: index)
        guard let answer = dispute.contradiction(of: key) else { continue }
        var sources = claim.sources
        if sources.isEmpty { sources = entry.sources }
        guard let only = sources.first, sources.allSatisfy({ $0.id == only.id }) else { continue }
        // Sources of the entry belong to all of its claims.
        if claim.sources.isEmpty, !citations.isEmpty { continue }
        let against = all.claim(answer)
        found.report(
            .singleSource, "contested claim with a single source", only.range,
            notes: [
                Diagnostic.Note(
                    "it is contested here",
                    at: SourceLocation(all.entries[answer.entry].path, against.stance.range))
            ],
            fixIts: [Diagnostic.FixIt("add another source, if there is one that has not copied this one")])
    }
}

extension ClaimDispute {
    /// Returns the first claim that denies or doubts a claim and was not withdrawn.
    fileprivate mutating func contradiction(of key: ClaimKey) -> ClaimKey? {
        answers(to: key).first { claim($0).stance.value.isAgainst && !takesBack($0) }
    }
}

extension Claim {
    /// The empty range before the claim.
    fileprivate var start: Range<Int> { fields.range.lowerBound..<fields.range.lowerBound }
}

extension Rule {
    static let claimWithoutDate = Rule(
        "claim-without-date", .warning, "A claim states when it was made.",
        because:
            "Who knew what, and when, is half of a dispute, and answers are listed in the order of their dates."
    )
    static let longQuote = Rule(
        "long-quote", .warning, "A quote has at most \(longestQuote) words.",
        because:
            "The contested part is usually a few words; a long quote hides them, and may exceed what the law allows to be quoted."
    )
    static let singleSource = Rule(
        "single-source", .note, "A contested claim has more than one source.",
        because:
            "If one side denies the claim, a second report is a reader's only evidence that it was made at all."
    )
}
