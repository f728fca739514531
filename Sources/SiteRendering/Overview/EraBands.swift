import EDTF
import TimelineModel

/// The eras behind the lanes: bands with their names above, one below the other where they overlap.
struct EraBands: Sendable {
    struct Band: Equatable, Sendable {
        var name: String
        var color: String?
        /// Parts of the width.
        var shares: ClosedRange<Double>
        var row: Int
        /// True where the name stands at the end, since it would leave the drawing.
        var isNameAtEnd: Bool
    }

    private(set) var bands: [Band] = []
    var rowCount: Int { (bands.map(\.row).max() ?? -1) + 1 }
    static let rowHeight = 18.0
    /// More bands than these would hide what they stand behind.
    private static let most = 24

    init(_ site: Site, on axis: TimeAxis) {
        var boxes: [RowPacking.Box] = []
        for era in site.settings.eras {
            guard let date = era.date?.value, let shares = Self.shares(date, on: axis) else { continue }
            guard bands.count < Self.most else { break }
            let width = MarkGeometry.designWidth
            let nameWidth = TextWidth.of(era.name) + 10
            let (left, right) = (shares.lowerBound * width, shares.upperBound * width)
            let isAtEnd = left + nameWidth > width
            boxes.append(
                RowPacking.Box(
                    left: isAtEnd ? min(left, right - nameWidth) : left,
                    right: isAtEnd ? right : max(right, left + nameWidth), centre: left))
            bands.append(Band(name: era.name, color: era.color, shares: shares, row: 0, isNameAtEnd: isAtEnd))
        }
        for (number, place) in RowPacking(boxes, mostRows: Self.most).places.enumerated() {
            bands[number].row = place?.row ?? 0
        }
    }

    /// The part of the drawing that an era covers; nil where it has none.
    private static func shares(_ date: DateExpression, on axis: TimeAxis) -> ClosedRange<Double>? {
        guard date.hasTimelinePosition, let first = axis.stretches.first?.days.lowerBound,
            let last = axis.stretches.last?.days.upperBound
        else { return nil }
        let from = date.displayEarliest.day.map { Double($0.ordinal) } ?? -.infinity
        let to = date.displayLatest.day.map { Double($0.ordinal) + 1 } ?? .infinity
        guard from < last, to > first else { return nil }
        let shares = (from <= first ? 0 : axis.share(of: from), to >= last ? 1 : axis.share(of: to))
        return shares.0...max(shares.0, shares.1)
    }
}
