import EDTF

/// The extent of a date's mark in a drawing of ``designWidth``, and the positions of its symbols.
///
/// Positions are fractions of the width, so that a drawing fills any width; sizes that must not scale with it are in
/// pixels. In a wider drawing marks only move apart.
struct MarkGeometry: Equatable, Sendable {
    /// The width in pixels for which drawings are laid out, and below which they scroll.
    static let designWidth = 896.0
    /// The height of a row, and the least width of a click target (WCAG 2.2, 2.5.8: 24 pixels).
    static let target = 24.0
    /// The length of a soft end beyond the days it belongs to, in pixels.
    static let softTail = 18.0
    /// The length of an unknown end, in pixels.
    static let unknownTail = 29.0
    /// The least visible length of the line between two members of a set, in pixels.
    static let joinWidth = 9.0
    /// The least visible length of a bar beside a symbol, in pixels.
    static let leastBar = 11.0

    /// The position of a symbol.
    struct Symbol: Equatable, Sendable {
        /// The fraction of the width, 0 to 1.
        var share: Double
        /// The offset in pixels by which it is moved, so that it does not cover the one before it.
        var shift: Double
    }

    var symbols: [Symbol]
    /// The known days as fractions of the width, ignoring infinite ones.
    var known: Range<Double>
    /// The width of a symbol in pixels.
    var symbolSize: Double
    /// The left edge of the whole mark, in pixels at the design width.
    var left: Double
    /// The right edge of the whole mark, in pixels at the design width.
    var right: Double

    init(_ form: DateForm, importance: Int, on axis: TimeAxis) {
        let size =
            switch importance {
            case 1: 16.0
            case 3: 10.0
            default: 13.0
            }
        symbolSize = form.join == .oneOf && form.anchors.count > 1 ? min(size, 11) : size
        let (first, last) = form.known
        known = axis.share(of: first)..<max(axis.share(of: first), axis.share(of: last))
        symbols = Self.symbols(form, symbolSize, on: axis)
        let centres = symbols.map { $0.share * Self.designWidth + $0.shift }
        let half = Self.target / 2
        var (left, right) = ((centres.min() ?? 0) - half, (centres.max() ?? 0) + half)
        for stretch in form.stretches {
            left = min(left, axis.share(of: stretch.first) * Self.designWidth)
            right = max(right, axis.share(of: stretch.last) * Self.designWidth)
        }
        if form.stretches.contains(where: { $0.fill == .lasted }) {
            right = max(right, (centres.first ?? 0) + half + Self.leastBar)
        }
        self.left = min(left, known.lowerBound * Self.designWidth - Self.tail(form.start))
        self.right = max(right, known.upperBound * Self.designWidth + Self.tail(form.end))
    }

    /// Returns the positions of symbols, moved apart if they would overlap.
    private static func symbols(_ form: DateForm, _ size: Double, on axis: TimeAxis) -> [Symbol] {
        var symbols: [Symbol] = []
        var moved = 0.0
        for anchor in form.anchors {
            let share = (axis.share(of: anchor.first) + axis.share(of: anchor.last)) / 2
            if let last = symbols.last {
                let distance = (share - last.share) * designWidth + moved - last.shift
                moved += max(0, size + joinWidth - distance)
            }
            symbols.append(Symbol(share: share, shift: moved))
        }
        return symbols.map { Symbol(share: $0.share, shift: $0.shift - moved / 2) }
    }

    /// Returns the length of an end beyond the known days, in pixels.
    private static func tail(_ edge: DateForm.Edge) -> Double {
        switch edge {
        case .exact, .open: 0
        case .soft: softTail
        case .unknown: unknownTail
        }
    }
}
