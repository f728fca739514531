import EDTF

/// A part of an axis with its unit, and how many ends fall into each.
struct MeasuredPart {
    /// How many ends fall into a day, a month or a run of years.
    struct Count {
        var number: Int
        var count: Int
        /// For how many of them it needs room: what begins or ends on one day stands in a stack, which needs no more
        /// room the higher it is.
        var room: Int

        init(_ number: Int, _ count: Int) {
            self.number = number
            self.count = count
            room = min(count, 6)
        }
    }

    let unit: TimeUnit
    let counts: [Count]
    /// Gaps up to so many units are drawn through.
    let longestGap: Int
    let isDense: Bool
    /// All that it can reach over.
    let days: Range<Double>
    /// From the first of its days to the last.
    let known: Range<Double>

    /// A part as one, or as several where long gaps divide it and its unit would make nothing but ends of what
    /// stands between them, as months do of the year 1066.
    static func parts(of part: AxisPlan.Part, _ days: AxisDays, mostCells: Int) -> [MeasuredPart] {
        let whole = MeasuredPart(part, days, mostCells: mostCells)
        if whole.unit == .day { return [whole] }
        let pieces = part.divided(days, by: whole.unit, longestGap: whole.longestGap)
        let choices = pieces.map { piece in
            var piece = piece
            // The days that the story is about are told apart.
            piece.isDense =
                pieces.count > 1 && piece.marks.count > 1 && 3 * piece.marks.count >= days.marks.count
            return (
                piece, isFine(whole.unit, days.marks[piece.marks]) && !(piece.isDense && days.isFew(piece))
            )
        }
        if choices.allSatisfy(\.1) { return [whole] }
        return choices.map { piece, isFine in
            isFine
                ? MeasuredPart(piece, days, unit: whole.unit)
                : MeasuredPart(piece, days, mostCells: Self.fewCells)
        }
    }

    private init(_ part: AxisPlan.Part, _ days: AxisDays, unit: TimeUnit) {
        self.unit = unit
        isDense = part.isDense
        longestGap = Self.longestGap
        let ends = days.ends[part.ends]
        counts = Self.counts(ends, by: unit, atMost: .max) ?? []
        known = Self.known(ends)
        self.days = Self.reach(counts, unit)
    }

    private init(_ part: AxisPlan.Part, _ days: AxisDays, mostCells: Int) {
        let ends = days.ends[part.ends]
        isDense = part.isDense
        let first = ends.first?.day ?? CalendarDay(ordinal: 0)
        let last = ends.last?.day ?? first
        known = Self.known(ends)
        // What stands alone, such as one long war, is drawn as long as it was.
        let isAlone = part.marks.count < 2
        longestGap = isAlone ? Self.longestGapAlone : Self.longestGap
        if part.isDense || part.isWhole, days.isFew(part) {
            unit = .day
            counts = ends.map { Count($0.day.ordinal, $0.count) }
            self.days = part.isWhole ? Self.around(first, last) : known
            return
        }
        let marks = days.marks[part.marks]
        var choice = Choice(marks: marks, longestGap: longestGap, isAlone: isAlone)
        for unit in TimeUnit.all.dropFirst() where Self.isFine(unit, marks) {
            guard let counts = Self.counts(ends, by: unit, atMost: mostCells) else { continue }
            if choice.take(unit, counts) { break }
        }
        unit = choice.unit
        counts = choice.counts
        self.days = Self.reach(counts, unit)
    }

    private static func known(_ ends: ArraySlice<(day: CalendarDay, count: Int)>) -> Range<Double> {
        let first = ends.first?.day.ordinal ?? 0
        return Double(first)..<Double(ends.last?.day.ordinal ?? first) + 1
    }

    private static func reach(_ counts: [Count], _ unit: TimeUnit) -> Range<Double> {
        unit.start(counts.first?.number ?? 0)..<unit.start((counts.last?.number ?? 0) + 1)
    }

    /// False for a unit that most dates are wider than: years in months would be nothing but ends.
    private static func isFine(_ unit: TimeUnit, _ marks: ArraySlice<(place: Double, span: Double)>) -> Bool {
        marks.count { $0.span > 1.5 * unit.length } * 2 <= marks.count
    }

