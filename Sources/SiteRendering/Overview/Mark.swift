import EDTF
import TimelineModel

/// The mark of one entry in a lane.
struct Mark {
    /// The index of the entry in the timeline.
    var number: Int
    var form: DateForm
    var geometry: MarkGeometry

    /// The least room for a title, in pixels; a shorter part of it would be useless.
    private static let leastName = 84.0

    /// Returns the box of the mark for its lane. Only a key entry without an open end has a label.
    func box(_ site: Site) -> RowPacking.Box {
        let share = geometry.symbols.first?.share ?? 0
        let isOpen = form.end == .open
        let entry = site[number]
        let isNamed = entry.importance == 1 && !isOpen
        return RowPacking.Box(
            left: geometry.left, right: geometry.right, centre: share * MarkGeometry.designWidth,
            label: isNamed ? min(Self.leastName, TextWidth.pixels(entry.title.value) + 6) : 0)
    }
}
