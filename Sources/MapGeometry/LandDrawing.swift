#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The land of a view, clipped to the view and simplified to what is visible.
package struct LandDrawing: Sendable {
    let view: MapView
    /// The outlines in units of the drawing; a point within an odd number of rings is land (even-odd rule).
    package private(set) var rings: [[PlanePoint]] = []

    /// The width of the area drawn beyond the frame, so that clipped edges stay invisible.
    private static let bleed = 8.0
    /// The greatest error of simplified lines, in units of the drawing: half a pixel on a high-resolution screen.
    private static let tolerance = 0.45
    /// The least area of a visible island, in square units.
    private static let leastArea = 0.4
    /// The scale, in kilometres per unit, above which the coarse outlines suffice.
    private static let coarseFrom = 12.0

    private var frame: PlaneRect { view.format.frame.grown(by: Self.bleed) }

    package init(_ view: MapView) {
        self.view = view
        let projection = view.projection
        switch projection.kind {
        case .region(let map): drawRegion(map, projection)
        case .world(let map): drawWorld(map, projection)
        }
    }

    /// Draws the land of a region.
    private mutating func drawRegion(_ map: LambertAzimuthal, _ projection: MapProjection) {
        let coasts = 1 / projection.scale > Self.coarseFrom ? Coasts.coarse : Coasts.detailed
        let corner = PlanePoint(x: frame.left, y: frame.top) - projection.middle
        let horizon = Horizon(map, radius: corner.length / projection.scale * 1.05)
        var isInverted = false
        for coast in coasts.rings {
            guard let ring = horizon.project(coast) else { continue }
            // A ring with the opposite orientation in the projection encloses the antipode of the centre.
            if signedArea(ring) > horizon.area * 0.01 { isInverted.toggle() }
            add(ring.map(projection.place))
        }
        if isInverted { rings.append(frame.corners) }
    }

    /// Draws the land of the whole world.
    private mutating func drawWorld(_ map: EqualEarth, _ projection: MapProjection) {
        for coast in Coasts.coarse.rings {
            var ring = zip(coast.longitudes, coast.latitudes).map { longitude, latitude in
                PlanePoint(x: longitude - map.longitude, y: latitude)
            }
            if coast.isAroundPole, let first = ring.first, let last = ring.last {
                let end = first.x + (last.x > first.x ? 360 : -360)
                ring += [
                    PlanePoint(x: end, y: first.y), PlanePoint(x: end, y: -90),
                    PlanePoint(x: first.x, y: -90),
                ]
            }
            for turn in [-720.0, -360, 0, 360, 720] {
                let moved = ring.map { PlanePoint(x: $0.x + turn, y: $0.y) }
                let part = clip(moved, from: -180, to: 180)
                if part.count < 3 { continue }
                add(Self.withoutLongEdges(part).map { projection.place(map.project($0.y, $0.x)) })
            }
        }
    }

    /// Returns a ring with points added on edges of several degrees, which are curves in the projection.
    private static func withoutLongEdges(_ ring: [PlanePoint]) -> [PlanePoint] {
        guard var last = ring.last else { return [] }
        var dense: [PlanePoint] = []
        for point in ring {
            let steps = Int(last.distance(to: point) / 4)
            for step in stride(from: 1, through: steps, by: 1) {
                dense.append(last + (point - last) * (Double(step) / Double(steps + 1)))
            }
            dense.append(point)
            last = point
        }
        return dense
    }

    /// Clips and simplifies a ring, and adds it if it is large enough.
    private mutating func add(_ ring: [PlanePoint]) {
        let part = simplify(clip(ring, to: frame), tolerance: Self.tolerance)
        if part.count > 2, abs(signedArea(part)) >= Self.leastArea { rings.append(part) }
    }
}

/// The visible cap of the Earth around the centre of a map. Points beyond it are moved to its edge in the same
/// direction, so that rings stay closed.
private struct Horizon {
    private let map: LambertAzimuthal
    /// The projected radius of the cap, in kilometres.
    private let radius: Double
    /// The angular radius of the cap, in radians.
    private let angle: Double
    /// The cosine of ``angle``.
    private let cosine: Double

    init(_ map: LambertAzimuthal, radius: Double) {
        self.map = map
        self.radius = min(radius, 1.98 * SpherePoint.earthRadius)
        angle = LambertAzimuthal.angle(ofRadius: self.radius)
        cosine = cos(angle)
    }

    /// The projected area of the cap, in square kilometres.
    var area: Double { .pi * radius * radius }

    /// Projects a ring to kilometres from the centre; returns nil if none of it is visible.
    func project(_ coast: CoastRing) -> [PlanePoint]? {
        var line = HorizonLine(radius: radius)
        for stretch in coast.stretches {
            let distance = map.centre.angle(to: stretch.centre)
            let isHidden = distance - stretch.radius > angle && distance + stretch.radius < 2.9
            if isHidden, let last = stretch.range.last {
                // It is far enough from the antipode that its first and last point suffice.
                line.addHidden(direction(of: coast.points[stretch.range.lowerBound]))
                line.addHidden(direction(of: coast.points[last]))
                continue
            }
            for point in coast.points[stretch.range] {
                if point.dot(map.centre) >= cosine {
                    line.add(map.project(point))
                } else {
                    line.addHidden(direction(of: point))
                }
            }
        }
        line.close()
        if line.isSeen { return line.points }
        // All around the horizon, or all on one side of it.
        return abs(signedArea(line.points)) > area / 2 ? line.points : nil
    }

    /// Returns the direction of a point from the centre in radians, clockwise on screen from the right.
    private func direction(of point: SpherePoint) -> Double {
        atan2(-point.dot(map.north), point.dot(map.east))
    }
}

/// A ring whose points beyond the horizon are replaced by points along it.
private struct HorizonLine {
    let radius: Double
    private(set) var points: [PlanePoint] = []
    /// Whether any point is on the visible side.
    private(set) var isSeen = false
    /// The direction of the first point if it is hidden.
    private var firstHidden: Double?
    /// The direction of the last point if it is hidden.
    private var lastHidden: Double?

    /// The greatest step along the horizon, in radians.
    private static let step = 0.15

    init(radius: Double) { self.radius = radius }

    /// Adds a visible point.
    mutating func add(_ point: PlanePoint) {
        points.append(point)
        (isSeen, lastHidden) = (true, nil)
    }

    /// Adds a point beyond the horizon, in a direction.
    mutating func addHidden(_ direction: Double) {
        if points.isEmpty { firstHidden = direction }
        if let last = lastHidden { turn(from: last, to: direction) }
        points.append(place(direction))
        lastHidden = direction
    }

    /// Closes the ring, along the horizon if both ends are hidden.
    mutating func close() {
        if let first = firstHidden, let last = lastHidden { turn(from: last, to: first) }
    }

    /// Adds points along the horizon between two directions.
    private mutating func turn(from start: Double, to end: Double) {
        let turn = EqualEarth.turn(from: start * 180 / .pi, to: end * 180 / .pi) * .pi / 180
        let steps = Int(abs(turn) / Self.step)
        for step in stride(from: 1, through: steps, by: 1) {
            points.append(place(start + turn * Double(step) / Double(steps + 1)))
        }
    }

    private func place(_ direction: Double) -> PlanePoint {
        PlanePoint(x: radius * cos(direction), y: radius * sin(direction))
    }
}
