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
/// Marks are pixels, and a map may be shown wider than it is placed for here. Names keep clear of each other then,
/// since marks only move apart.
struct LabelPlacing {
    /// In pixels.
    let frame: PlaneRect
    private let marks: [PlanePoint]
    private let radii: [Double]
    private let routes: [PlanePoint]
    private var taken: [PlaneRect] = []

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
        (self.frame, self.marks, self.radii, self.routes, self.taken) = (frame, marks, radii, routes, taken)
    }

    /// Keeps a place free for a label that stands already.
    mutating func keep(_ label: MapLabel) { taken.append(box(of: label)) }

    /// The best of eight places around a mark; nil where none is free.
    mutating func place(_ name: String, at mark: Int) -> MapLabel? {
        let lines = brokenIntoLines(name, limit: 10)
        let width = (lines.map(estimatedWidth).max() ?? 0) * MapLabel.size
        var best: (label: MapLabel, crossings: Int)?
        for label in Self.candidates(lines, width, mark, radii[mark] + Self.gap) {
            let box = box(of: label)
            guard isFree(box, for: mark) else { continue }
            let crossings = routes.count { box.contains($0) }
            if crossings < best?.crossings ?? Int.max { best = (label, crossings) }
        }
        if let best { taken.append(box(of: best.label)) }
        return best?.label
    }

    private func box(of label: MapLabel) -> PlaneRect {
        let place = marks[label.mark]
        let box = label.box
        return PlaneRect(
            left: place.x + box.left, top: place.y + box.top, right: place.x + box.right,
            bottom: place.y + box.bottom)
    }

    private func isFree(_ box: PlaneRect, for mark: Int) -> Bool {
        guard frame.contains(box), !taken.contains(where: box.overlaps) else { return false }
        return !marks.indices.contains { other in
            guard other != mark else { return false }
            let place = marks[other]
            let point = PlaneRect(left: place.x, top: place.y, right: place.x, bottom: place.y)
            return box.overlaps(point.grown(by: radii[other]))
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
