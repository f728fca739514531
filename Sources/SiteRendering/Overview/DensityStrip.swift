import EDTF
import TimelineModel

/// A drawing of how many entries there are when: in each lane a column for each month, year or run of years.
struct DensityStrip {
    let svg: [UInt8]
    /// What the highest column stands for.
    let scale: String

    /// Columns at most; with more of them, each would be thinner than four pixels.
    static let mostColumns = 150
    /// The height of the highest column in pixels.
    static let columnHeight = 30.0
    /// Half the height where lanes are many.
    private static let lowColumnHeight = 18.0

    init(_ numbers: [Int], in site: Site) {
        // Entries are sorted by their first day, so that their days need not be sorted again.
        let days = numbers.map { site[$0].startDay ?? CalendarDay(ordinal: 0) }
        let (unit, counts) = TimeAxis.counts(of: days, atMost: Self.mostColumns)
        let axis = TimeAxis(unit, counts, isEven: true)
        let lanes = OverviewLanes(numbers, in: site)
        var columns = [[Int]](
            repeating: [Int](repeating: 0, count: counts.count), count: lanes.lanes.count)
        var column = 0
        for (number, day) in zip(numbers, days) {
            let period = unit.number(of: day)
            while counts[column].number != period { column += 1 }
            columns[lanes.slot(of: site[number])][column] += 1
        }
        let highest = columns.lazy.map { $0.max() ?? 0 }.max() ?? 1
        scale = site.language.fill(.overviewScale, ["count": site.language.entries(highest)])
        let full = lanes.lanes.count > 6 ? Self.lowColumnHeight : Self.columnHeight
        let heights = lanes.lanes.map { ($0.name.isEmpty ? 4 : OverviewLanes.nameHeight) + full }
        let places = axis.stretches.filter { stretch in
            stretch.numbers.count == 1 && Self.holds(stretch.numbers.lowerBound, counts)
        }
        svg = site.drawing(axis, lanes: lanes, heights: heights) { svg, slot, top in
            svg.drawColumns(
                columns[slot], places, foot: top + heights[slot], height: full - 2, highest: highest)
        } overlay: { svg, top, foot in
            svg.drawTargets(Self.targets(counts, places, numbers), unit, top, foot, site)
        }
    }

    private static func holds(_ number: Int, _ counts: [(number: Int, count: Int)]) -> Bool {
        let place = counts.firstPlace { number <= $0.number }
        return place < counts.count && counts[place].number == number
    }

    /// What can be clicked: columns side by side, together wide enough to hit.
    struct Target {
        var numbers: ClosedRange<Int>
        var shares: Range<Double>
        var count: Int
        /// The first entry, as a place in the timeline.
        var first: Int
    }

    private static func targets(
        _ counts: [(number: Int, count: Int)], _ places: [TimeAxis.Stretch], _ numbers: [Int]
    ) -> [Target] {
        var targets: [Target] = []
        var entry = 0
        for (count, place) in zip(counts, places) {
            let least = (MarkGeometry.target + 0.5) / MarkGeometry.designWidth
            if let last = targets.last, last.shares.upperBound - last.shares.lowerBound < least,
                place.shares.lowerBound - last.shares.upperBound < least
            {
                targets[targets.count - 1].numbers = last.numbers.lowerBound...count.number
                targets[targets.count - 1].shares = last.shares.lowerBound..<place.shares.upperBound
                targets[targets.count - 1].count += count.count
            } else {
                targets.append(
                    Target(
                        numbers: count.number...count.number, shares: place.shares, count: count.count,
                        first: numbers[entry]))
            }
            entry += count.count
        }
        return targets
    }
}

extension SVGWriter {
    /// One path a lane: columns from the foot of it, on a grid of 1,000 steps that stretches with the drawing.
    fileprivate mutating func drawColumns(
        _ counts: [Int], _ places: [TimeAxis.Stretch], foot: Double, height: Double, highest: Int
    ) {
        var path: [UInt8] = []
        for (count, place) in zip(counts, places) where count > 0 {
            let left = place.shares.lowerBound * 1000
            let width = (place.shares.upperBound - place.shares.lowerBound) * 1000
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

    fileprivate mutating func drawTargets(
        _ targets: [DensityStrip.Target], _ unit: TimeUnit, _ top: Double, _ foot: Double, _ site: Site
    ) {
        for target in targets {
            guard let place = site.periodPlace(of: target.first) else { continue }
            let period = site.periods[place]
            begin("a", ["class": .text("stretch-of"), "href": .text("#" + Site.anchor(of: period))])
            let words = unit.words(target.numbers, in: site.language.dates)
            let count = site.language.entries(target.count)
            text("title", [:], site.language.fill(.overviewStretch, ["name": words, "count": count]))
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
