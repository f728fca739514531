import EDTF
import TimelineModel

/// An entry in a lane.
struct Mark {
    var number: Int
    var form: DateForm
    var geometry: MarkGeometry

    /// Less than this of a title says nothing.
    private static let leastName = 84.0

    func box(_ site: Site) -> RowPacking.Box {
        let share = geometry.symbols.first?.share ?? 0
        let isOpen = form.end == .open
        let entry = site[number]
        let isNamed = entry.importance == 1 && !isOpen
        return RowPacking.Box(
            left: geometry.left, right: geometry.right, centre: share * MarkGeometry.designWidth,
            label: isNamed ? min(Self.leastName, TextWidth.of(entry.title.value) + 6) : 0)
    }
}
