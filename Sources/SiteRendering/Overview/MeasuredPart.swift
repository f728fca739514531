import EDTF
import UTF8Text

/// A part of an axis with its unit and the number of ends in each unit.
struct MeasuredPart {
    /// The number of ends in one day, month or run of years.
    struct Count {
        /// The number of the unit.
        var number: Int
        var count: Int
        /// The number of ends for which it needs room. Ends on one day are stacked, and a higher stack needs no more
        /// room.
        var room: Int

        /// The count of one unit; at most six of its ends get room.
        init(_ number: Int, _ count: Int) {
            self.number = number
            self.count = count
            room = min(count, 6)
        }
    }

    let unit: TimeUnit
    /// The units that contain ends, ascending.
    let counts: [Count]
    /// The greatest number of empty units that are drawn; a longer gap is folded.
    let longestGap: Int
    /// Whether the part is a cluster, whose days are drawn individually if they are few.
    let isDense: Bool
    /// The days that the part may extend over.
    let days: Range<Double>
    /// The range from its first end to its last.
    let known: Range<Double>

    /// Returns a part as one measured part, or as several: long gaps divide it if its unit is much finer than the
    /// dates between them, as months are for the year 1066.
    static func parts(of part: AxisPlan.Part, _ days: AxisDays, mostCells: Int) -> [MeasuredPart] {
        let whole = MeasuredPart(part, days, mostCells: mostCells)
        if whole.unit == .day { return [whole] }
        let pieces = part.divided(days, by: whole.unit, longestGap: whole.longestGap)
        let choices = pieces.map { piece in
            var piece = piece
            // A part with a third of all symbols or more is what the timeline is about; its days are distinguished.
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

    /// A part with a given unit.
    private init(_ part: AxisPlan.Part, _ days: AxisDays, unit: TimeUnit) {
        self.unit = unit
        isDense = part.isDense
        longestGap = Self.longestGap
        let ends = days.ends[part.ends]
        counts = Self.counts(ends, by: unit, atMost: .max) ?? []
        known = Self.known(ends)
        self.days = Self.reach(counts, unit)
    }

    /// A part with the finest unit that divides it into few enough cells.
    private init(_ part: AxisPlan.Part, _ days: AxisDays, mostCells: Int) {
        let ends = days.ends[part.ends]
        isDense = part.isDense
        let first = ends.first?.day ?? CalendarDay(ordinal: 0)
        let last = ends.last?.day ?? first
        known = Self.known(ends)
        // A single date, such as one long war, is drawn in its full length.
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

    /// Returns the range from the first end to the last.
    private static func known(_ ends: ArraySlice<(day: CalendarDay, count: Int)>) -> Range<Double> {
        let first = ends.first?.day.ordinal ?? 0
        return Double(first)..<Double(ends.last?.day.ordinal ?? first) + 1
    }

    /// Returns the range from the first unit to the last.
    private static func reach(_ counts: [Count], _ unit: TimeUnit) -> Range<Double> {
        unit.start(counts.first?.number ?? 0)..<unit.start((counts.last?.number ?? 0) + 1)
    }

    /// Whether a unit suits the dates: at most half of them are longer than 1.5 units. In months, dates of whole
    /// years would consist of nothing but ends.
    private static func isFine(_ unit: TimeUnit, _ marks: ArraySlice<(position: Double, span: Double)>)
        -> Bool
    {
        marks.count { $0.span > 1.5 * unit.length } * 2 <= marks.count
    }

    /// The greatest number of empty units that are drawn in a part with several symbols.
    private static let longestGap = 2
    /// The greatest number of empty units that are drawn in a part with a single symbol.
    private static let longestGapAlone = 12
    /// The greatest number of cells of a divided part with an unsuitable unit.
    private static let fewCells = 6
    /// The greatest number of days that are drawn as days.
    fileprivate static let mostDays = 45
    /// The least number of days, so that none is as wide as a month.
    private static let leastDays = 14

    /// Returns the whole month if both days are in one, otherwise so many days that none is too wide.
    private static func around(_ first: CalendarDay, _ last: CalendarDay) -> Range<Double> {
        if first.year == last.year, first.month == last.month {
            let month = TimeUnit.month.number(of: first)
            return TimeUnit.month.start(month)..<TimeUnit.month.start(month + 1)
        }
        let lacking = max(0, leastDays - (last.ordinal - first.ordinal + 1))
        return Double(first.ordinal - lacking / 2)..<Double(last.ordinal + 1 + (lacking + 1) / 2)
    }

    /// Returns the number of ends in each unit; nil if more units than the limit contain any.
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

/// The choice of a part's unit: the finest with few folds between its cells or, if every unit has many, the one with
/// the fewest folds per cell.
///
/// A fold stands for more than ``longestGap`` empty units without a symbol. Few folds are none in a part with a single
/// symbol; in other parts at most two, or at most half as many as cells. ``take(_:_:)`` is called with one unit after
/// the other, from fine to coarse, until one is good enough.
private struct Choice {
    let marks: ArraySlice<(position: Double, span: Double)>
    let longestGap: Int
    let isAlone: Bool
    /// The best unit so far.
    private(set) var unit = TimeUnit.month
    /// The cells of the best unit.
    private(set) var counts: [MeasuredPart.Count] = []
    /// The number of folds per cell with the best unit.
    private var share = Double.infinity

    init(marks: ArraySlice<(position: Double, span: Double)>, longestGap: Int, isAlone: Bool) {
        self.marks = marks
        self.longestGap = longestGap
        self.isAlone = isAlone
    }

    /// Considers the next coarser unit, and returns whether it is good enough.
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

extension ArraySlice<(position: Double, span: Double)> {
    /// Whether a symbol is on one of the days.
    fileprivate func holdsAny(_ days: Range<Double>) -> Bool {
        let index = partitioningIndex { days.lowerBound <= $0.position }
        return index < endIndex && self[index].position < days.upperBound
    }
}

extension AxisDays {
    /// Whether a part spans so few days that they can be drawn as days.
    fileprivate func isFew(_ part: AxisPlan.Part) -> Bool {
        guard let first = ends[part.ends].first, let last = ends[part.ends].last else { return false }
        return last.day.ordinal - first.day.ordinal < MeasuredPart.mostDays
    }
}

extension AxisPlan.Part {
    /// Returns the parts between long gaps without a symbol.
    fileprivate func divided(_ days: AxisDays, by unit: TimeUnit, longestGap: Int) -> [Self] {
        var parts: [Self] = []
        var (start, mark) = (ends.lowerBound, marks.lowerBound)
        func add(upTo end: Int, _ border: Double) {
            let first = mark
            while mark < marks.upperBound, days.marks[mark].position < border { mark += 1 }
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
