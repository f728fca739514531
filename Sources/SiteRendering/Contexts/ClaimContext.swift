import EDTF
import TimelineModel

/// A claim as a page shows it.
struct ClaimView: Sendable {
    var key: ClaimKey
    var site: Site
    var root: String
    /// The notes of the entry's own page; nil on every other page.
    var notes: Notes?

    var entry: Entry { site[key.entry] }
    var claim: Claim { _read { yield site[key.entry].claims[key.claim] } }
    var isOwnPage: Bool { notes != nil }

    var writer: RichTextWriter {
        RichTextWriter(site: site, path: entry.path, root: root, notes: notes)
    }

    func view(_ other: ClaimKey) -> ClaimView {
        ClaimView(key: other, site: site, root: root, notes: other.entry == key.entry ? notes : nil)
    }

    /// The address of the claim on its entry's page.
    var url: String {
        PagePath.entry(entry.slug.value) + (claim.anchor.map { "#" + $0 } ?? "")
    }
}

private let claimFields: [ContextField<ClaimView>] = [
    .text("anchor", "The claim's id on its entry's page, claim_ID; nothing for a claim without an id") {
        $0.claim.anchor
    },
    .text("url", "Where the claim is told") { $0.url },
    .list("speakers", linkContext, "Who says it") {
        $0.site.actors($0.claim.by, byText: $0.claim.byText)
    },
    .record("via", linkContext, "Who relayed it") { view in
        view.claim.via.map { view.site.actors([$0]) }?.first
    },
    .text("stance", "asserts, confirms, denies, doubts, speculates …") { $0.claim.stance.value.rawValue },
    .text("verb", "The stance as a verb that fits the number of speakers: denies, deny") {
        $0.site.language.verb($0.claim.stance.value, speakers: $0.claim.by.count)
    },
    .flag("is_against", "True where the speaker denies or doubts") { $0.claim.stance.value.isAgainst },
    .markup("says", "What is said, in our words") { $0.writer.html($0.claim.says) },
    .text("quote", "The speaker's own words") { $0.claim.quote?.value },
    .text("quote_language", "The quote's language (BCP 47)") { $0.claim.quoteLanguage },
    .text("quote_original", "The quote in the language in which it was said") { $0.claim.quoteOriginal },
    .text("translated_by", "Who translated the quote") { $0.claim.translatedBy },
    .record("date", dateContext, "When it was said") { $0.site.date(of: $0.key) },
    .list("sources", sourceContext, "Where it was published") { $0.site.sources($0.claim.sources) },
    .list("marks", noteMarkContext, "The same as marks of numbered notes, on the entry's own page") { view in
        view.notes?.marks(view.claim.sources) ?? []
    },
    .text("locator", "Where in the source") { $0.claim.locator },
    .record("entry", linkContext, "The entry that tells it") { $0.site.link(to: $0.entry) },
    .record("entry_date", dateContext, "The date of that entry") {
        $0.site.card($0.key.entry).date
    },
    .flag("is_elsewhere", "True for a claim of another entry than the page's own") { !$0.isOwnPage },
]

/// A claim that answers, or is answered: without its own answers, since these could go on for ever.
let answerContext = Context<ClaimView>("answer", claimFields)

let claimContext = Context<ClaimView>(
    "claim",
    claimFields + [
        .list("answers", answerContext, "The claims that answer it, from any entry") { view in
            view.site.timeline.answers(to: view.key).map { view.view($0) }
        },
        .record("target", answerContext, "The claim that it answers") { view in
            view.site.timeline.target(of: view.key).map { view.view($0) }
        },
    ])

/// Those who take one stance on an entry.
struct Voices: Sendable {
    var stance: Stance
    var speakers: [Link]
    var language: Language
}

let voicesContext = Context<Voices>(
    "voices",
    [
        .text("stance", "asserts, confirms, denies, doubts …") { $0.stance.rawValue },
        .text("label", "The stance as a heading: Says so, Denies") { $0.language.label(of: $0.stance) },
        .flag("is_against", "True for those who deny or doubt") { $0.stance.isAgainst },
        .list("speakers", linkContext, "Who takes the stance, each once") { $0.speakers },
    ])

extension Site {
    /// Who says so and who denies, of an entry: its own claims, what other entries answer to them, and what
    /// its denials deny in other entries.
    ///
    /// - Parameter dispute: what is shown already, so that nobody is named twice for one stance.
    func voices(on number: Int, beside dispute: Dispute?) -> [Voices] {
        var speakers: [Stance: [Link]] = [:]
        var seen: Set<[String]> = []
        for side in dispute.map({ [$0.claim] + $0.answers }) ?? [] {
            for link in side.speakers { seen.insert([side.stance.rawValue, link.url, link.text]) }
        }
        func add(_ claim: Claim) {
            let stance = claim.stance.value
            for link in actors(claim.by, byText: claim.byText)
            where seen.insert([stance.rawValue, link.url, link.text]).inserted {
                speakers[stance, default: []].append(link)
            }
        }
        for (place, claim) in self[number].claims.enumerated() {
            let key = ClaimKey(entry: number, claim: place)
            if claim.stance.value.isAgainst, let target = timeline.target(of: key), target.entry != number {
                add(timeline.claim(target))
            }
            add(claim)
            for answer in timeline.answers(to: key) where answer.entry != number {
                add(timeline.claim(answer))
            }
        }
        return Self.stancesInOrder.compactMap { stance in
            guard let links = speakers[stance] else { return nil }
            return Voices(
                stance: stance, speakers: links.separated, language: language)
        }
    }

    /// Those who speak for it first, those against it last.
    private static let stancesInOrder: [Stance] = [
        .asserts, .confirms, .estimates, .expects, .promises, .speculates, .condemns, .retracts, .denies,
        .doubts,
    ]
}
