import EDTF
import TimelineModel

/// The eras behind the lanes: bands with their names above, in several rows if they overlap.
struct EraBands: Sendable {
    /// The band of one era.
    struct Band: Equatable, Sendable {
        var name: String
        var color: String?
        /// The fractions of the width.
        var shares: ClosedRange<Double>
        var row: Int
        /// Whether the name is at the end of the band, because it would not fit into the drawing at the start.
        var isNameAtEnd: Bool
    }

    private(set) var bands: [Band] = []
    /// The number of rows of names.
    var rowCount: Int { (bands.map(\.row).max() ?? -1) + 1 }
    /// The height of a row of names, in pixels.
    static let rowHeight = 18.0
    /// The greatest number of bands; more would hide the marks before them.
    private static let most = 24

    /// Lays out the bands of the site's eras on an axis.
    init(_ site: Site, on axis: TimeAxis) {
        var boxes: [RowPacking.Box] = []
        for era in site.settings.eras {
            guard let date = era.date?.value, let shares = Self.shares(date, on: axis) else { continue }
            guard bands.count < Self.most else { break }
            let width = MarkGeometry.designWidth
            let nameWidth = TextWidth.pixels(era.name) + 10
            let (left, right) = (shares.lowerBound * width, shares.upperBound * width)
            let isAtEnd = left + nameWidth > width
            boxes.append(
                RowPacking.Box(
                    left: isAtEnd ? min(left, right - nameWidth) : left,
                    right: isAtEnd ? right : max(right, left + nameWidth), centre: left))
            bands.append(Band(name: era.name, color: era.color, shares: shares, row: 0, isNameAtEnd: isAtEnd))
        }
        for (number, position) in RowPacking(boxes, mostRows: Self.most).positions.enumerated() {
            bands[number].row = position?.row ?? 0
        }
    }

    /// Returns the part of the drawing that an era covers; nil if it covers none.
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
