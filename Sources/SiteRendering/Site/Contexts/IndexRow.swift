import Diagnostics
import EDTF
import Templates
import TimelineModel

/// One row of an index: a period, an actor, a source and so on.
struct IndexRow: Sendable {
    var text: String
    /// The URL of the item's page; empty if it has none.
    var url: String
    /// The number of its entries; nil if the kind has no entries, such as the author's pages.
    var count: Int?
    /// A short addition to the name, such as the country of a place.
    var detail: String?
    var groupClass: String?
    /// For a period, the anchor that the columns of an overview link to.
    var anchor: String?
    /// For a period, the number of squares that represent its entries.
    var squares = 0
    var source: SourceView?
    var language: Language
}

let indexRowContext = Context<IndexRow>(
    "row",
    [
        .text("text", "The name") { $0.text },
        .text("url", "The page; empty if it has none of its own") { $0.url },
        .text("count", "The number of entries, in words; empty for an author's page") { row in
            row.count.map { row.language.entries($0) }
        },
        .number("number", "The number of entries") { $0.count },
        .number(
            "squares",
            "For a period: squares that represent its entries; on a long site, each represents several"
        ) { $0.squares },
        .text("detail", "A detail: the kind of an actor, the meaning of a status") { $0.detail },
        .text("group_class", "A class name for a group's colour") { $0.groupClass },
        .text("anchor", "For a period with a page of its own: the id that the overview links to") {
            $0.anchor
        },
        .record("source", sourceContext, "In the list of sources: the source") { $0.source },
    ])
