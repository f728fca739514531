#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way of a leg on a map: a great circle bent to the left of the way that is taken, so that there and back are
/// two lines.
struct RouteArc: Sendable {
    /// What of it is near the frame, in units of the drawing; a line that leaves the world's edge comes back at the
    /// other.
    private(set) var lines: [[PlanePoint]] = []
    /// The middle of what is seen and the direction there, in degrees clockwise from the right.
    private(set) var arrow: (place: PlanePoint, degrees: Double)?

    /// Steps of a way that is as long as the map is wide; a way that leaves the map has as many more.
    private static let steps = 48.0
    private static let mostSteps = 1000
    private static let bleed = 12.0

    /// - Parameter bend: how far the middle is off the great circle, as a part of the way's length.
    /// - Returns: nil between points that are one, or opposite each other.
    init?(
        from start: SpherePoint, to end: SpherePoint, bend: Double, on projection: MapProjection,
        in frame: PlaneRect
    ) {
        let angle = start.angle(to: end)
        guard let left = start.cross(end).normalized, angle > 1e-6, angle < 3.1 else { return nil }
        let outer = frame.grown(by: Self.bleed)
        let width = (frame.right - frame.left) / projection.scale
        let length = angle * SpherePoint.earthRadius
        let steps = max(24, min(Self.mostSteps, Int(Self.steps * length / width)))
        var seen: [[PlanePoint]] = [[]]
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            let way = start.combined(sin((1 - share) * angle), end, sin(share * angle))
            guard let point = way.normalized else { continue }
            let turn = angle * bend * 4 * share * (1 - share)
            let place = projection.project(point.combined(cos(turn), left, sin(turn)))
            if let last = seen.last?.last, abs(last.x - place.x) > (frame.right - frame.left) / 2 {
                seen.append([])
            }
            if outer.contains(place) {
                seen[seen.count - 1].append(place)
            } else if seen.last?.isEmpty == false {
                seen.append([])
            }
        }
        lines = seen.filter { $0.count > 1 }
        arrow = Self.arrow(on: lines, in: frame)
        if lines.isEmpty { return nil }
    }

    private static func arrow(
        on lines: [[PlanePoint]], in frame: PlaneRect
    ) -> (place: PlanePoint, degrees: Double)? {
        guard let line = lines.max(by: { $0.count < $1.count }) else { return nil }
        let inside = line.indices.filter { frame.contains(line[$0]) }
        guard inside.count > 2 else { return nil }
        let middle = inside[inside.count / 2]
        let way = line[min(middle + 1, line.count - 1)] - line[max(middle - 1, 0)]
        return (line[middle], atan2(way.y, way.x) * 180 / .pi)
    }

    /// Units of the drawing.
    static func length(of line: [PlanePoint]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
}
