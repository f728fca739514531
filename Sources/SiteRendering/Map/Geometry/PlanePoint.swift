/// A point of a drawing: x to the right, y down.
struct PlanePoint: Hashable, Sendable {
    var x: Double
    var y: Double

    static func + (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(x: left.x + right.x, y: left.y + right.y)
    }

    static func - (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(x: left.x - right.x, y: left.y - right.y)
    }

    static func * (left: PlanePoint, right: Double) -> PlanePoint {
        PlanePoint(x: left.x * right, y: left.y * right)
    }

    var length: Double { (x * x + y * y).squareRoot() }

    func distance(to other: PlanePoint) -> Double { (self - other).length }

    /// Half the cross product's sign and size: twice the area of the triangle with the origin.
    func cross(_ other: PlanePoint) -> Double { x * other.y - y * other.x }
}

/// An upright rectangle; its edges belong to it.
struct PlaneRect: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

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

    func overlaps(_ other: PlaneRect) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// The rectangle with its edges moved outwards.
    func grown(by margin: Double) -> PlaneRect {
        PlaneRect(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }
}

/// The area of a ring: positive where it runs clockwise on paper, since y points down.
func signedArea(_ ring: [PlanePoint]) -> Double {
    guard var last = ring.last else { return 0 }
    var doubled = 0.0
    for point in ring {
        doubled += last.cross(point)
        last = point
    }
    return doubled / 2
}
