import EDTF

/// How much room the mark of a date takes in a drawing of ``designWidth``, and where its symbols stand.
///
/// Positions are parts of the width, so that a drawing fills whatever room it has; what must not shrink with it
/// is in pixels. In a wider drawing marks only move apart.
struct MarkGeometry: Equatable, Sendable {
    /// The width in pixels that drawings are laid out for, and below which they scroll.
    static let designWidth = 896.0
    /// The height of a row, and the least width of what can be clicked (WCAG 2.2, 2.5.8: 24 pixels).
    static let target = 24.0
    /// How far a soft end reaches beyond the days it belongs to.
    static let softTail = 18.0
    /// The same of an end that is not known.
    static let unknownTail = 29.0
    /// The least that is seen of the line between two members of a set.
    static let joinWidth = 9.0
    /// The least that a bar shows beside a symbol.
    static let leastBar = 11.0

    struct Symbol: Equatable, Sendable {
        /// 0 to 1.
        var share: Double
        /// Pixels by which it is moved, so that it does not cover the one before it.
        var shift: Double
    }

    var symbols: [Symbol]
    /// The known days as parts of the width; infinite ones do not count.
    var known: Range<Double>
    /// The width of a symbol in pixels.
    var symbolSize: Double
    /// Pixels of the whole at the design width.
    var left: Double
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

    private static func tail(_ edge: DateForm.Edge) -> Double {
        switch edge {
        case .exact, .open: 0
        case .soft: softTail
        case .unknown: unknownTail
        }
    }
}
