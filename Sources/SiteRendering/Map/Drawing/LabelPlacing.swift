import MapGeometry

/// A name on a map, with its position relative to a mark.
struct MapLabel: Sendable {
    /// The alignment of the text at its position.
    enum Anchor: Sendable {
        case start, middle, end
    }

    /// The index of the mark.
    let mark: Int
    let lines: [String]
    let anchor: Anchor
    /// The position of the first line's baseline relative to the mark, in pixels.
    let offset: PlanePoint
    /// The rectangle around the text relative to the mark, in pixels.
    let box: PlaneRect

    /// The font size in pixels.
    static let size = 12.0
    /// The height of a line in pixels.
    static let lineHeight = 14.0
}

/// Places names beside marks so that no name covers another one, a mark or the frame, and if possible no route.
///
/// The positions of marks scale with the width of the map, while marks and names keep their size. Names stay clear of
/// each other at every width from the given one up to ``mostGrowth`` times that.
struct LabelPlacing {
    /// The greatest factor by which a map may be shown larger than its frame.
    static let mostGrowth = 2.0

    /// The frame in pixels.
    let frame: PlaneRect
    private let marks: [PlanePoint]
    private let radii: [Double]
    private let routes: [PlanePoint]
    /// The names and other objects placed so far.
    private var taken: [Held] = []

    /// An object that moves with a point of the map and keeps its size.
    private struct Held {
        /// The point of the map.
        let point: PlanePoint
        /// The rectangle relative to the point.
        let box: PlaneRect

        /// Whether two objects overlap at some width of the map.
        func meets(_ other: Held) -> Bool {
            let across = Self.growths(
                other.point.x - point.x, box.left - other.box.right, box.right - other.box.left)
            let down = Self.growths(
                other.point.y - point.y, box.top - other.box.bottom, box.bottom - other.box.top)
            let first = max(1, across.first, down.first)
            return first < min(LabelPlacing.mostGrowth, across.last, down.last)
        }

        /// Returns the factors at which a distance lies between two bounds; an empty range if it never does.
        private static func growths(
            _ distance: Double, _ low: Double, _ high: Double
        ) -> (first: Double, last: Double) {
            if abs(distance) < 1e-9 { return low < 0 && high > 0 ? (0, .infinity) : (1, 0) }
            let ends = (low / distance, high / distance)
            return (min(ends.0, ends.1), max(ends.0, ends.1))
        }
    }

    /// The distance between a mark and its name, in pixels.
    private static let gap = 3.0

    /// - Parameters:
    ///   - marks: the centres of the marks, in pixels.
    ///   - radii: the radii of the marks, in pixels.
    ///   - routes: points along the routes, so dense that no name fits between two of them.
    ///   - taken: rectangles that must stay free, anchored at their bottom left corners.
    init(
        _ frame: PlaneRect, marks: [PlanePoint], radii: [Double], routes: [PlanePoint] = [],
        taken: [PlaneRect] = []
    ) {
        (self.frame, self.marks, self.radii, self.routes) = (frame, marks, radii, routes)
        self.taken = taken.map { rect in
            // Signs in the frame are kept to a corner at its foot.
            let corner = PlanePoint(x: rect.left, y: rect.bottom)
            return Held(
                point: corner,
                box: PlaneRect(left: 0, top: rect.top - rect.bottom, right: rect.right - rect.left, bottom: 0)
            )
        }
    }

    /// Reserves the position of a label that has already been placed.
    mutating func keep(_ label: MapLabel) {
        taken.append(Held(point: marks[label.mark], box: label.box))
    }

    /// Places a name in the best of eight positions around a mark; returns nil if none is free.
    ///
    /// - Parameter room: the room for something at the right of the mark, in pixels. If it is not 0, the name is at the
    ///   right of that.
    mutating func place(_ name: String, at mark: Int, beyond room: Double = 0) -> MapLabel? {
        let lines = brokenIntoLines(name, limit: 10)
        let width = (lines.map(TextWidth.ems).max() ?? 0) * MapLabel.size
        var best: (label: MapLabel, crossings: Int)?
        for label in Self.candidates(lines, width, mark, radii[mark] + Self.gap + room) {
            let box = box(of: label)
            guard room == 0 || label.anchor == .start, frame.contains(box), isFree(label) else { continue }
            let crossings = routes.count { box.contains($0) }
            if crossings < best?.crossings ?? Int.max { best = (label, crossings) }
        }
        if let best { keep(best.label) }
        return best?.label
    }

    /// Returns the rectangle of a label in the frame.
    private func box(of label: MapLabel) -> PlaneRect {
        let point = marks[label.mark]
        let box = label.box
        return PlaneRect(
            left: point.x + box.left, top: point.y + box.top, right: point.x + box.right,
            bottom: point.y + box.bottom)
    }

    /// Whether a label overlaps no other object and no other mark.
    private func isFree(_ label: MapLabel) -> Bool {
        let held = Held(point: marks[label.mark], box: label.box)
        if taken.contains(where: held.meets) { return false }
        return !marks.indices.contains { other in
            let point = PlaneRect(left: 0, top: 0, right: 0, bottom: 0)
            return other != label.mark
                && held.meets(Held(point: marks[other], box: point.grown(by: radii[other])))
        }
    }

    /// Returns the positions of a label in order of preference: beside the mark, at its corners, above and below.
    private static func candidates(
        _ lines: [String], _ width: Double, _ mark: Int, _ distance: Double
    ) -> [MapLabel] {
        let height = Double(lines.count) * MapLabel.lineHeight
        let corner = distance * 0.7
        let corners: [(anchor: MapLabel.Anchor, x: Double, top: Double)] = [
            (.start, distance, -height / 2), (.end, -distance, -height / 2),
            (.start, corner, -height - corner / 2), (.start, corner, corner / 2),
            (.end, -corner, -height - corner / 2), (.end, -corner, corner / 2),
            (.middle, 0, -height - distance), (.middle, 0, distance),
        ]
        return corners.map { corner in
            let left =
                switch corner.anchor {
                case .start: corner.x
                case .middle: -width / 2
                case .end: corner.x - width
                }
            return MapLabel(
                mark: mark, lines: lines, anchor: corner.anchor,
                offset: PlanePoint(x: corner.x, y: corner.top + MapLabel.size * 0.93),
                box: PlaneRect(left: left, top: corner.top, right: left + width, bottom: corner.top + height))
        }
    }
}
