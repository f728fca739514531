/// A name on a map: where its lines stand, from the mark they belong to.
struct MapLabel: Sendable {
    /// How the text stands to its place.
    enum Anchor: Sendable {
        case start, middle, end
    }

    /// The number of the mark.
    let mark: Int
    let lines: [String]
    let anchor: Anchor
    /// Pixels from the mark to the first line's baseline.
    let offset: PlanePoint
    /// The rectangle around the text, in pixels from the mark.
    let box: PlaneRect

    /// Pixels.
    static let size = 12.0
    static let lineHeight = 14.0
}

/// Puts names beside marks so that no name covers another, a mark or the frame, and if possible no route.
///
/// Marks are pixels, and a map may be shown wider than it is placed for here: marks move apart then, and what
/// stands beside them keeps its size. Names keep clear of each other at every width up to ``mostGrowth``.
struct LabelPlacing {
    /// How much wider than its frame a map may be shown.
    static let mostGrowth = 2.0

    /// In pixels.
    let frame: PlaneRect
    private let marks: [PlanePoint]
    private let radii: [Double]
    private let routes: [PlanePoint]
    private var taken: [Held] = []

    /// What moves with a point of the map and keeps its size.
    private struct Held {
        let place: PlanePoint
        /// From the place.
        let box: PlaneRect

        /// True where the two overlap at some width of the map.
        func meets(_ other: Held) -> Bool {
            let across = Self.growths(
                other.place.x - place.x, box.left - other.box.right, box.right - other.box.left)
            let down = Self.growths(
                other.place.y - place.y, box.top - other.box.bottom, box.bottom - other.box.top)
            let first = max(1, across.first, down.first)
            return first < min(LabelPlacing.mostGrowth, across.last, down.last)
        }

        /// The growths at which a distance lies between two bounds; an empty stretch where it never does.
        private static func growths(
            _ distance: Double, _ low: Double, _ high: Double
        ) -> (first: Double, last: Double) {
            if abs(distance) < 1e-9 { return low < 0 && high > 0 ? (0, .infinity) : (1, 0) }
            let ends = (low / distance, high / distance)
            return (min(ends.0, ends.1), max(ends.0, ends.1))
        }
    }

    /// Pixels between a mark and its name.
    private static let gap = 3.0

    /// - Parameters:
    ///   - marks: the middles of the marks in pixels.
    ///   - radii: how large each is.
    ///   - routes: points along the routes, close enough that no name fits between two of them.
    ///   - taken: what else stands in the frame.
    init(
        _ frame: PlaneRect, marks: [PlanePoint], radii: [Double], routes: [PlanePoint] = [],
        taken: [PlaneRect] = []
    ) {
        (self.frame, self.marks, self.radii, self.routes) = (frame, marks, radii, routes)
        self.taken = taken.map { rect in
            // What stands in the frame keeps to the corner at its foot.
            let corner = PlanePoint(x: rect.left, y: rect.bottom)
            return Held(
                place: corner,
                box: PlaneRect(left: 0, top: rect.top - rect.bottom, right: rect.right - rect.left, bottom: 0)
            )
        }
    }

    /// Keeps a place free for a label that stands already.
    mutating func keep(_ label: MapLabel) {
        taken.append(Held(place: marks[label.mark], box: label.box))
    }

    /// The best of eight places around a mark; nil where none is free.
    mutating func place(_ name: String, at mark: Int) -> MapLabel? {
        let lines = brokenIntoLines(name, limit: 10)
        let width = (lines.map(estimatedWidth).max() ?? 0) * MapLabel.size
        var best: (label: MapLabel, crossings: Int)?
        for label in Self.candidates(lines, width, mark, radii[mark] + Self.gap) {
            let box = box(of: label)
            guard frame.contains(box), isFree(label) else { continue }
            let crossings = routes.count { box.contains($0) }
            if crossings < best?.crossings ?? Int.max { best = (label, crossings) }
        }
        if let best { keep(best.label) }
        return best?.label
    }

    private func box(of label: MapLabel) -> PlaneRect {
        let place = marks[label.mark]
        let box = label.box
        return PlaneRect(
            left: place.x + box.left, top: place.y + box.top, right: place.x + box.right,
            bottom: place.y + box.bottom)
    }

    private func isFree(_ label: MapLabel) -> Bool {
        let held = Held(place: marks[label.mark], box: label.box)
        if taken.contains(where: held.meets) { return false }
        return !marks.indices.contains { other in
            let point = PlaneRect(left: 0, top: 0, right: 0, bottom: 0)
            return other != label.mark
                && held.meets(Held(place: marks[other], box: point.grown(by: radii[other])))
        }
    }

    /// Beside the mark first, then at its corners, then above and below.
    private static func candidates(
        _ lines: [String], _ width: Double, _ mark: Int, _ distance: Double
    ) -> [MapLabel] {
        let height = Double(lines.count) * MapLabel.lineHeight
        let corner = distance * 0.7
        let places: [(anchor: MapLabel.Anchor, x: Double, top: Double)] = [
            (.start, distance, -height / 2), (.end, -distance, -height / 2),
            (.start, corner, -height - corner / 2), (.start, corner, corner / 2),
            (.end, -corner, -height - corner / 2), (.end, -corner, corner / 2),
            (.middle, 0, -height - distance), (.middle, 0, distance),
        ]
        return places.map { place in
            let left =
                switch place.anchor {
                case .start: place.x
                case .middle: -width / 2
                case .end: place.x - width
                }
            return MapLabel(
                mark: mark, lines: lines, anchor: place.anchor,
                offset: PlanePoint(x: place.x, y: place.top + MapLabel.size * 0.93),
                box: PlaneRect(left: left, top: place.top, right: left + width, bottom: place.top + height))
        }
    }
}
