import EDTF
import TimelineModel

/// One page of the entries that belong to an actor, a place or a source.
struct EntryPart: Sendable {
    let kind: IndexKind
    let id: String
    /// The indices of the entries, in reading order.
    let numbers: [Int]
    /// The position among the pages; nil if there is only one.
    let pager: Pager?
}
