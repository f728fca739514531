import Diagnostics
import EDTF
import Templates
import TimelineModel

/// The position of a page among the parts of a long list.
struct Pager: Sendable {
    /// The number of the page, from 1.
    var part: Int
    var count: Int
    var url: @Sendable (Int) -> String
    var language: Language

    /// Returns the link to another part; nil if there is no such part.
    func link(_ part: Int) -> Link? {
        guard (1...count).contains(part) else { return nil }
        let text = language.fill(.partOf, ["part": String(part), "count": String(count)])
        return Link(text: text, url: url(part), isCurrent: part == self.part)
    }
}

let pagerContext = Context<Pager>(
    "pager",
    [
        .record("current", linkContext, "This part") { $0.link($0.part) },
        .record("previous", linkContext, "The previous part") { $0.link($0.part - 1) },
        .record("next", linkContext, "The next part") { $0.link($0.part + 1) },
        .record("first", linkContext, "The first part, unless this is the first or second") {
            $0.part > 2 ? $0.link(1) : nil
        },
        .record("last", linkContext, "The last part, unless this is the last or the one before it") {
            $0.part < $0.count - 1 ? $0.link($0.count) : nil
        },
    ])
