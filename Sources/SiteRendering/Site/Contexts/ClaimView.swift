import EDTF
import Templates
import TimelineModel

/// A claim as shown on a page.
struct ClaimView: Sendable {
    let key: ClaimKey
    let site: Site
    /// The relative path from the page to the site's root.
    let root: String
    /// The notes of the entry's own page; nil on every other page.
    let notes: Notes?
    /// Whether the page of its entry shows the claim a second time, without the anchors that the first one has.
    var isRepeated = false

    /// The claim's number for the fragment cache; nil if pages differ in what they show of the claim.
    var identity: Int? { isOwnPage || site.claims.linksAnywhere(key) ? nil : site.claims.number(of: key) }

    /// Calls a closure with the claim's memoised card.
    @inline(__always)
    func card<Value>(_ look: (ClaimCard) -> Value) -> Value { site.withCard(key, look) }
    /// Calls a closure with the claim.
    @inline(__always)
    func claim<Value>(_ look: (Claim) -> Value) -> Value { card { look($0.claim) } }
    /// Whether the page is that of the claim's entry.
    var isOwnPage: Bool { notes != nil }

    /// The writer for the claim's texts.
    var writer: RichTextWriter {
        RichTextWriter(
            site: site, path: site[key.entry].path, root: root, notes: notes, isRepeated: isRepeated,
            anchorPage: isOwnPage ? nil : site.url(ofEntry: key.entry))
    }

    /// The claims that answer it; on pages other than that of its entry, only the first ones.
    var answers: ArraySlice<ClaimKey> {
        let all = site.timeline.answers(to: key)
        return all.prefix(isOwnPage ? all.count : Self.mostAnswers)
    }

    /// The greatest number of answers on pages other than that of the entry.
    static let mostAnswers = 50

    /// Returns another claim as shown on the same page.
    ///
    /// - Parameter isRepeated: whether the page also shows that claim elsewhere, if it belongs to the same entry.
    func view(_ other: ClaimKey, isRepeated: Bool) -> ClaimView {
        ClaimView(
            key: other, site: site, root: root, notes: other.entry == key.entry ? notes : nil,
            isRepeated: isRepeated)
    }
}

private let claimFields: [ContextField<ClaimView>] = [
    .text(
        "anchor",
        "The claim's id on its entry's page, claim_ID; empty for a claim without an id, and where a claim is repeated"
    ) { view in
        view.isRepeated ? nil : view.card { $0.anchor }
    },
    .text("url", "The address of the claim") { $0.card { $0.url } },
    .keptList("speakers", linkContext, "The speakers; outside the entry's page, the first of many") {
        view in
        view.card { view.isOwnPage ? $0.speakers : $0.firstSpeakers }
    },
    .kept("via", linkContext, "The agency that relayed it") { $0.card { $0.via } },
    .text("stance", "asserts, confirms, denies, doubts, speculates …") {
        $0.claim { $0.stance.value.rawValue }
    },
    .text("verb", "The stance as a verb that fits the number of speakers: denies, deny") {
        $0.card { $0.verb }
    },
    .flag("is_against", "Whether the speaker denies or doubts") { $0.claim { $0.stance.value.isAgainst } },
    .markup("says", "The content of the claim, in the author's words") { view in
        view.claim { view.writer.html($0.says) }
    },
    .text("quote", "The speaker's own words") { $0.claim { $0.quote?.value } },
    .text("quote_language", "The quote's language (BCP 47)") { $0.claim { $0.quoteLanguage } },
    .text("quote_original", "The quote in its original language") {
        $0.claim { $0.quoteOriginal }
    },
    .text("translated_by", "The translator of the quote") { $0.claim { $0.translatedBy } },
    .kept("date", dateContext, "The date of the claim") { $0.card { $0.date } },
    .keptList("sources", sourceContext, "The sources") { $0.card { $0.sources } },
    .list("marks", noteMarkContext, "The same sources as marks of numbered notes, on the entry's own page") {
        view in
        guard let notes = view.notes else { return [] }
        let marks = view.claim { notes.marks($0.sources) }
        return view.isRepeated ? marks.map(\.repeated) : marks
    },
    .text("locator", "The position in the source") { $0.claim { $0.locator } },
    .kept("entry", linkContext, "The entry that contains it") { view in
        view.site.link(toEntry: view.key.entry)
    },
    .record("entry_date", dateContext, "The date of that entry") { view in
        view.site.date(ofEntry: view.key.entry)
    },
    .flag("is_possibly_known", "In a view of an earlier day: whether it was only possibly made by then") {
        $0.claim { $0.isOnlyPossiblyKnown }
    },
    .flag("is_elsewhere", "Whether the claim belongs to another entry than the page") { !$0.isOwnPage },
]

