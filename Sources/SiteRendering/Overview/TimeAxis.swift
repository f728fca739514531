import EDTF

/// Where days stand in a drawing: a map from days to parts of its width that grows with them.
///
/// Entries bunch up. A month with twelve of them gets more room than one with a single entry, short gaps stay
/// narrow, and long ones are folded. Within each stretch time runs evenly.
struct TimeAxis: Sendable {
    /// A run of days that is drawn evenly.
    struct Stretch: Equatable, Sendable {
        /// Day numbers; the second is that of the day behind the last.
        var days: Range<Double>
        /// Parts of the drawing's width, 0 to 1.
        var shares: Range<Double>
        /// Which months or runs of years it holds; see ``TimeUnit/number(of:)``.
        var numbers: ClosedRange<Int>
        /// True for a long gap, which is drawn as a break.
        var isFold: Bool
    }

    let unit: TimeUnit
    let stretches: [Stretch]

    /// The part of the width that is left free at each edge, for open ends and for halves of symbols.
    static let margin = 0.024

    /// - Parameters:
    ///   - counts: how many entries there are in each month or run of years that holds any, ascending by number.
    ///   - isEven: true where each gets the same room, as columns do.
    init(_ unit: TimeUnit, _ counts: [(number: Int, count: Int)], isEven: Bool = false) {
        self.unit = unit
        var widths: [(numbers: ClosedRange<Int>, width: Double, isFold: Bool)] = []
        for (number, count) in counts {
            if let last = widths.last?.numbers.upperBound, number - last > 1 {
                let gap = last + 1...number - 1
                let isFold = gap.count > Self.longestGap
                widths.append((gap, isFold ? Self.foldWidth : Double(gap.count) * Self.gapWidth, isFold))
            }
            widths.append((number...number, isEven ? 1 : Self.width(count), false))
        }
        let total = widths.reduce(0) { $0 + $1.width }
        var share = Self.margin
        var stretches: [Stretch] = []
        for (numbers, width, isFold) in widths {
            let end = share + width / total * (1 - 2 * Self.margin)
            let days = unit.start(numbers.lowerBound)..<unit.start(numbers.upperBound + 1)
            stretches.append(Stretch(days: days, shares: share..<end, numbers: numbers, isFold: isFold))
            share = end
        }
        self.stretches = stretches
    }

    /// Gaps up to so many months or runs of years are drawn through.
    private static let longestGap = 2
    private static let gapWidth = 0.5
    private static let foldWidth = 0.9

    /// The room for so many entries, where 1.6 is that of one.
    private static func width(_ count: Int) -> Double {
        var width = 1.0
        // A square root would let crowds overlap, and a straight line would starve the rest.
        for place in 0..<min(count, 60) { width += place < 12 ? 0.6 : 0.25 }
        return width
    }

    /// Where a day stands, 0 to 1. Infinite days are the edges of the drawing.
    func share(of day: Double) -> Double {
        if day == .infinity { return 1 }
        if day == -.infinity { return 0 }
        let place = stretches.firstPlace { day < $0.days.upperBound }
        guard place < stretches.count else { return stretches.last?.shares.upperBound ?? 0.5 }
        let stretch = stretches[place]
        let length = stretch.days.upperBound - stretch.days.lowerBound
        guard length > 0 else { return stretch.shares.lowerBound }
        let part = max(0, (day - stretch.days.lowerBound) / length)
        return stretch.shares.lowerBound + part * (stretch.shares.upperBound - stretch.shares.lowerBound)
    }
}

extension TimeAxis {
    /// The finest unit by which days fall into no more than so many parts with few folds between them, and how
    /// many fall into each. Where every unit leaves many folds, the one with the fewest to a part is taken.
    static func counts(
        of days: [CalendarDay], atMost limit: Int
    ) -> (unit: TimeUnit, counts: [(number: Int, count: Int)]) {
        let sorted = days.sorted()
        var best: (unit: TimeUnit, counts: [(number: Int, count: Int)])?
        var bestFolds = 1.0
        for unit in TimeUnit.all {
            guard let counts = counts(of: sorted, by: unit, atMost: limit) else { continue }
            let folds = zip(counts, counts.dropFirst()).count { $1.number - $0.number - 1 > longestGap }
            if folds <= max(2, counts.count / 2) { return (unit, counts) }
            let share = Double(folds) / Double(counts.count)
            if share < bestFolds { (best, bestFolds) = ((unit, counts), share) }
        }
        return best ?? (.month, [])
    }

    private static func counts(
        of sorted: [CalendarDay], by unit: TimeUnit, atMost limit: Int
    ) -> [(number: Int, count: Int)]? {
        var counts: [(number: Int, count: Int)] = []
        for day in sorted {
            let number = unit.number(of: day)
            if let last = counts.last, last.number == number {
                counts[counts.count - 1].count += 1
            } else if counts.count == limit {
                return nil
            } else {
                counts.append((number, 1))
            }
        }
        return counts
    }
}
