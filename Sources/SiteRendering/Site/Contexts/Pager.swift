import EDTF
import Templates
import TimelineModel

/// The position of a page among the parts of a long list.
///
/// Only the first page leads to all others. A later page shows nothing that depends on more than the parts beside it, so
/// that it stays as it is when entries are added elsewhere.
struct Pager: Sendable {
    /// The links to all parts, in reading order.
    let links: [Link]
    /// The index of the page among them.
    let index: Int

    /// Returns the link to another part; nil if there is no such part.
    fileprivate func link(_ step: Int) -> Link? {
        links.indices.contains(index + step) ? links[index + step] : nil
    }
}

extension [ListPart] {
    /// Returns the links to the parts of an item's list.
    func links(_ kind: IndexKind, _ id: String) -> [Link] {
        map { Link(text: $0.label, url: PagePath.item(kind, id, part: $0.name)) }
    }
}

let pagerContext = Context<Pager>(
    "pager",
    [
        .record("current", linkContext, "This part") { $0.link(0) },
        .record("previous", linkContext, "The previous part") { $0.link(-1) },
        .record("next", linkContext, "The next part") { $0.link(1) },
        .record("first", linkContext, "For a later part: the first one, which leads to all") { pager in
            pager.index > 0 ? pager.links.first : nil
        },
        .record("last", linkContext, "For the first part: the last one, unless it is the next") { pager in
            pager.index == 0 && pager.links.count > 2 ? pager.links.last : nil
        },
        .list("parts", linkContext, "For the first part: all parts") { pager in
            guard pager.index == 0 else { return [] }
            var links = pager.links
            links[0].isCurrent = true
            return links
        },
    ])
