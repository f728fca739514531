import EDTF

extension AxisPlan {
    /// Parts put together to one line of pieces.
    struct Assembly {
        private(set) var pieces: [AxisPiece] = []
        private(set) var cells: [Cell] = []
        private let isEven: Bool

        init(_ parts: [Part], _ days: AxisDays, _ mostCells: Int, _ isEven: Bool) {
            self.isEven = isEven
            let measured = parts.flatMap { part in
                let share = Double(part.ends.count) / Double(max(1, days.ends.count))
                let most = max(6, min(mostCells, Int(Double(2 * mostCells) * share)))
                return MeasuredPart.parts(of: part, days, mostCells: part.isWhole ? mostCells : most)
            }
            for (place, part) in measured.enumerated() {
                let before = place > 0 ? measured[place - 1] : nil
                let after = place + 1 < measured.count ? measured[place + 1] : nil
                let start = before.map { Self.border($0, part) } ?? -.infinity
                let end = after.map { Self.border(part, $0) } ?? .infinity
                if part.unit == .day { addDays(part, start, end) } else { addCells(part, start, end) }
            }
            widenFolds()
        }

        /// Few breaks have room for what they leave out.
        private mutating func widenFolds() {
            let count = Double(pieces.count(where: \.isFold))
            let share = min(Self.foldShare, Self.foldShares / max(1, count))
            let rest = pieces.reduce(0) { $1.isFold ? $0 : $0 + $1.width }
            let width = max(Self.foldWidth, rest * share / (1 - count * share))
            for number in pieces.indices where pieces[number].isFold { pieces[number].width = width }
        }

        /// How far the first of two parts may reach, and the second back: where both reach over days between them,
        /// those go to the denser one.
        private static func border(_ left: MeasuredPart, _ right: MeasuredPart) -> Double {
            let border =
                right.isDense && left.days.upperBound > right.days.lowerBound
                ? right.days.lowerBound : left.days.upperBound
            return min(max(border, left.known.upperBound), right.known.lowerBound)
        }

        /// Each month or run of years has the room for what it holds.
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

        /// Days run evenly, however much each of them holds.
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

        /// What lies between the last piece and a day: drawn through where it is short, else folded.
        private mutating func addGap(to day: Double, _ part: MeasuredPart) {
            guard let last = pieces.last, last.days.upperBound < day else { return }
            let unit = last.unit.length > part.unit.length ? last.unit : part.unit
            let days = last.days.upperBound..<day
            let count = ((day - last.days.upperBound) / unit.length).rounded()
            let isFold = count > Double(part.longestGap)
            let width = isFold ? Self.foldWidth : max(0.5, count) * Self.gapWidth
            pieces.append(AxisPiece(days: days, width: width, unit: unit, isFold: isFold))
        }

        private static let gapWidth = 0.5
        private static let foldWidth = 0.9
        /// Parts of the width that a break has, and that all have together, where they are few.
        private static let foldShare = 0.072
        private static let foldShares = 0.22
        private static let emptyDay = 0.25

        /// The room for so many entries, where 1.6 is that of one.
        private static func width(_ count: Int) -> Double {
            var width = 1.0
            // A square root would let crowds overlap, and a straight line would starve the rest.
            for place in 0..<min(count, 60) { width += place < 12 ? 0.6 : 0.25 }
            return width
        }
    }
}
