/// An axis-parallel rectangle, including its edges.
struct PlaneRect: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// The corners, clockwise from the top left.
    var corners: [PlanePoint] {
        [
            PlanePoint(x: left, y: top), PlanePoint(x: right, y: top), PlanePoint(x: right, y: bottom),
            PlanePoint(x: left, y: bottom),
        ]
    }

    func contains(_ point: PlanePoint) -> Bool {
        left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    }

    func contains(_ other: PlaneRect) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    /// Whether the interiors of two rectangles overlap.
    func overlaps(_ other: PlaneRect) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Returns the rectangle with its edges moved outwards.
    func grown(by margin: Double) -> PlaneRect {
        PlaneRect(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }
}
