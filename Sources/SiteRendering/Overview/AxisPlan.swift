import EDTF

/// A piece of an axis before it has a place in a drawing.
struct AxisPiece: Equatable, Sendable {
    /// Day numbers; the second is that of the day behind the last.
    var days: Range<Double>
    /// In proportion to the widths of the others.
    var width: Double
    var unit: TimeUnit
    var isFold = false
}

/// What an axis is made for: the days that it must reach, and where symbols stand on it.
struct AxisDays: Sendable {
    /// Days on which something begins or ends, ascending, each once, and how often.
    private(set) var ends: [(day: CalendarDay, count: Int)] = []
    /// Where symbols stand, ascending, each place once, and the days of the longest stretch around it.
    private(set) var marks: [(place: Double, span: Double)] = []

    /// - Parameters:
    ///   - ends: in any order.
    ///   - marks: in any order; places are day numbers with fractions.
    init(ends: [CalendarDay], marks: [(place: Double, span: Double)]) {
        for day in ends.sorted() {
            if self.ends.last?.day == day {
                self.ends[self.ends.count - 1].count += 1
            } else {
                self.ends.append((day, 1))
            }
        }
        for mark in marks.sorted(by: { $0 < $1 }) {
            if self.marks.last?.place == mark.place {
                self.marks[self.marks.count - 1].span = mark.span
            } else {
                self.marks.append(mark)
            }
        }
    }
}

/// Finds the units and the breaks of an axis.
///
/// As long as days can be told apart, the whole has one unit, the finest by which it falls into few enough parts.
/// Where many symbols would stand on one spot, as those of a month do behind three from other centuries, the
/// days around them become a part with a unit of its own, and so on within it.
struct AxisPlan {
    /// What is drawn evenly, one after the other.
    let axis: TimeAxis
    /// Days, months or runs of years that hold anything, ascending.
    let cells: [Cell]

    struct Cell: Equatable, Sendable {
        var days: Range<Double>
        /// How many ends fall into it.
        var count: Int
    }

    private let days: AxisDays
    private let mostCells: Int
    private let isEven: Bool

    /// - Parameters:
    ///   - mostCells: months, years … that there are at most; more could not be told apart.
    ///   - isEven: true where each gets the same room, as columns do.
    init(_ days: AxisDays, mostCells: Int, isEven: Bool = false) {
        self.days = days
        self.mostCells = mostCells
        self.isEven = isEven
        var parts = [
            Part(ends: days.ends.indices, marks: days.marks.indices, isDense: false, isWhole: true)
        ]
        var made = Assembly(parts, days, mostCells, isEven)
        // Each round finds what the one before it has brought to light; few stories need more than two.
        for _ in 0..<Self.mostRounds {
            let axis = TimeAxis(made.pieces)
            let next = parts.flatMap { Self.split($0, days, axis) }
            if next.count == parts.count || next.count > Self.mostParts { break }
            parts = next
            made = Assembly(parts, days, mostCells, isEven)
        }
        axis = TimeAxis(made.pieces)
        cells = made.cells
    }

    private static let mostRounds = 8
    private static let mostParts = 24
}

// MARK: - Parts

extension AxisPlan {
    /// What has one unit.
    struct Part {
        /// Places in ``AxisDays/ends``.
        var ends: Range<Int>
        /// Places in ``AxisDays/marks``.
        var marks: Range<Int>
        /// True for days that were taken out of a wider part, so that they can be told apart.
        var isDense: Bool
        /// True where there is no other.
        var isWhole: Bool
    }

    /// Symbols nearer than this, in pixels, stand on one spot.
    private static let spot = 1.5

    /// The part, or what it falls into where many of its symbols stand on one spot.
    private static func split(_ part: Part, _ days: AxisDays, _ axis: TimeAxis) -> [Part] {
        guard part.marks.count > 1, let first = part.ends.first, let last = part.ends.last else {
            return [part]
        }
        let width =
            (axis.share(of: days.lastPlace(last)) - axis.share(of: days.firstPlace(first)))
            * MarkGeometry.designWidth
        let steps = Double(part.marks.count - 1)
        // In a long list of days all are near each other; what counts is what is much nearer than the rest.
        let near = min(spot, width / steps / 8) / MarkGeometry.designWidth
        let most = max(1, Int((steps / 10).rounded(.up)))
        var parts: [Part] = []
        var rest = part
        for run in days.runs(part, nearer: near, on: axis) where run.marks.count > most {
            if run.ends == part.ends { return [part] }
            parts.append(rest.removeFirst(upTo: run))
            parts.append(run)
            rest.ends = run.ends.upperBound..<rest.ends.upperBound
            rest.marks = run.marks.upperBound..<rest.marks.upperBound
        }
        if parts.isEmpty { return [part] }
        parts.append(rest)
        return parts.filter { !$0.ends.isEmpty }.map {
            Part(ends: $0.ends, marks: $0.marks, isDense: $0.isDense, isWhole: false)
        }
    }
}

extension AxisPlan.Part {
    /// What stands before another part.
    fileprivate func removeFirst(upTo other: Self) -> Self {
        Self(
            ends: ends.lowerBound..<other.ends.lowerBound, marks: marks.lowerBound..<other.marks.lowerBound,
            isDense: isDense, isWhole: false)
    }
}

extension AxisDays {
    fileprivate func firstPlace(_ end: Int) -> Double { Double(ends[end].day.ordinal) }
    fileprivate func lastPlace(_ end: Int) -> Double { Double(ends[end].day.ordinal) + 1 }

    /// Ends and symbols that follow each other without a step of so many parts of the width.
    fileprivate func runs(_ part: AxisPlan.Part, nearer least: Double, on axis: TimeAxis) -> [AxisPlan.Part] {
        var runs: [AxisPlan.Part] = []
        var (end, mark) = (part.ends.lowerBound, part.marks.lowerBound)
        var last = -Double.infinity
        while end < part.ends.upperBound || mark < part.marks.upperBound {
            let endPlace = end < part.ends.upperBound ? firstPlace(end) + 0.5 : .infinity
            let markPlace = mark < part.marks.upperBound ? marks[mark].place : .infinity
            let share = axis.share(of: min(endPlace, markPlace))
            if share - last >= least || runs.isEmpty {
                runs.append(AxisPlan.Part(ends: end..<end, marks: mark..<mark, isDense: true, isWhole: false))
            }
            last = share
            if endPlace <= markPlace { end += 1 }
            if markPlace <= endPlace { mark += 1 }
            runs[runs.count - 1].ends = runs[runs.count - 1].ends.lowerBound..<end
            runs[runs.count - 1].marks = runs[runs.count - 1].marks.lowerBound..<mark
        }
        return runs
    }
}
