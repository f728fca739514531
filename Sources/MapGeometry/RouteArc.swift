#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The line of a leg on a map: a great circle bent to the left of the direction of travel, so that outward and return
/// journey are two lines.
package struct RouteArc: Sendable {
    /// The parts near the frame, in units of the drawing. A line that leaves the world at one edge continues at the
    /// other.
    package private(set) var lines: [[PlanePoint]] = []
    /// The middle of the visible part, and its direction in degrees clockwise from the right.
    package private(set) var arrow: (position: PlanePoint, degrees: Double)?

    /// The number of steps for a line as long as the map is wide; a longer line has proportionally more.
    private static let steps = 48.0
    /// The greatest number of steps.
    private static let mostSteps = 1000
    /// The width of the area beyond the frame in which lines are drawn, in units of the drawing.
    private static let bleed = 12.0

    /// - Parameter bend: the distance of the middle from the great circle, as a fraction of the line's length.
    /// - Returns: nil if the points coincide or are opposite each other, or if the line does not come near the frame.
    package init?(
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
            let position = projection.project(point.combined(cos(turn), left, sin(turn)))
            if let last = seen.last?.last, abs(last.x - position.x) > (frame.right - frame.left) / 2 {
                seen.append([])
            }
            if outer.contains(position) {
                seen[seen.count - 1].append(position)
            } else if seen.last?.isEmpty == false {
                seen.append([])
            }
        }
        lines = seen.filter { $0.count > 1 }
        arrow = Self.arrow(on: lines, in: frame)
        if lines.isEmpty { return nil }
    }

    /// Returns the position and direction of the arrow; nil if too little of the line is in the frame.
    private static func arrow(
        on lines: [[PlanePoint]], in frame: PlaneRect
    ) -> (position: PlanePoint, degrees: Double)? {
        guard let line = lines.max(by: { $0.count < $1.count }) else { return nil }
        let inside = line.indices.filter { frame.contains(line[$0]) }
        guard inside.count > 2 else { return nil }
        let middle = inside[inside.count / 2]
        let way = line[min(middle + 1, line.count - 1)] - line[max(middle - 1, 0)]
        return (line[middle], atan2(way.y, way.x) * 180 / .pi)
    }

    /// Returns the length of a line in units of the drawing.
    package static func length(of line: [PlanePoint]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
}
