import EDTF
import TimelineModel
import UTF8Text

/// A histogram of entries over time: in each lane a column for each month, year or run of years.
struct DensityStrip {
    let svg: [UInt8]
    /// The number of entries that the highest column stands for, in words.
    let scale: String
    /// The gaps that the breaks of the axis leave out, in words; nil if there are none.
    let leftOut: String?

    /// The greatest number of columns; with more, each would be thinner than four pixels.
    static let mostColumns = 150
    /// The height of the highest column in pixels.
    static let columnHeight = 30.0
    /// The height of the highest column in pixels, if there are many lanes.
    private static let lowColumnHeight = 18.0

    /// - Parameters:
    ///   - numbers: the indices of the entries in the timeline, ascending.
    ///   - linksStay: whether links name their target, for a page whose links open elsewhere.
    init(_ numbers: [Int], in site: Site, linksStay: Bool) {
        // Entries are sorted by their first day, so that their days need not be sorted again.
        let days = numbers.map { site[$0].startDay ?? CalendarDay(ordinal: 0) }
        let plan = AxisPlan(Self.days(days, numbers, site), mostCells: Self.mostColumns, isEven: true)
        let lanes = OverviewLanes(numbers, in: site)
        var columns = [[Int]](
            repeating: [Int](repeating: 0, count: plan.cells.count), count: lanes.lanes.count)
        var column = 0
        for (number, day) in zip(numbers, days) {
            while column + 1 < plan.cells.count, plan.cells[column].days.upperBound <= Double(day.ordinal) {
                column += 1
            }
            columns[lanes.slot(of: site[number])][column] += 1
        }
        let highest = columns.lazy.map { $0.max() ?? 0 }.max() ?? 1
        scale = site.language.fill(.overviewScale, ["count": site.language.entries(highest)])
        leftOut = site.language.leftOut(plan.axis)
        let full = lanes.lanes.count > 6 ? Self.lowColumnHeight : Self.columnHeight
        let heights = lanes.lanes.map { ($0.name.isEmpty ? 4 : OverviewLanes.nameHeight) + full }
        let shares = plan.cells.map { cell in
            plan.axis.share(of: cell.days.lowerBound)..<plan.axis.share(of: cell.days.upperBound)
        }
        svg = site.drawing(
            plan.axis, most: TimeAxis.leastZoom, lanes: lanes, heights: heights, linksStay: linksStay
        ) {
            svg, slot, top in
            svg.drawColumns(
                columns[slot], shares, foot: top + heights[slot], height: full - 2, highest: highest)
        } overlay: { svg, top, foot in
            svg.drawTargets(Self.targets(plan.cells, shares, numbers), top, foot, site)
        }
    }

    /// Returns the days for the axis; columns count an entry on its first day.
    private static func days(_ days: [CalendarDay], _ numbers: [Int], _ site: Site) -> AxisDays {
        let marks = zip(days, numbers).map { day, number in
            (position: Double(day.ordinal) + 0.5, span: site[number].date.expression.span(from: day))
        }
        return AxisDays(ends: days, marks: marks)
    }

    /// A click target: adjacent columns that are together wide enough.
    struct Target {
        /// The days of the columns.
        var days: Range<Double>
        var shares: Range<Double>
        var count: Int
        /// The index of the first entry in the timeline.
        var first: Int
    }

    /// Returns the click targets of all columns.
    private static func targets(
        _ cells: [AxisPlan.Cell], _ shares: [Range<Double>], _ numbers: [Int]
    ) -> [Target] {
        var targets: [Target] = []
        var entry = 0
        for (cell, share) in zip(cells, shares) {
            let least = (MarkGeometry.target + 0.5) / MarkGeometry.designWidth
            if let last = targets.last, last.shares.upperBound - last.shares.lowerBound < least,
                share.lowerBound - last.shares.upperBound < least
            {
                targets[targets.count - 1].days = last.days.lowerBound..<cell.days.upperBound
                targets[targets.count - 1].shares = last.shares.lowerBound..<share.upperBound
                targets[targets.count - 1].count += cell.count
            } else {
                targets.append(
                    Target(days: cell.days, shares: share, count: cell.count, first: numbers[entry]))
            }
            entry += cell.count
        }
        return targets
    }
}

extension SVGWriter {
    /// Draws the columns of a lane as one path, on a grid of 1,000 units that stretches with the drawing.
    fileprivate mutating func drawColumns(
        _ counts: [Int], _ shares: [Range<Double>], foot: Double, height: Double, highest: Int
    ) {
        var path: [UInt8] = []
        for (count, share) in zip(counts, shares) where count > 0 {
            let left = share.lowerBound * 1000
            let width = (share.upperBound - share.lowerBound) * 1000
            // A column of one entry must still be seen beside one of hundreds.
            let rise = max(1.5, Double(count) / Double(highest) * height)
            path.append(UInt8(ascii: "M"))
            path.append(decimal: left + width * 0.08)
            path.append(UInt8(ascii: " "))
            path.append(decimal: height)
            path.append(UInt8(ascii: "v"))
            path.append(decimal: -rise)
            path.append(UInt8(ascii: "h"))
            path.append(decimal: width * 0.84)
            path.append(UInt8(ascii: "v"))
            path.append(decimal: rise)
        }
        begin(
            "svg",
            [
                "y": .number(foot - height), "width": .share(1), "height": .number(height),
                "viewBox": .text("0 0 1000 \(Int(height))"), "preserveAspectRatio": .text("none"),
            ])
        element("path", ["class": .text("columns"), "d": .text(String(decoding: path, as: UTF8.self))])
        end()
    }

    /// Draws links over the columns, each to the period of its first entry.
    fileprivate mutating func drawTargets(
        _ targets: [DensityStrip.Target], _ top: Double, _ foot: Double, _ site: Site
    ) {
        for target in targets {
            guard let index = site.periodIndex(of: target.first) else { continue }
            let period = site.periods[index]
            let words = TimeUnit.words(target.days, in: site.language.dates)
            let count = site.language.entries(target.count)
            beginLink(
                [
                    "class": .text("stretch-of"), "href": .text("#" + Site.anchor(of: period)),
                    "aria-label": .text(
                        site.language.fill(.overviewStretch, ["name": words, "count": count])),
                ])
            element(
                "rect",
                [
                    "class": .text("target"), "x": .share(target.shares.lowerBound), "y": .number(top),
                    "width": .share(target.shares.upperBound - target.shares.lowerBound),
                    "height": .number(foot - top),
                ])
            end()
        }
    }
}

extension DateExpression {
    /// Returns the number of days on which the event may have begun.
    fileprivate func span(from first: CalendarDay) -> Double {
        switch value {
        case .date, .year, .season:
            displayLatest.day.map { Double($0.ordinal) - Double(first.ordinal) + 1 } ?? 1
        case .dateTime, .interval, .set, .list: 1
        }
    }
}
