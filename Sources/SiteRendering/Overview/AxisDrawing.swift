import EDTF

/// The words below the lanes and the lines behind them.
struct AxisTicks: Sendable {
    struct Tick: Equatable, Sendable {
        var share: Double
        var text: String
        /// 0 for the upper line of words, 1 for the years below months.
        var line: Int
        /// True for the first month of a year, and for every year.
        var isStrong: Bool
    }

    private(set) var ticks: [Tick] = []
    /// Places of finer lines, which a drawing as wide as the page has no room for.
    private(set) var fine: [(share: Double, text: String)] = []
    /// The middles of folded gaps.
    private(set) var folds: [Double] = []
    /// False where lines without words would be a hatching.
    private let hasEveryLine: Bool
    private static let mostLines = 50
    var lineCount: Int { (ticks.map(\.line).max() ?? 0) + 1 }

    init(_ axis: TimeAxis, _ language: Language) {
        hasEveryLine = axis.stretches.count <= Self.mostLines
        var ends = [-Double.infinity, -.infinity]
        var year: Int?
        for (place, stretch) in axis.stretches.enumerated() {
            if stretch.isFold {
                folds.append((stretch.shares.lowerBound + stretch.shares.upperBound) / 2)
                continue
            }
            let step = (stretch.shares.upperBound - stretch.shares.lowerBound) / Double(stretch.numbers.count)
            for (offset, number) in stretch.numbers.enumerated() {
                let share = stretch.shares.lowerBound + Double(offset) * step
                let day = axis.unit.firstDay(number)
                let isFirst = day.year != year
                year = day.year
                if axis.unit == .month {
                    let room = step * MarkGeometry.designWidth
                    add(Self.month(day, room, language), share, line: 0, isFirst, &ends)
                    let words = TimeUnit.yearWords(day, in: language.dates)
                    if isFirst { add(words, share, line: 1, true, &ends) }
                } else {
                    add(TimeUnit.yearWords(day, in: language.dates), share, line: 0, place == 0, &ends)
                }
                addFine(axis, number, language)
            }
        }
    }

    /// A label that would run into the one before it is left out; its line stays.
    private mutating func add(
        _ words: String, _ share: Double, line: Int, _ isStrong: Bool, _ ends: inout [Double]
    ) {
        let left = share * MarkGeometry.designWidth
        let right = left + TextWidth.of(words) + 8
        let isFree = left >= ends[line] && right <= MarkGeometry.designWidth + 8
        if isFree { ends[line] = right }
        if isFree || line == 0 && hasEveryLine {
            ticks.append(Tick(share: share, text: isFree ? words : "", line: line, isStrong: isStrong))
        }
    }

    private static func month(_ day: CalendarDay, _ room: Double, _ language: Language) -> String {
        let name = language.dates.months[day.month - 1]
        return TextWidth.of(name) + 10 <= room ? name : language.shortMonths[day.month - 1]
    }

    /// Days of months and months of years, where there are few enough of them to draw.
    private mutating func addFine(_ axis: TimeAxis, _ number: Int, _ language: Language) {
        guard axis.stretches.count <= 24 else { return }
        let day = axis.unit.firstDay(number)
        let places: [(CalendarDay?, String)]
        switch axis.unit {
        case .month:
            places = [11, 21].map { (CalendarDay(year: day.year, month: day.month, day: $0), String($0)) }
        case .years(1):
            places = [4, 7, 10].map {
                (CalendarDay(year: day.year, month: $0, day: 1), language.shortMonths[$0 - 1])
            }
        case .years: return
        }
        for case (let day?, let text) in places {
            fine.append((axis.share(of: Double(day.ordinal)), text))
        }
    }
}

extension SVGWriter {
    /// Draws lines from the top of the lanes to their foot, and the words below.
    mutating func draw(_ ticks: AxisTicks, top: Double, foot: Double) {
        begin("g", ["class": .text("axis"), "aria-hidden": .text("true")])
        for tick in ticks.ticks where tick.line == 0 {
            drawLine(tick.share, top, foot + 5, tick.isStrong ? "tick strong" : "tick")
        }
        for tick in ticks.ticks where !tick.text.isEmpty {
            draw(tick.text, tick.share, foot + (tick.line == 0 ? 15 : 31), tick.line == 0 ? "unit" : "year")
        }
        for tick in ticks.fine {
            drawLine(tick.share, top, foot, "tick fine")
            draw(tick.text, tick.share, foot + 15, "fine")
        }
        for fold in ticks.folds {
            begin("svg", ["x": .share(fold), "y": .number(foot), "overflow": .text("visible")])
            element("path", ["class": .text("fold"), "d": .text("M-5 5l4-10M1 5l4-10")])
            end()
            drawLine(fold, top, foot - 6, "tick folded")
        }
        end()
    }

    private mutating func drawLine(_ share: Double, _ top: Double, _ foot: Double, _ name: String) {
        element(
            "line",
            [
                "class": .text(name), "x1": .share(share), "x2": .share(share), "y1": .number(top),
                "y2": .number(foot),
            ])
    }

    private mutating func draw(_ text: String, _ share: Double, _ y: Double, _ name: String) {
        self.text(
            "text",
            [
                "class": .text(name), "x": .share(share), "y": .number(y),
                "transform": .shift(name == "fine" ? 0 : 3),
            ], text)
    }
}
