/// An axis-parallel rectangle, including its edges.
package struct PlaneRect: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The corners, clockwise from the top left.
    package var corners: [PlanePoint] {
        [
            PlanePoint(x: left, y: top), PlanePoint(x: right, y: top), PlanePoint(x: right, y: bottom),
            PlanePoint(x: left, y: bottom),
        ]
    }

    package func contains(_ point: PlanePoint) -> Bool {
        left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    }

    package func contains(_ other: PlaneRect) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    /// Whether the interiors of two rectangles overlap.
    func overlaps(_ other: PlaneRect) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Returns the rectangle with its edges moved outwards.
    package func grown(by margin: Double) -> PlaneRect {
        PlaneRect(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }
}
