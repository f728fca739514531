import EDTF
import TimelineModel
import UTF8Text

/// A drawing that counts entries by two times: in each square those that happened in one stretch of time and became
/// known in another. Both axes have the same stretches, so that squares on the diagonal stand for the same time.
struct KnownSquares {
    let svg: [UInt8]
    /// The number of entries that the darkest square stands for, in words.
    let scale: String
    /// The gaps that the breaks of the axis leave out, in words; nil if there are none.
    let leftOut: String?
    /// The squares that count any entry, in rows from the earliest on.
    let squares: [Square]

    /// A square with at least one entry.
    struct Square: Equatable {
        /// The index of the stretch in which the entries happened.
        var column: Int
        /// The index of the stretch in which they became known.
        var row: Int
        var count: Int
        /// The index of the first entry in the timeline.
        var first: Int
    }

    /// The least width and height of a square in pixels, so that it is a click target.
    private static let least = MarkGeometry.target + 0.5

    /// - Parameters:
    ///   - times: the times of the entries, in the order of the timeline. A vague one counts on its first day.
    ///   - address: returns the address of an entry, given its index.
    init(_ times: [KnownTimes], in site: Site, address: (Int) -> String) {
        let days = times.map { time in
            (event: Int(time.event.lowerBound), known: Int(time.shownKnown.lowerBound))
        }
        let all = days.map(\.event) + days.map(\.known)
        let plan = AxisPlan(
            AxisDays(
                ends: all.map { CalendarDay(ordinal: $0) }, marks: all.map { (Double($0) + 0.5, 1) }),
            mostCells: DensityStrip.mostColumns, isEven: true)
        let bands = Self.bands(plan)
        func band(_ day: Int) -> Int {
            min(bands.partitioningIndex { Double(day) < $0.days.upperBound }, bands.count - 1)
        }
        var squares = [Square?](repeating: nil, count: bands.count * bands.count)
        for (time, day) in zip(times, days) {
            let (column, row) = (band(day.event), band(day.known))
            let index = row * bands.count + column
            squares[index] = squares[index] ?? Square(column: column, row: row, count: 0, first: time.number)
            squares[index]?.count += 1
        }
        let found = squares.compactMap(\.self)
        let highest = found.map(\.count).max() ?? 1
        self.squares = found
        scale = site.language.fill(.knownScale, ["count": site.language.entries(highest)])
        leftOut = site.language.leftOut(plan.axis)
        let sameDay = KnownPlane.sameDay(
            site.language,
            besides: found.map { square in
                KnownSpot(
                    x: bands[square.column].shares.middle * MarkGeometry.designWidth,
                    y: KnownPlane.y(at: bands[square.row].shares.middle), marks: [], from: 1)
            })
        svg = KnownPlane(axis: plan.axis).drawing(
            site.language, most: TimeAxis.leastZoom, sameDay: sameDay
        ) { svg in
            for square in found {
                svg.draw(square, bands[square.column], bands[square.row], highest, address, site.language)
            }
        }
    }

    /// A stretch of time with its part of the axis.
    fileprivate struct Band {
        var days: Range<Double>
        var shares: Range<Double>
    }

    /// Returns the days, months or runs of years of an axis, joined where they are too narrow for a square.
    private static func bands(_ plan: AxisPlan) -> [Band] {
        func isWide(_ band: Band) -> Bool {
            band.shares.upperBound - band.shares.lowerBound >= least / KnownPlane.height
        }
        var bands: [Band] = []
        for cell in plan.cells {
            let (start, end) = (
                plan.axis.share(of: cell.days.lowerBound), plan.axis.share(of: cell.days.upperBound)
            )
            if let last = bands.last, !isWide(last) {
                bands[bands.count - 1] = Band(
                    days: last.days.lowerBound..<cell.days.upperBound, shares: last.shares.lowerBound..<end)
            } else {
                bands.append(Band(days: cell.days, shares: start..<end))
            }
        }
        if bands.count > 1, let last = bands.last, !isWide(last) {
            bands.removeLast()
            bands[bands.count - 1].days = bands[bands.count - 1].days.lowerBound..<last.days.upperBound
            bands[bands.count - 1].shares = bands[bands.count - 1].shares.lowerBound..<last.shares.upperBound
        }
        return bands
    }
}

extension Range<Double> {
    fileprivate var middle: Double { (lowerBound + upperBound) / 2 }
}

extension SVGWriter {
    /// Draws a square with its number, as a link to its first entry.
    fileprivate mutating func draw(
        _ square: KnownSquares.Square, _ across: KnownSquares.Band, _ upwards: KnownSquares.Band,
        _ highest: Int, _ address: (Int) -> String, _ language: Language
    ) {
        let top = KnownPlane.y(at: upwards.shares.upperBound)
        let size = (
            width: across.shares.upperBound - across.shares.lowerBound,
            height: KnownPlane.y(at: upwards.shares.lowerBound) - top
        )
        let words = language.fill(
            .knownSquare,
            [
                "from": TimeUnit.words(across.days, in: language.dates),
                "to": TimeUnit.words(upwards.days, in: language.dates),
                "count": language.entries(square.count),
            ])
        beginLink(
            [
                "class": .text("stretch-of"), "href": .text(address(square.first)),
                "aria-label": .text(words),
            ])
        for name in ["square", "target"] {
            element(
                "rect",
                [
                    "class": .text(name), "x": .share(across.shares.lowerBound), "y": .number(top),
                    "width": .share(size.width), "height": .number(size.height),
                    "fill-opacity": name == "square"
                        ? .number(0.08 + 0.3 * (Double(square.count) / Double(highest)).squareRoot()) : .none,
                ])
        }
        let number = language.grouped(String(square.count))
        // At the left above the line of the same day, which crosses the squares on it.
        if TextWidth.pixels(number) <= size.width * MarkGeometry.designWidth - 6 {
            text(
                "text",
                [
                    "class": .text("count-text"), "x": .share(across.shares.lowerBound),
                    "y": .number(top + 12), "transform": .shift(4),
                ], number)
        }
        end()
    }
}
