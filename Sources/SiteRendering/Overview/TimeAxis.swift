import EDTF
import UTF8Text

/// The axis of a drawing: a piecewise linear, increasing function from days to fractions of the width.
///
/// Entries cluster. A stretch of time with many of them has a unit of its own, such as days between centuries, and
/// more room than one with a single entry; short gaps are narrow, and long ones are folded. Within a stretch the
/// scale is uniform.
struct TimeAxis: Sendable {
    /// A run of days with a uniform scale.
    struct Stretch: Equatable, Sendable {
        /// The day numbers, up to that of the day after the last.
        var days: Range<Double>
        /// The fractions of the drawing's width, 0 to 1.
        var shares: Range<Double>
        /// The unit of the stretch.
        var unit: TimeUnit
        /// Whether it is a long gap, drawn as a break.
        var isFold: Bool
    }

    /// The stretches, contiguous and ascending.
    let stretches: [Stretch]

    /// The fraction of the width that stays free at each edge, for open ends and halves of symbols.
    static let margin = 0.024

    /// Distributes pieces over the width between the margins.
    init(_ pieces: [AxisPiece]) {
        let total = pieces.reduce(0) { $0 + $1.width }
        var share = Self.margin
        stretches = pieces.map { piece in
            let end = share + piece.width / total * (1 - 2 * Self.margin)
            defer { share = end }
            return Stretch(days: piece.days, shares: share..<end, unit: piece.unit, isFold: piece.isFold)
        }
    }

    /// Returns the position of a day as a fraction of the width, 0 to 1. Infinite days are at the edges of the
    /// drawing.
    func share(of day: Double) -> Double {
        if day == .infinity { return 1 }
        if day == -.infinity { return 0 }
        let index = stretches.partitioningIndex { day < $0.days.upperBound }
        guard index < stretches.count else { return stretches.last?.shares.upperBound ?? 0.5 }
        let stretch = stretches[index]
        let length = stretch.days.upperBound - stretch.days.lowerBound
        guard length > 0 else { return stretch.shares.lowerBound }
        let part = max(0, (day - stretch.days.lowerBound) / length)
        return stretch.shares.lowerBound + part * (stretch.shares.upperBound - stretch.shares.lowerBound)
    }
}

extension TimeAxis {
    /// Returns the greatest zoom of a drawing as a multiple of its width: large enough to separate the marks of
    /// consecutive days.
    ///
    /// - Parameter positions: the positions of marks as day numbers, ascending; marks on one day need not be separated.
    func mostZoom(_ positions: [Double]) -> Double {
        var least = Double.infinity
        for (left, right) in zip(positions, positions.dropFirst()) where right - left >= 1 {
            least = min(least, share(of: right) - share(of: left))
        }
        let room = (MarkGeometry.target + 2) / MarkGeometry.designWidth
        // Browsers draw nothing well beyond some million pixels.
        let farthest = Self.mostPixels / MarkGeometry.designWidth
        return least.isFinite && least > 0 ? min(max(room / least, Self.leastZoom), farthest) : Self.leastZoom
    }

    /// The least value of the greatest zoom, even if all marks are far apart.
    static let leastZoom = 24.0
    /// The greatest width of a zoomed drawing; browsers misplace elements well beyond some million pixels.
    private static let mostPixels = 8e6

    /// Returns the number of decimals of a percentage for which no mark is more than a pixel off at the greatest
    /// zoom.
    static func decimals(for most: Double) -> Int {
        var (decimals, reach) = (2, 25.0)
        while reach < most { (decimals, reach) = (decimals + 1, reach * 10) }
        return decimals
    }

    /// The stretches for the script: the day and percentage at the start of each, with `1` for a fold, and the end of
    /// the last.
    var knots: String {
        var text: [UInt8] = []
        func add(_ day: Double, _ share: Double, _ isFold: Bool) {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text.append(number: Int(day))
            text.append(UInt8(ascii: ","))
            text.append(decimal: share * 100, decimals: 6)
            if isFold { text += Array(",1".utf8) }
        }
        for stretch in stretches { add(stretch.days.lowerBound, stretch.shares.lowerBound, stretch.isFold) }
        if let last = stretches.last { add(last.days.upperBound, last.shares.upperBound, false) }
        return String(decoding: text, as: UTF8.self)
    }
}
