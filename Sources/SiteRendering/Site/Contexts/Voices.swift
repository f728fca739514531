import EDTF
import Templates
import TimelineModel

/// The speakers who take one stance on an entry.
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
        .flag("is_against", "Whether the stance is denial or doubt") { $0.stance.isAgainst },
        .list("speakers", linkContext, "The actors who take the stance, each once") { $0.speakers },
    ])
