import EDTF

/// The labels below the lanes and the lines behind them.
struct AxisTicks: Sendable {
    /// A line with its label.
    struct Tick: Equatable, Sendable {
        /// The fraction of the width.
        var share: Double
        /// The label; empty if there is no room for it.
        var text: String
        /// The line of labels: 0 for the upper one; 1 for their context (the month of days, the year of months) and
        /// for the gaps that breaks leave out.
        var line: Int
        var anchor = Anchor.start
        /// Whether it is the first month of a year, or the first tick of all.
        var isStrong: Bool
        /// The least width of the drawing, one of ``widths``, at which the label touches no other.
        var width = 0.0

        /// The alignment of a label at its position: to the right of it, centred, or to the left.
        enum Anchor { case start, middle, end }
    }

    private(set) var ticks: [Tick] = []
    /// The centres of breaks, with the lengths of time that they leave out.
    private(set) var folds: [(share: Double, text: String)] = []
    /// Whether lines without labels are drawn; with many stretches they would form a hatching.
    private let hasEveryLine: Bool
    /// The greatest number of stretches with all lines.
    private static let mostLines = 50
    /// The widths for which labels are chosen: a small sheet of paper, A4, and the least width on a screen.
    static let widths = [360.0, 640, MarkGeometry.designWidth]

    /// The number of lines of labels.
    var lineCount: Int { (ticks.lazy.filter { !$0.text.isEmpty }.map(\.line).max() ?? 0) + 1 }

    init(_ axis: TimeAxis, _ language: Language) {
        hasEveryLine = axis.stretches.count <= Self.mostLines
        var context = Context()
        for stretch in axis.stretches {
            if stretch.isFold {
                let share = (stretch.shares.lowerBound + stretch.shares.upperBound) / 2
                folds.append((share, language.length(stretch.days)))
            } else if stretch.unit == .day {
                addDays(stretch, axis, language)
                context = Context()
            } else {
                add(stretch, axis, language, &context)
            }
        }
        chooseWords()
        ticks.removeAll { $0.text.isEmpty && ($0.line == 1 || !hasEveryLine) }
    }

    /// The unit and the year of the last label, which the next one need not repeat.
    private struct Context {
        var unit: TimeUnit?
        var year: Int?
    }

    /// Adds days, with their months below.
    private mutating func addDays(_ stretch: TimeAxis.Stretch, _ axis: TimeAxis, _ language: Language) {
        let width = stretch.shares.upperBound - stretch.shares.lowerBound
        let step = Self.step(
            width * Self.widths[1] / (stretch.days.upperBound - stretch.days.lowerBound),
            room: TextWidth.pixels("30") + 8)
        for number in Int(stretch.days.lowerBound)..<Int(stretch.days.upperBound) {
            let day = CalendarDay(ordinal: number)
            let isFirst = Double(number) == stretch.days.lowerBound
            if day.day == 1 || isFirst {
                let end = Double(number + CalendarDay.daysInMonth(day.month, of: day.year) - day.day + 1)
                let room = axis.share(of: min(end, stretch.days.upperBound)) - axis.share(of: Double(number))
                addMonth(day, axis.share(of: Double(number)), room * Self.widths[1], language)
            }
            guard Self.isLabelled(day, step) else { continue }
            ticks.append(
                Tick(
                    share: axis.share(of: Double(number)), text: String(day.day), line: 0,
                    isStrong: day.day == 1))
        }
    }

    /// Adds the month of the following days.
    private mutating func addMonth(_ day: CalendarDay, _ share: Double, _ room: Double, _ language: Language)
    {
        let full = TimeUnit.monthWords(day, in: language.dates)
        let short = language.shortMonth(of: day)
        let words = TextWidth.pixels(full) + 8 <= room ? full : short
        let isAtEnd = share * MarkGeometry.designWidth + TextWidth.pixels(words) > MarkGeometry.designWidth
        ticks.append(
            Tick(
                share: isAtEnd ? 1 : share, text: words, line: 1, anchor: isAtEnd ? .end : .start,
                isStrong: true))
    }

