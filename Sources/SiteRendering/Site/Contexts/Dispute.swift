import CommonMark
import Templates
import TimelineModel

/// A claim and the answers against it, side by side, as shown in a list.
struct Dispute: Sendable {
    /// One side: its speakers, their stance and its text.
    struct Side: Sendable {
        var speakers: [Link]
        var stance: Stance
        var verb: String
        /// The author's summary of the claim; the speaker's own words if there is none.
        var text: String
        /// Whether ``text`` is the speaker's own words.
        var isQuote: Bool
        /// The numbers of its notes on the entry's page; empty for a claim of another entry.
        var notes: [Int]
        /// The URL of the claim on its entry's page.
        var url: String
    }

    var claim: Side
    var answers: [Side]
}

private let sideFields: [ContextField<Dispute.Side>] = [
    .list("speakers", linkContext, "The speaker") { $0.speakers },
    .text("stance", "asserts, confirms, denies, doubts …") { $0.stance.rawValue },
    .text("verb", "The stance as a verb that fits the number of speakers: denies, deny") { $0.verb },
    .flag("is_against", "Whether the speaker denies or doubts") { $0.stance.isAgainst },
    .text("text", "The content of the claim, as plain text") { $0.text },
    .flag("is_quote", "Whether the text is the speaker's own words") { $0.isQuote },
    .list("marks", noteNumberContext, "The numbers of its notes on the entry's page") { side in
        side.notes
    },
    .text("url", "The address of the claim") { $0.url },
]

private let noteNumberContext = Context<Int>(
    "note number", [.number("number", "The note's number on the entry's page") { $0 }])

let sideContext = Context<Dispute.Side>("side", sideFields)

let disputeContext = Context<Dispute>(
    "dispute",
    [
        .record("claim", sideContext, "The claim") { $0.claim },
        .list("answers", sideContext, "The claims against it") { $0.answers },
    ])

extension Site {
    /// Returns the first claim of an entry that is denied or doubted, with these answers; or else the claim of
    /// another entry that one of its claims denies or doubts.
    ///
    /// - Returns: nil if no claim of the entry is in dispute.
    func dispute(on number: Int, _ notes: Notes) -> Dispute? {
        let keys = self[number].claims.indices.map { ClaimKey(entry: number, claim: $0) }
        for key in keys where !timeline.claim(key).stance.value.isAgainst {
            let answers = timeline.answers(to: key).filter { timeline.claim($0).stance.value.isAgainst }
            if !answers.isEmpty { return dispute(key, answers, on: number, notes) }
        }
        for key in keys where timeline.claim(key).stance.value.isAgainst {
            if let target = timeline.target(of: key) { return dispute(target, [key], on: number, notes) }
        }
        return nil
    }

    /// The greatest number of answers in a list; the entry's own page shows them all.
    private static let mostAnswers = 2

    private func dispute(
        _ claim: ClaimKey, _ answers: [ClaimKey], on number: Int, _ notes: Notes
    ) -> Dispute {
        func marks(_ key: ClaimKey) -> [Int] {
            key.entry == number ? notes.marks(timeline.claim(key).sources).map(\.number) : []
        }
        return Dispute(
            claim: side(claim, notes: marks(claim)),
            answers: answers.prefix(Self.mostAnswers).map { side($0, notes: marks($0)) })
    }

    /// Returns a claim as lists show it, with the numbers of its notes.
    func side(_ key: ClaimKey, notes marks: [Int] = []) -> Dispute.Side {
        let claim = timeline.claim(key)
        let says = claim.says?.firstParagraph ?? ""
        return withCard(key) { card in
            Dispute.Side(
                speakers: Array(card.firstSpeakers.subjects), stance: claim.stance.value, verb: card.verb,
                text: says.isEmpty ? claim.quote?.value ?? "" : says,
                isQuote: says.isEmpty && claim.quote != nil, notes: marks, url: card.url)
        }
    }
}

/// A correction of an entry, or a note by its editors, as shown in a list.
struct Remark: Sendable {
    var date: DateView?
    var text: String
}

let remarkContext = Context<Remark>(
    "remark",
    [
        .record("date", dateContext, "For a correction: its date") { $0.date },
        .text("text", "Its first paragraph, as plain text") { $0.text },
    ])

extension Site {
    /// Returns corrections as shown in lists.
    func remarks(_ corrections: [Correction]) -> [Remark] {
        corrections.map { Remark(date: date($0.date), text: $0.text?.firstParagraph ?? "") }
    }
}
