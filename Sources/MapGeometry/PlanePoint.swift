/// A point of a drawing; x points to the right, y down.
package struct PlanePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        (self.x, self.y) = (x, y)
    }

    package static func + (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(x: left.x + right.x, y: left.y + right.y)
    }

    package static func - (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(x: left.x - right.x, y: left.y - right.y)
    }

    package static func * (left: PlanePoint, right: Double) -> PlanePoint {
        PlanePoint(x: left.x * right, y: left.y * right)
    }

    /// The distance from the origin.
    package var length: Double { (x * x + y * y).squareRoot() }

    package func distance(to other: PlanePoint) -> Double { (self - other).length }

    /// Returns the cross product: twice the signed area of the triangle with the origin.
    func cross(_ other: PlanePoint) -> Double { x * other.y - y * other.x }
}

/// Returns the area of a ring: positive if it runs clockwise on screen, since y points down.
func signedArea(_ ring: [PlanePoint]) -> Double {
    guard var last = ring.last else { return 0 }
    var doubled = 0.0
    for point in ring {
        doubled += last.cross(point)
        last = point
    }
    return doubled / 2
}