    /// Returns the interval of labelled days, given the pixels per day and those that a label needs.
    static func step(_ pixels: Double, room: Double) -> Int {
        [1, 2, 5, 10].first { Double($0) * pixels >= room } ?? 15
    }

    /// Whether a day has a label of its own, given the interval of labelled days.
    static func isLabelled(_ day: CalendarDay, _ step: Int) -> Bool {
        // Next to 31, the first of the next month would be half as far away as the others.
        day.day == 1 || day.day % step == 0 && day.day + step / 2 <= 31
    }

    /// Adds months with their years below, or years.
    private mutating func add(
        _ stretch: TimeAxis.Stretch, _ axis: TimeAxis, _ language: Language, _ context: inout Context
    ) {
        let unit = stretch.unit
        if context.unit != unit { context = Context(unit: unit) }
        var number = unit.number(of: CalendarDay(ordinal: Int(stretch.days.lowerBound)))
        if unit.start(number) < stretch.days.lowerBound { number += 1 }
        while unit.start(number) < stretch.days.upperBound {
            let day = unit.firstDay(number)
            let share = axis.share(of: unit.start(number))
            let isFirst = day.year != context.year
            context.year = day.year
            number += 1
            if unit == .month {
                let room = axis.share(of: min(unit.start(number), stretch.days.upperBound)) - share
                let words = Self.month(day, room * MarkGeometry.designWidth, language)
                ticks.append(Tick(share: share, text: words, line: 0, isStrong: isFirst))
                let year = TimeUnit.yearWords(day, in: language.dates)
                if isFirst { ticks.append(Tick(share: share, text: year, line: 1, isStrong: true)) }
            } else {
                let words = TimeUnit.yearWords(day, in: language.dates)
                ticks.append(Tick(share: share, text: words, line: 0, isStrong: ticks.isEmpty))
            }
        }
    }

    /// Returns the name of a month, abbreviated if there is little room.
    private static func month(_ day: CalendarDay, _ room: Double, _ language: Language) -> String {
        let name = language.dates.months[day.month - 1]
        return TextWidth.pixels(name) + 10 <= room ? name : language.shortMonths[day.month - 1]
    }
}

// MARK: - Room for words

extension AxisTicks {
    /// Chooses the labels with enough room. From narrow to wide drawings, it keeps labels that touch none of those
    /// kept before, strong ones first; of the others only the lines remain. The captions of breaks come last.
    private mutating func chooseWords() {
        var kept: [[Tick]] = [[], []]
        let order = ticks.indices.filter { ticks[$0].isStrong } + ticks.indices.filter { !ticks[$0].isStrong }
        for width in Self.widths {
            for number in order where ticks[number].width == 0 && !ticks[number].text.isEmpty {
                var tick = ticks[number]
                tick.width = width
                guard tick.fits(beside: kept[tick.line]) else { continue }
                ticks[number] = tick
                kept[tick.line].append(tick)
            }
        }
        for number in ticks.indices where ticks[number].width == 0 { ticks[number].text = "" }
        for fold in folds {
            let choices = [1, 0].flatMap { line in
                Self.widths.map { width in
                    Tick(
                        share: fold.share, text: fold.text, line: line, anchor: .middle, isStrong: false,
                        width: width)
                }
            }
            if let tick = choices.first(where: { $0.fits(beside: kept[$0.line]) }) {
                ticks.append(tick)
                kept[tick.line].append(tick)
            }
        }
    }
}

extension AxisTicks.Tick {
    /// Whether the label is within the drawing and touches no other, from its least width on.
    fileprivate func fits(beside others: [Self]) -> Bool {
        let span = span(at: width)
        return span.lowerBound >= -0.5 && span.upperBound <= width + 8
            && others.allSatisfy { other in
                let wider = max(width, other.width)
                return !other.span(at: wider).overlaps(self.span(at: wider))
            }
    }

