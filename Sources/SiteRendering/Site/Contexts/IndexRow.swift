import Diagnostics
import EDTF
import TimelineModel

/// One row of a list of things: periods, actors, sources …
struct IndexRow: Sendable {
    var text: String
    /// Empty for what has no page of its own.
    var url: String
    /// How many entries it has; nil for what has none.
    var count: Int?
    var detail: String?
    var groupClass: String?
    /// Of a period: what the columns of an overview lead to.
    var anchor: String?
    /// Of a period: the squares that stand for its entries.
    var squares = 0
    var source: SourceView?
    var language: Language
}

let indexRowContext = Context<IndexRow>(
    "row",
    [
        .text("text", "What it is called") { $0.text },
        .text("url", "Its page; empty where it has none of its own") { $0.url },
        .text("count", "How many entries it has, in words; nothing for a page of the author's") { row in
            row.count.map { row.language.entries($0) }
        },
        .number("number", "How many entries it has") { $0.count },
        .number(
            "squares",
            "Of a period: the squares that stand for its entries, one each or, on a long site, several a square"
        ) { $0.squares },
        .text("detail", "A word on it: an actor's kind, a status's meaning") { $0.detail },
        .text("group_class", "A class name for a group's colour") { $0.groupClass },
        .text("anchor", "Of a period with a page of its own: the id that the overview leads to") {
            $0.anchor
        },
        .record("source", sourceContext, "In the list of sources: the source") { $0.source },
    ])
