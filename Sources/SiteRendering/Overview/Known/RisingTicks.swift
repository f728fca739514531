import EDTF
import UTF8Text

/// The labels of an axis that runs upwards: few, one above the other, each with a line.
struct RisingTicks: Sendable {
    /// A line with its label.
    struct Tick: Equatable, Sendable {
        /// The fraction of the axis.
        var share: Double
        var text: String
        /// Whether the label names a month with its year, or a day with its month; the others continue it.
        var isStrong: Bool
    }

    /// The labelled lines, ascending.
    private(set) var ticks: [Tick] = []
    /// The centres of breaks.
    private(set) var folds: [Double] = []

    /// The least distance between two labels, in pixels.
    private static let room = 15.0

    init(_ axis: TimeAxis, _ language: Language) {
        var year: Int?
        for stretch in axis.stretches {
            switch stretch.unit {
            case _ where stretch.isFold:
                folds.append((stretch.shares.lowerBound + stretch.shares.upperBound) / 2)
            case .day: addDays(stretch, axis, language, &year)
            default: add(stretch, axis, language, &year)
            }
        }
        keepFew()
    }

    /// Adds days: the first of each month with its name, and the first of all in full.
    private mutating func addDays(
        _ stretch: TimeAxis.Stretch, _ axis: TimeAxis, _ language: Language, _ year: inout Int?
    ) {
        let height = (stretch.shares.upperBound - stretch.shares.lowerBound) * KnownPlane.height
        let days = Int(stretch.days.lowerBound)..<Int(stretch.days.upperBound)
        let step = AxisTicks.step(height / Double(max(1, days.count)), room: Self.room)
        for number in days {
            let day = CalendarDay(ordinal: number)
            let isNamed = day.day == 1 || number == days.lowerBound
            guard isNamed || AxisTicks.isLabelled(day, step) else { continue }
            let text =
                if day.day == 1 {
                    language.shortMonth(of: day)
                } else if isNamed {
                    language.shortWords(for: day)
                } else {
                    String(day.day)
                }
            ticks.append(
                Tick(share: axis.share(of: Double(number)), text: text, isStrong: isNamed))
            year = day.year
        }
    }

    /// Adds months, the first of each year with that, or years.
    ///
    /// - Parameter year: the year of the last label, which the next one need not repeat.
    private mutating func add(
        _ stretch: TimeAxis.Stretch, _ axis: TimeAxis, _ language: Language, _ year: inout Int?
    ) {
        let unit = stretch.unit
        var number = unit.number(of: CalendarDay(ordinal: Int(stretch.days.lowerBound)))
        if unit.start(number) < stretch.days.lowerBound { number += 1 }
        while unit.start(number) < stretch.days.upperBound {
            let day = unit.firstDay(number)
            let isFirst = day.year != year
            year = day.year
            let text =
                if unit != .month {
                    TimeUnit.yearWords(day, in: language.dates)
                } else if isFirst {
                    language.shortMonth(of: day)
                } else {
                    language.shortMonths[day.month - 1]
                }
            ticks.append(
                Tick(
                    share: axis.share(of: unit.start(number)), text: text,
                    isStrong: isFirst && unit == .month))
            number += 1
        }
    }

    /// Keeps labels that touch no other, strong ones first.
    private mutating func keepFew() {
        let least = Self.room / KnownPlane.height
        var kept: [Tick] = []
        for tick in ticks.filter(\.isStrong) + ticks.filter({ !$0.isStrong }) {
            let index = kept.partitioningIndex { $0.share >= tick.share }
            let isFree =
                (index == 0 || tick.share - kept[index - 1].share >= least)
                && (index == kept.count || kept[index].share - tick.share >= least)
            if isFree, TextWidth.pixels(tick.text) <= KnownPlane.gutter - 10 { kept.insert(tick, at: index) }
        }
        ticks = kept
    }
}

extension Language {
    /// Returns a day in words, with its month abbreviated.
    fileprivate func shortWords(for day: CalendarDay) -> String {
        words(for: day).replacing(dates.months[day.month - 1], with: shortMonths[day.month - 1])
    }
}