    /// Returns the range of pixels that the label takes in a drawing of a given width, including the space after it.
    func span(at width: Double) -> Range<Double> {
        let length = TextWidth.pixels(text)
        let left =
            switch anchor {
            case .start: share * width + 3
            case .middle: share * width - length / 2
            case .end: share * width - length
            }
        return left..<left + length + (anchor == .middle ? 4 : 8)
    }
}

extension Language {
    /// Returns the month of a day with its year, abbreviated.
    func shortMonth(of day: CalendarDay) -> String {
        shortMonths[day.month - 1] + " " + TimeUnit.yearWords(day, in: dates)
    }

    /// Returns the length of a range of days in round numbers: `425 years`.
    func length(_ days: Range<Double>) -> String {
        let count = days.upperBound - days.lowerBound
        let years = count / 365.2425
        func words(_ phrase: Phrase, _ number: Double) -> String {
            fill(phrase, ["count": grouped(String(Int(number.rounded())))])
        }
        if count < 62 { return words(.spanDays, count) }
        if years < 2 { return words(.spanMonths, count / 30.44) }
        if years < 1e6 { return words(.spanYears, years) }
        if years < 1e9 { return words(.spanMillions, years / 1e6) }
        let tenths = Int((years / 1e8).rounded())
        let billions = grouped(String(tenths / 10)) + (tenths % 10 > 0 ? ".\(tenths % 10)" : "")
        return fill(.spanBillions, ["count": billions])
    }

    /// The patterns for years before and after the start of the common era, for the script: `# BCE|# CE`.
    var yearPatterns: String {
        [-1, 2].map { year in
            let day = CalendarDay(year: year, month: 1, day: 1) ?? CalendarDay(ordinal: 0)
            return TimeUnit.yearWords(day, in: dates).replacing("2", with: "#")
        }.joined(separator: "|")
    }

    /// Returns the gaps that the breaks of an axis leave out, in words; nil if there are no breaks.
    func leftOut(_ axis: TimeAxis) -> String? {
        let folds = axis.stretches.filter(\.isFold).map { TimeUnit.words($0.days, in: dates) }
        return folds.isEmpty ? nil : self[.axisFolded] + " " + fill(.axisLeftOut, ["list": list(folds)])
    }
}

extension SVGWriter {
    /// Draws the lines from the top of the lanes to their foot, and the labels below.
    mutating func draw(_ ticks: AxisTicks, top: Double, foot: Double) {
        begin("g", ["class": .text("axis"), "aria-hidden": .text("true")])
        for tick in ticks.ticks where tick.line == 0 {
            drawLine(tick.share, top, foot + 5, tick.isStrong ? "tick strong" : "tick")
        }
        for tick in ticks.ticks where !tick.text.isEmpty && tick.anchor != .middle { draw(tick, foot) }
        end()
        if ticks.folds.isEmpty { return }
        begin("g", ["class": .text("breaks"), "aria-hidden": .text("true")])
        for fold in ticks.folds {
            begin("svg", ["x": .share(fold.share), "y": .number(foot), "overflow": .text("visible")])
            element("path", ["class": .text("fold"), "d": .text("M-5 5l4-10M1 5l4-10")])
            end()
            drawLine(fold.share, top, foot - 6, "tick folded")
        }
        for tick in ticks.ticks where !tick.text.isEmpty && tick.anchor == .middle { draw(tick, foot) }
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

    /// Draws a label. Its class tells the style sheet the width from which on it is shown.
    private mutating func draw(_ tick: AxisTicks.Tick, _ foot: Double) {
        var name = tick.anchor == .middle ? "left-out" : tick.line == 0 ? "unit" : "year"
        // What a narrower sheet of paper has no room for.
        if tick.width > AxisTicks.widths[0] {
            name += tick.width > AxisTicks.widths[1] ? " is-wide" : " is-roomy"
        }
        text(
            "text",
            [
                "class": .text(name), "x": .share(tick.share),
                "y": .number(foot + (tick.line == 0 ? 15 : 31)),
                "text-anchor": tick.anchor == .end ? .text("end") : .none,
                "transform": .shift(tick.anchor == .start ? 3 : 0),
            ], tick.text)
    }
}
