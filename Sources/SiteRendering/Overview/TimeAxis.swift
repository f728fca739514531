import EDTF

/// Where days stand in a drawing: a map from days to parts of its width that grows with them.
///
/// Entries bunch up. A stretch of time with many of them has a unit of its own, days behind centuries, and more
/// room than one with a single entry; short gaps stay narrow, and long ones are folded. Within each stretch time runs
/// evenly.
struct TimeAxis: Sendable {
    /// A run of days that is drawn evenly.
    struct Stretch: Equatable, Sendable {
        /// Day numbers; the second is that of the day behind the last.
        var days: Range<Double>
        /// Parts of the drawing's width, 0 to 1.
        var shares: Range<Double>
        /// What it is measured in.
        var unit: TimeUnit
        /// True for a long gap, which is drawn as a break.
        var isFold: Bool
    }

    /// One after the other, without a gap between them.
    let stretches: [Stretch]

    /// The part of the width that is left free at each edge, for open ends and for halves of symbols.
    static let margin = 0.024

    init(_ pieces: [AxisPiece]) {
        let total = pieces.reduce(0) { $0 + $1.width }
        var share = Self.margin
        stretches = pieces.map { piece in
            let end = share + piece.width / total * (1 - 2 * Self.margin)
            defer { share = end }
            return Stretch(days: piece.days, shares: share..<end, unit: piece.unit, isFold: piece.isFold)
        }
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
    /// How far a drawing can be zoomed, as a multiple of its width: until days that follow each other stand apart.
    ///
    /// - Parameter places: ascending; what stands on one day need not be told apart.
    func mostZoom(_ places: [Double]) -> Double {
        var least = Double.infinity
        for (left, right) in zip(places, places.dropFirst()) where right - left >= 1 {
            least = min(least, share(of: right) - share(of: left))
        }
        let room = (MarkGeometry.target + 2) / MarkGeometry.designWidth
        // Browsers place nothing well beyond some million pixels.
        let farthest = Self.mostPixels / MarkGeometry.designWidth
        return least.isFinite && least > 0 ? min(max(room / least, Self.leastZoom), farthest) : Self.leastZoom
    }

    /// What is far apart as it is can be zoomed so far.
    static let leastZoom = 24.0
    private static let mostPixels = 8e6

    /// The decimals of percents with which no mark is more than a pixel beside its place when zoomed so far.
    static func places(for most: Double) -> Int {
        var (places, reach) = (2, 25.0)
        while reach < most { (places, reach) = (places + 1, reach * 10) }
        return places
    }

    /// Day, share and `1` for a fold at the start of each stretch, and the end of the last, for the script.
    var knots: String {
        var text: [UInt8] = []
        func add(_ day: Double, _ share: Double, _ isFold: Bool) {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text.append(number: Int(day))
            text.append(UInt8(ascii: ","))
            text.append(decimal: share * 100, places: 6)
            if isFold { text += Array(",1".utf8) }
        }
        for stretch in stretches { add(stretch.days.lowerBound, stretch.shares.lowerBound, stretch.isFold) }
        if let last = stretches.last { add(last.days.upperBound, last.shares.upperBound, false) }
        return String(decoding: text, as: UTF8.self)
    }
}
