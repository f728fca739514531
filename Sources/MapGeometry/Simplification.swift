/// Returns a ring with fewer points, from which no original point is farther than a tolerance (Douglas and Peucker,
/// 1973).
///
/// - Returns: an empty ring if less than a triangle remains.
func simplify(_ ring: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard ring.count > 3 else { return ring }
    // A ring has no ends to begin with: it is cut where it is farthest from its first point.
    let first = ring[0]
    var far = 0
    for index in ring.indices where first.distance(to: ring[index]) > first.distance(to: ring[far]) {
        far = index
    }
    if far == 0 { return [] }
    var isKept = [Bool](repeating: false, count: ring.count)
    isKept[0] = true
    isKept[far] = true
    var stretches = [(0, far), (far, ring.count)]
    while let (start, end) = stretches.popLast() {
        guard let index = farthest(ring, from: start, to: end, beyond: tolerance) else { continue }
        isKept[index] = true
        stretches.append((start, index))
        stretches.append((index, end))
    }
    let left = ring.indices.filter { isKept[$0] }.map { ring[$0] }
    return left.count > 2 ? left : []
}

/// Returns the index of the point between two others that is farthest from the line between them; nil if none is
/// farther than the tolerance.
///
/// - Parameter end: an index; the ring's count stands for its first point.
private func farthest(_ ring: [PlanePoint], from start: Int, to end: Int, beyond tolerance: Double) -> Int? {
    guard end - start > 1 else { return nil }
    let origin = ring[start]
    let way = ring[end % ring.count] - origin
    let square = way.x * way.x + way.y * way.y
    var most = tolerance * tolerance
    var found: Int?
    for index in start + 1..<end {
        let offset = ring[index] - origin
        let along = square > 0 ? (offset.x * way.x + offset.y * way.y) / square : 0
        let foot = way * min(max(along, 0), 1)
        let rest = offset - foot
        let distance = rest.x * rest.x + rest.y * rest.y
        if distance > most { (most, found) = (distance, index) }
    }
    return found
}
