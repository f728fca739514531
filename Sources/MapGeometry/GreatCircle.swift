#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The shortest way between two points of the Earth, as longitudes and latitudes.
package struct GreatCircle: Sendable {
    /// A point in degrees: east of Greenwich, −180 to 180, and north of the equator.
    package typealias Position = (longitude: Double, latitude: Double)

    /// The lines, in the direction of travel: two where the way crosses the 180th meridian, otherwise one. RFC 7946
    /// (section 3.1.9) asks for this cut.
    package private(set) var lines: [[Position]] = [[]]

    /// The greatest distance of neighbouring points, in radians: 2 degrees.
    private static let step = Double.pi / 90
    /// The distance from the 180th meridian, in degrees, at which a point lies on it and thus on both sides.
    private static let edge = 1e-9

    /// - Returns: nil if the points coincide, or lie opposite each other so that no way is the shortest.
    package init?(from start: SpherePoint, to end: SpherePoint) {
        let angle = start.angle(to: end)
        guard angle > 1e-9, angle < .pi - 1e-6 else { return nil }
        let steps = max(1, Int((angle / Self.step).rounded(.up)))
        let points = (0...steps).map { step in
            let share = Double(step) / Double(steps)
            let way = start.combined(sin((1 - share) * angle), end, sin(share * angle))
            return step == 0 ? start : step == steps ? end : way.normalized ?? start
        }
        for index in points.indices {
            if index > 0 { cross(from: points[index - 1], to: points[index]) }
            var longitude = points[index].longitude
            if Self.isOnEdge(points[index]) {
                let beside = points[index == 0 ? 1 : index - 1]
                longitude = beside.longitude < 0 ? -180 : 180
            }
            lines[lines.count - 1].append((longitude, points[index].latitude))
        }
    }

    private static func isOnEdge(_ point: SpherePoint) -> Bool { 180 - abs(point.longitude) < edge }

    /// Ends the line at the 180th meridian and begins another one on its other side, if the way between two points
    /// crosses it. A point on the meridian is on the side of the point before it.
    private mutating func cross(from last: SpherePoint, to next: SpherePoint) {
        guard let end = lines[lines.count - 1].last, !Self.isOnEdge(next),
            abs(end.longitude - next.longitude) > 180
        else { return }
        let side = next.longitude < 0 ? 180.0 : -180
        if Self.isOnEdge(last) {
            lines.append([(-side, end.latitude)])
            return
        }
        guard
            let edge = last.combined(next.y / (next.y - last.y), next, last.y / (last.y - next.y)).normalized
        else { return }
        lines[lines.count - 1].append((side, edge.latitude))
        lines.append([(-side, edge.latitude)])
    }
}
