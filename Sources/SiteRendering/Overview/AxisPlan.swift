import EDTF

/// A piece of an axis before it has a position in a drawing.
struct AxisPiece: Equatable, Sendable {
    /// The day numbers, up to that of the day after the last.
    var days: Range<Double>
    /// The width relative to those of the other pieces.
    var width: Double
    var unit: TimeUnit
    var isFold = false
}

/// The input for an axis: the days that it must include, and the positions of symbols.
struct AxisDays: Sendable {
    /// The days on which a date begins or ends, ascending and distinct, each with the number of such ends.
    private(set) var ends: [(day: CalendarDay, count: Int)] = []
    /// The positions of symbols, ascending and distinct, each with the number of days of the longest date there.
    private(set) var marks: [(position: Double, span: Double)] = []

    /// - Parameters:
    ///   - ends: days in any order.
    ///   - marks: positions in any order, as day numbers with fractions, with the lengths of their dates in days.
    init(ends: [CalendarDay], marks: [(position: Double, span: Double)]) {
        for day in ends.sorted() {
            if self.ends.last?.day == day {
                self.ends[self.ends.count - 1].count += 1
            } else {
                self.ends.append((day, 1))
            }
        }
        for mark in marks.sorted(by: { $0 < $1 }) {
            if self.marks.last?.position == mark.position {
                self.marks[self.marks.count - 1].span = mark.span
            } else {
                self.marks.append(mark)
            }
        }
    }
}

/// Determines the units and the breaks of an axis.
///
/// As long as days can be distinguished, the whole axis has one unit, the finest that divides it into few enough
/// cells. If many symbols would coincide, as those of one month do beside three from other centuries, the days around
/// them become a part with a unit of its own, and so on within that part.
struct AxisPlan {
    /// The resulting axis.
    let axis: TimeAxis
    /// The days, months or runs of years that contain anything, ascending.
    let cells: [Cell]

    /// One day, month or run of years.
    struct Cell: Equatable, Sendable {
        /// The day numbers, up to that of the day after the last.
        var days: Range<Double>
        /// The number of ends in it.
        var count: Int
    }

    private let days: AxisDays
    private let mostCells: Int
    private let isEven: Bool

    /// - Parameters:
    ///   - mostCells: the greatest number of months or runs of years; more could not be distinguished.
    ///   - isEven: whether all of them have the same width, as columns do.
    init(_ days: AxisDays, mostCells: Int, isEven: Bool = false) {
        self.days = days
        self.mostCells = mostCells
        self.isEven = isEven
        var parts = [
            Part(ends: days.ends.indices, marks: days.marks.indices, isDense: false, isWhole: true)
        ]
        var made = Assembly(parts, days, mostCells, isEven)
        // Each round may reveal further clusters; few timelines need more than two.
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

    /// The greatest number of rounds of splitting.
    private static let mostRounds = 8
    /// The greatest number of parts.
    private static let mostParts = 24
}

// MARK: - Parts

extension AxisPlan {
    /// A part of the axis with one unit.
    struct Part {
        /// A range of indices in ``AxisDays/ends``.
        var ends: Range<Int>
        /// A range of indices in ``AxisDays/marks``.
        var marks: Range<Int>
        /// Whether its days were split off a wider part, so that they can be distinguished.
        var isDense: Bool
        /// Whether it is the only part.
        var isWhole: Bool
    }

    /// The distance in pixels below which symbols coincide.
    private static let spot = 1.5

    /// Returns the part, or the parts that it splits into if many of its symbols coincide.
    private static func split(_ part: Part, _ days: AxisDays, _ axis: TimeAxis) -> [Part] {
        guard part.marks.count > 1, let first = part.ends.first, let last = part.ends.last else {
            return [part]
        }
        let width =
            (axis.share(of: days.lastPosition(last)) - axis.share(of: days.firstPosition(first)))
            * MarkGeometry.designWidth
        let steps = Double(part.marks.count - 1)
        // In a long list all days are close to each other; a cluster is much denser than the rest.
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
    /// Returns the beginning of this part, up to another one.
    fileprivate func removeFirst(upTo other: Self) -> Self {
        Self(
            ends: ends.lowerBound..<other.ends.lowerBound, marks: marks.lowerBound..<other.marks.lowerBound,
            isDense: isDense, isWhole: false)
    }
}

extension AxisDays {
    /// Returns the start of the day of an end.
    fileprivate func firstPosition(_ end: Int) -> Double { Double(ends[end].day.ordinal) }
    /// Returns the end of the day of an end.
    fileprivate func lastPosition(_ end: Int) -> Double { Double(ends[end].day.ordinal) + 1 }

    /// Returns runs of ends and symbols, between which the distance is at least a fraction of the width.
    fileprivate func runs(_ part: AxisPlan.Part, nearer least: Double, on axis: TimeAxis) -> [AxisPlan.Part] {
        var runs: [AxisPlan.Part] = []
        var (end, mark) = (part.ends.lowerBound, part.marks.lowerBound)
        var last = -Double.infinity
        while end < part.ends.upperBound || mark < part.marks.upperBound {
            let endPosition = end < part.ends.upperBound ? firstPosition(end) + 0.5 : .infinity
            let markPosition = mark < part.marks.upperBound ? marks[mark].position : .infinity
            let share = axis.share(of: min(endPosition, markPosition))
            if share - last >= least || runs.isEmpty {
                runs.append(AxisPlan.Part(ends: end..<end, marks: mark..<mark, isDense: true, isWhole: false))
            }
            last = share
            if endPosition <= markPosition { end += 1 }
            if markPosition <= endPosition { mark += 1 }
            runs[runs.count - 1].ends = runs[runs.count - 1].ends.lowerBound..<end
            runs[runs.count - 1].marks = runs[runs.count - 1].marks.lowerBound..<mark
        }
        return runs
    }
}
