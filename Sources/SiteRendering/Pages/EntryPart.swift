import EDTF
import TimelineModel

/// One part of the entries that belong to an actor, a place or a source.
struct EntryPart: Sendable {
    let kind: IndexKind
    let id: String
    let numbers: [Int]
    let part: Int
    let parts: Int

    func pager(_ language: Language) -> Pager? {
        parts > 1 ? Pager.of(kind, id, part: part, count: parts, language) : nil
    }
}
