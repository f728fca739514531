import EDTF
import TimelineModel

/// One page of the entries that belong to an actor, a place or a source.
struct EntryPart: Sendable {
    let kind: IndexKind
    let id: String
    /// The indices of the entries, in reading order.
    let numbers: [Int]
    /// The number of the page, from 1.
    let part: Int
    /// The number of all pages.
    let parts: Int

    /// Returns the pager; nil if there is only one page.
    func pager(_ language: Language) -> Pager? {
        parts > 1 ? Pager.of(kind, id, part: part, count: parts, language) : nil
    }
}
