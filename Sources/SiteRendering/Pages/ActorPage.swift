import EDTF
import Templates
import TimelineModel

/// The page of an actor: the actor's claims, claims about the actor, and the entries that name the actor.
struct ActorPage: ThingPage {
    let actor: Actor
    let frame: PageFrame
    let entries: EntryPart
    /// The claims that the actor made.
    let said: [ClaimView]
    /// The claims of others that concern the actor, as ``ClaimIndex`` tells.
    let saidOfThem: [ClaimView]

    init(slot: Int, frame: PageFrame, entries: EntryPart) {
        let site = frame.site
        actor = site.timeline.actors.values[slot]
        self.frame = frame
        self.entries = entries
        let claims = site.index.claims.claims(
            concerning: slot, in: entries.numbers, mostAnswers: ClaimView.mostAnswers)
        said = site.views(claims.made, frame)
        saidOfThem = site.views(claims.ofOthers, frame)
    }
}

let actorPageContext = Context<ActorPage>(
    "actor page",
    pageFields() + thingFields() + [
        .text("name", "The actor's name") { $0.actor.name },
        .text("short", "A short form of the name") { $0.actor.short },
        .texts("also", "Other names and spellings") { $0.actor.also },
        .text("kind", "The kind, in words") { page in
            page.actor.kind.map { page.site.language.name(of: $0) }
        },
        .text("country", "The country of the actor") { $0.actor.country },
        .markup("intro", "A note for readers") {
            $0.paragraphs($0.actor.description, in: ContentFile.actors.path)
        },
        .text("url", "The web address of the actor") { $0.actor.url },
        .list("said", claimContext, "The actor's claims, by date") { $0.said },
        .list(
            "said_of_them", claimContext, "Claims about the actor, by date",
            identifiedBy: { $1.identity }
        ) {
            $0.saidOfThem
        },
    ])
