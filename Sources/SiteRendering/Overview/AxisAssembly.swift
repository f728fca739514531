import EDTF

extension AxisPlan {
    /// Joins parts of an axis into a sequence of pieces.
    struct Assembly {
        /// The pieces of the axis, contiguous and ascending.
        private(set) var pieces: [AxisPiece] = []
        /// The units that contain anything, ascending.
        private(set) var cells: [Cell] = []
        /// Whether every unit has the same width.
        private let isEven: Bool

        init(_ parts: [Part], _ days: AxisDays, _ mostCells: Int, _ isEven: Bool) {
            self.isEven = isEven
            let measured = parts.flatMap { part in
                let share = Double(part.ends.count) / Double(max(1, days.ends.count))
                let most = max(6, min(mostCells, Int(Double(2 * mostCells) * share)))
                return MeasuredPart.parts(of: part, days, mostCells: part.isWhole ? mostCells : most)
            }
            for (index, part) in measured.enumerated() {
                let before = index > 0 ? measured[index - 1] : nil
                let after = index + 1 < measured.count ? measured[index + 1] : nil
                let start = before.map { Self.border($0, part) } ?? -.infinity
                let end = after.map { Self.border(part, $0) } ?? .infinity
                if part.unit == .day { addDays(part, start, end) } else { addCells(part, start, end) }
            }
            widenFolds()
        }

        /// Widens breaks if they are few, so that there is room for their captions.
        private mutating func widenFolds() {
            let count = Double(pieces.count(where: \.isFold))
            let share = min(Self.foldShare, Self.foldShares / max(1, count))
            let rest = pieces.reduce(0) { $1.isFold ? $0 : $0 + $1.width }
            let width = max(Self.foldWidth, rest * share / (1 - count * share))
            for number in pieces.indices where pieces[number].isFold { pieces[number].width = width }
        }

        /// Returns the day at which the left part ends and the right one begins. Where the days of the parts overlap,
        /// they belong to the right part if it is a cluster, otherwise to the left one. The days between the first and
        /// the last end of a part always belong to it.
        private static func border(_ left: MeasuredPart, _ right: MeasuredPart) -> Double {
            let border =
                right.isDense && left.days.upperBound > right.days.lowerBound
                ? right.days.lowerBound : left.days.upperBound
            return min(max(border, left.known.upperBound), right.known.lowerBound)
        }

        /// Adds the months or runs of years of a part, each as wide as its content requires.
        private mutating func addCells(_ part: MeasuredPart, _ start: Double, _ end: Double) {
            for cell in part.counts {
                let first = max(part.unit.start(cell.number), start)
                let days = first..<max(first, min(part.unit.start(cell.number + 1), end))
                addGap(to: first, part)
                cells.append(Cell(days: days, count: cell.count))
                let width = isEven ? 1 : Self.width(cell.room)
                pieces.append(AxisPiece(days: days, width: width, unit: part.unit))
            }
        }

        /// Adds the days of a part with a uniform scale, whatever each of them contains.
        private mutating func addDays(_ part: MeasuredPart, _ start: Double, _ end: Double) {
            let first = max(part.days.lowerBound, start)
            let days = first..<max(first, min(part.days.upperBound, end))
            addGap(to: first, part)
            let full = part.counts.reduce(0) { $0 + (isEven ? 1 : Self.width($1.room)) }
            let empty = days.upperBound - days.lowerBound - Double(part.counts.count)
            pieces.append(AxisPiece(days: days, width: full + empty * Self.emptyDay, unit: .day))
            for cell in part.counts {
                let day = Double(cell.number)
                cells.append(Cell(days: day..<day + 1, count: cell.count))
            }
        }

        /// Adds the gap before a day: a narrow piece if it is short, otherwise a fold.
        private mutating func addGap(to day: Double, _ part: MeasuredPart) {
            guard let last = pieces.last, last.days.upperBound < day else { return }
            let unit = last.unit.length > part.unit.length ? last.unit : part.unit
            let days = last.days.upperBound..<day
            let count = ((day - last.days.upperBound) / unit.length).rounded()
            let isFold = count > Double(part.longestGap)
            let width = isFold ? Self.foldWidth : max(0.5, count) * Self.gapWidth
            pieces.append(AxisPiece(days: days, width: width, unit: unit, isFold: isFold))
        }

        /// The width of an empty unit in a gap that is drawn; the units of widths are those of ``width(_:)``.
        private static let gapWidth = 0.5
        /// The least width of a break.
        private static let foldWidth = 0.9
        /// The fraction of the width for a single break.
        private static let foldShare = 0.072
        /// The fraction of the width for all breaks together, if they are few.
        private static let foldShares = 0.22
        /// The width of a day without ends.
        private static let emptyDay = 0.25

        /// Returns the width for a number of ends; 1.6 for a single one.
        private static func width(_ count: Int) -> Double {
            var width = 1.0
            // With a square root crowds would overlap, and with a linear function there would be no room for the
            // rest.
            for index in 0..<min(count, 60) { width += index < 12 ? 0.6 : 0.25 }
            return width
        }
    }
}