    private static let longestGap = 2
    private static let longestGapAlone = 12
    private static let fewCells = 6
    /// Up to so many days are drawn as days.
    fileprivate static let mostDays = 45
    /// Fewer would make one of them as wide as a month.
    private static let leastDays = 14

    /// The whole month of days that all are in one, else so many that none of them is too wide.
    private static func around(_ first: CalendarDay, _ last: CalendarDay) -> Range<Double> {
        if first.year == last.year, first.month == last.month {
            let month = TimeUnit.month.number(of: first)
            return TimeUnit.month.start(month)..<TimeUnit.month.start(month + 1)
        }
        let lacking = max(0, leastDays - (last.ordinal - first.ordinal + 1))
        return Double(first.ordinal - lacking / 2)..<Double(last.ordinal + 1 + (lacking + 1) / 2)
    }

    private static func counts(
        _ ends: ArraySlice<(day: CalendarDay, count: Int)>, by unit: TimeUnit, atMost limit: Int
    ) -> [Count]? {
        var counts: [Count] = []
        for (day, count) in ends {
            let next = Count(unit.number(of: day), count)
            if let last = counts.last, last.number == next.number {
                counts[counts.count - 1].count += count
                counts[counts.count - 1].room += next.room
            } else if counts.count == limit {
                return nil
            } else {
                counts.append(next)
            }
        }
        return counts
    }
}

/// The finest unit by which days fall into few enough parts with few folds between them. Where every unit leaves
/// many folds, the one with the fewest to a part is taken.
private struct Choice {
    let marks: ArraySlice<(place: Double, span: Double)>
    let longestGap: Int
    let isAlone: Bool
    private(set) var unit = TimeUnit.month
    private(set) var counts: [MeasuredPart.Count] = []
    private var share = Double.infinity

    init(marks: ArraySlice<(place: Double, span: Double)>, longestGap: Int, isAlone: Bool) {
        self.marks = marks
        self.longestGap = longestGap
        self.isAlone = isAlone
    }

    /// Looks at the next coarser unit; true where it will do.
    mutating func take(_ unit: TimeUnit, _ counts: [MeasuredPart.Count]) -> Bool {
        let folds = zip(counts, counts.dropFirst()).count { left, right in
            right.number - left.number - 1 > longestGap
                && !marks.holdsAny(unit.start(left.number + 1)..<unit.start(right.number))
        }
        let share = Double(folds) / Double(counts.count)
        let isEnough = folds <= (isAlone ? 0 : max(2, counts.count / 2))
        if isEnough || share < self.share { (self.unit, self.counts, self.share) = (unit, counts, share) }
        return isEnough
    }
}

extension ArraySlice<(place: Double, span: Double)> {
    /// True where a symbol stands on one of the days.
    fileprivate func holdsAny(_ days: Range<Double>) -> Bool {
        let place = firstPlace { days.lowerBound <= $0.place }
        return place < endIndex && self[place].place < days.upperBound
    }
}

extension AxisDays {
    /// True where a part reaches over so few days that they can be drawn.
    fileprivate func isFew(_ part: AxisPlan.Part) -> Bool {
        guard let first = ends[part.ends].first, let last = ends[part.ends].last else { return false }
        return last.day.ordinal - first.day.ordinal < MeasuredPart.mostDays
    }
}

extension AxisPlan.Part {
    /// What long gaps without a symbol in them divide.
    fileprivate func divided(_ days: AxisDays, by unit: TimeUnit, longestGap: Int) -> [Self] {
        var parts: [Self] = []
        var (start, mark) = (ends.lowerBound, marks.lowerBound)
        func add(upTo end: Int, _ border: Double) {
            let first = mark
            while mark < marks.upperBound, days.marks[mark].place < border { mark += 1 }
            parts.append(Self(ends: start..<end, marks: first..<mark, isDense: isDense, isWhole: false))
            start = end
        }
        for end in ends.dropFirst() {
            let numbers = (unit.number(of: days.ends[end - 1].day), unit.number(of: days.ends[end].day))
            let gap = unit.start(numbers.0 + 1)..<max(unit.start(numbers.0 + 1), unit.start(numbers.1))
            if numbers.1 - numbers.0 - 1 > longestGap, !days.marks[marks].holdsAny(gap) {
                add(upTo: end, gap.upperBound)
            }
        }
        add(upTo: ends.upperBound, .infinity)
        return parts
    }
}
