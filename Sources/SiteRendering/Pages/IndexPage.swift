import Diagnostics
import EDTF
import Templates
import TimelineModel

/// The index of all items of a kind.
struct IndexPage: PageSubject {
    let frame: PageFrame
    /// The kind; nil for the index of the author's pages.
    let kind: IndexKind?
    /// The range of the index's rows that the page shows.
    let range: Range<Int>
    /// The position among the pages of the index; nil if it has only one.
    let pager: Pager?

    var site: Site { frame.site }

    var rows: [IndexRow] { kind.map { site.rows($0, range) } ?? site.rowsOfPages }
}

let indexPageContext = Context<IndexPage>(
    "index page",
    pageFields() + [
        .text("kind", "periods, groups, actors, places, tags, status or sources; or pages: the author's own")
        {
            $0.kind?.folder ?? "pages"
        },
        .list("rows", indexRowContext, "One row per item") { $0.rows },
        .record("pager", pagerContext, "The other parts of a long list") { $0.pager },
    ])
