/// Returns the part of a ring within a rectangle (Sutherland and Hodgman, 1974). Where the ring leaves the rectangle,
/// the result follows the rectangle's edge. To keep that line invisible, clip to a larger rectangle than is shown.
func clip(_ ring: [PlanePoint], to rect: PlaneRect) -> [PlanePoint] {
    if ring.allSatisfy(rect.contains) { return ring }
    var ring = clip(ring, inside: { $0.x >= rect.left }, at: { crossing($0, $1, x: rect.left) })
    ring = clip(ring, inside: { $0.x <= rect.right }, at: { crossing($0, $1, x: rect.right) })
    ring = clip(ring, inside: { $0.y >= rect.top }, at: { crossing($0, $1, y: rect.top) })
    return clip(ring, inside: { $0.y <= rect.bottom }, at: { crossing($0, $1, y: rect.bottom) })
}

/// Returns the part of a ring between two values of x.
func clip(_ ring: [PlanePoint], from left: Double, to right: Double) -> [PlanePoint] {
    let ring = clip(ring, inside: { $0.x >= left }, at: { crossing($0, $1, x: left) })
    return clip(ring, inside: { $0.x <= right }, at: { crossing($0, $1, x: right) })
}

/// Clips a ring at one line.
private func clip(
    _ ring: [PlanePoint], inside: (PlanePoint) -> Bool, at crossing: (PlanePoint, PlanePoint) -> PlanePoint
) -> [PlanePoint] {
    guard var last = ring.last else { return [] }
    var wasInside = inside(last)
    var clipped: [PlanePoint] = []
    clipped.reserveCapacity(ring.count)
    for point in ring {
        let isInside = inside(point)
        if isInside != wasInside { clipped.append(crossing(last, point)) }
        if isInside { clipped.append(point) }
        (last, wasInside) = (point, isInside)
    }
    return clipped
}

/// Returns the intersection of a segment with a vertical line.
private func crossing(_ start: PlanePoint, _ end: PlanePoint, x: Double) -> PlanePoint {
    let share = (x - start.x) / (end.x - start.x)
    return PlanePoint(x: x, y: start.y + share * (end.y - start.y))
}

/// Returns the intersection of a segment with a horizontal line.
private func crossing(_ start: PlanePoint, _ end: PlanePoint, y: Double) -> PlanePoint {
    let share = (y - start.y) / (end.y - start.y)
    return PlanePoint(x: start.x + share * (end.x - start.x), y: y)
}