/// The context of a claim as an answer or target: without its own answers, which could recurse for ever.
let answerContext = Context<ClaimView>("answer", claimFields)

let claimContext = Context<ClaimView>(
    "claim",
    claimFields + [
        .list("answers", answerContext, "The claims, of any entry, that answer it") { view in
            view.answers.map { view.view($0, isRepeated: view.site.standsAlone($0)) }
        },
        .number(
            "further_answers", "On other pages than the entry's: the number of further answers"
        ) { view in
            view.site.timeline.answers(to: view.key).count - view.answers.count
        },
        .record("target", answerContext, "The claim that it answers") { view in
            view.site.timeline.target(of: view.key).map { view.view($0, isRepeated: true) }
        },
        .flag("is_answer", "Whether it answers a claim, target") { view in
            view.site.timeline.target(of: view.key) != nil
        },
    ])

extension Site {
    /// Whether the page of its entry shows a claim by itself. False for one that only answers a claim of the same
    /// entry, and is shown below that claim.
    func standsAlone(_ key: ClaimKey) -> Bool {
        guard let target = timeline.target(of: key), target.entry == key.entry else { return true }
        return timeline.target(of: target)?.entry == key.entry
    }

    /// Returns the speakers on an entry by stance: those of its own claims, of other entries' answers to them, and of
    /// claims in other entries that its denials deny.
    ///
    /// - Parameter dispute: the dispute that is already shown, so that no speaker is named twice for one stance.
    func voices(on number: Int, beside dispute: Dispute?) -> [Voices] {
        /// The key by which duplicates are recognised.
        struct Voice: Hashable {
            var stance: Stance
            var url: String
            var text: String
        }
        var speakers = [[Link]](repeating: [], count: Self.stancesInOrder.count)
        var seen: Set<Voice> = []
        for side in dispute.map({ [$0.claim] + $0.answers }) ?? [] {
            for link in side.speakers {
                seen.insert(Voice(stance: side.stance, url: link.url, text: link.text))
            }
        }
        func add(_ key: ClaimKey) {
            let stance = timeline.claim(key).stance.value
            guard let index = Self.stancesInOrder.firstIndex(of: stance) else { return }
            for link in withCard(key, { $0.speakers }).subjects
            where seen.insert(Voice(stance: stance, url: link.url, text: link.text)).inserted {
                speakers[index].append(link)
            }
        }
        for index in self[number].claims.indices {
            let key = ClaimKey(entry: number, claim: index)
            if let target = timeline.target(of: key), target.entry != number,
                timeline.claim(key).stance.value.isAgainst
            {
                add(target)
            }
            add(key)
            for answer in timeline.answers(to: key) where answer.entry != number { add(answer) }
        }
        return zip(Self.stancesInOrder, speakers).compactMap { stance, links in
            if links.isEmpty { return nil }
            let url = url(ofEntry: number)
            return Voices(
                stance: stance, speakers: links.shortened(language, allAt: url), language: language)
        }
    }

    /// The stances in the order of their display: those in favour first, those against last.
    private static let stancesInOrder: [Stance] = [
        .asserts, .confirms, .estimates, .expects, .promises, .speculates, .condemns, .retracts, .denies,
        .doubts,
    ]
}
