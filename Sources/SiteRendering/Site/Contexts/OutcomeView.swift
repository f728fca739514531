import CommonMark
import EDTF
import Templates
import TimelineModel

/// An outcome as shown on a page.
struct OutcomeView: Sendable {
    var outcome: Outcome
    var site: Site
}

let outcomeContext = Context<OutcomeView>(
    "outcome",
    [
        .text("id", "happened, unfulfilled or open") { $0.outcome.result.rawValue },
        .text("name", "The result, in words") { $0.site.language.name(of: $0.outcome.result) },
        .kept("entry", linkContext, "The entry that contains it") { view in
            view.outcome.entry.flatMap { view.site.timeline.slots[$0.value] }.map { number in
                view.site.link(toEntry: number)
            }
        },
    ])
