import EDTF
import TimelineModel

/// The page of an actor: the actor's claims, claims about the actor, and the entries that name the actor.
struct ActorPage: ThingPage {
    let actor: Actor
    let frame: PageFrame
    let entries: EntryPart
    /// The claims that the actor made.
    let said: [ClaimView]
    /// The claims that others made in entries in which the actor took part, and their answers to the actor's claims.
    let saidOfThem: [ClaimView]

    init(actor: Actor, frame: PageFrame, entries: EntryPart) {
        self.actor = actor
        self.frame = frame
        self.entries = entries
        let site = frame.site
        let statements = site.index.statements(of: actor.id)
        let said = site.claims(statements, in: entries)
        let ownEntries = site.index.entries(withParticipant: actor.id)
        var keys: [ClaimKey] = []
        for number in entries.numbers where ownEntries.holdsInOrder(number) {
            keys += (0..<site.claims.count(of: number)).map { ClaimKey(entry: number, claim: $0) }
        }
        let answers = said.flatMap { site.timeline.answers(to: $0).prefix(ClaimView.mostAnswers) }
        if !answers.isEmpty { keys = Array(Set(keys).union(answers)) }
        self.said = site.views(said, frame)
        saidOfThem = site.views(keys.filter { !statements.holdsInOrder($0) }, frame)
    }
}

let actorPageContext = Context<ActorPage>(
    "actor page",
    pageFields() + thingFields() + [
        .text("name", "The actor's name") { $0.actor.name },
        .text("short", "A short form of it") { $0.actor.short },
        .texts("also", "Other names and spellings") { $0.actor.also },
        .text("kind", "What it is, in words") { page in
            page.actor.kind.map { page.site.language.name(of: $0) }
        },
        .text("country", "The country it belongs to") { $0.actor.country },
        .markup("intro", "What a reader should know") {
            $0.paragraphs($0.actor.description, in: ContentFile.actors.path)
        },
        .text("url", "Its own address on the web") { $0.actor.url },
        .list("said", claimContext, "What they said, by the day they said it") { $0.said },
        .list(
            "said_of_them", claimContext, "What was said of them, by the day it was said",
            identifiedBy: { $1.identity }
        ) {
            $0.saidOfThem
        },
    ])
