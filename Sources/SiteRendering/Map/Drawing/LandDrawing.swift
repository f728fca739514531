#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The land of a view, cut to the view and simplified to what can be seen.
struct LandDrawing: Sendable {
    let view: MapView
    /// Rings in units of the view's format; what lies within an odd number of them is land.
    private(set) var rings: [[PlanePoint]] = []

    /// What is drawn beyond the frame, so that the edges at which rings are cut are not seen.
    private static let bleed = 8.0
    /// Units of the drawing that a line may be off by; half a pixel where pixels are fine.
    private static let tolerance = 0.45
    /// The least area of an island in square units: one that a reader can see.
    private static let leastArea = 0.4
    /// Kilometres a unit from which on the coarse outlines do.
    private static let coarseFrom = 12.0

    private var frame: PlaneRect { view.format.frame.grown(by: Self.bleed) }

    init(_ view: MapView) {
        self.view = view
        let projection = view.projection
        switch projection.kind {
        case .region(let map): drawRegion(map, projection)
        case .world(let map): drawWorld(map, projection)
        }
    }

    private mutating func drawRegion(_ map: LambertAzimuthal, _ projection: MapProjection) {
        let coasts = 1 / projection.scale > Self.coarseFrom ? Coasts.coarse : Coasts.detailed
        let corner = PlanePoint(x: frame.left, y: frame.top) - projection.middle
        let horizon = Horizon(map, radius: corner.length / projection.scale * 1.05)
        var isInverted = false
        for coast in coasts.rings {
            guard let ring = horizon.project(coast) else { continue }
            // A ring that runs the wrong way on paper has its smaller side at the far end of the Earth.
            if signedArea(ring) > horizon.area * 0.01 { isInverted.toggle() }
            add(ring.map(projection.place))
        }
        if isInverted { rings.append(frame.corners) }
    }

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

    /// A straight line between two points that are degrees apart is a curve on paper.
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

    private mutating func add(_ ring: [PlanePoint]) {
        let part = simplify(clip(ring, to: frame), tolerance: Self.tolerance)
        if part.count > 2, abs(signedArea(part)) >= Self.leastArea { rings.append(part) }
    }
}

/// The part of the Earth around the centre of a map. What lies behind it is drawn on its edge, in the direction in
/// which it lies, so that rings stay rings.
private struct Horizon {
    private let map: LambertAzimuthal
    /// Kilometres on paper.
    private let radius: Double
    /// Radians.
    private let angle: Double
    private let cosine: Double

    init(_ map: LambertAzimuthal, radius: Double) {
        self.map = map
        self.radius = min(radius, 1.98 * SpherePoint.earthRadius)
        angle = LambertAzimuthal.angle(ofRadius: self.radius)
        cosine = cos(angle)
    }

    var area: Double { .pi * radius * radius }

    /// A ring in kilometres from the centre; nil where none of it is seen.
    func project(_ coast: CoastRing) -> [PlanePoint]? {
        var line = HorizonLine(radius: radius)
        for stretch in coast.stretches {
            let distance = map.centre.angle(to: stretch.centre)
            let isHidden = distance - stretch.radius > angle && distance + stretch.radius < 2.9
            if isHidden, let last = stretch.range.last {
                // It lies well to one side of the far end of the Earth: where it begins and ends is enough.
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

    /// Radians, clockwise on paper from the right.
    private func direction(of point: SpherePoint) -> Double {
        atan2(-point.dot(map.north), point.dot(map.east))
    }
}

/// A line of which parts are hidden behind the horizon.
private struct HorizonLine {
    let radius: Double
    private(set) var points: [PlanePoint] = []
    private(set) var isSeen = false
    private var firstHidden: Double?
    private var lastHidden: Double?

    private static let step = 0.15

    init(radius: Double) { self.radius = radius }

    mutating func add(_ point: PlanePoint) {
        points.append(point)
        (isSeen, lastHidden) = (true, nil)
    }

    mutating func addHidden(_ direction: Double) {
        if points.isEmpty { firstHidden = direction }
        if let last = lastHidden { turn(from: last, to: direction) }
        points.append(place(direction))
        lastHidden = direction
    }

    /// Back to the first point, along the horizon where both ends are hidden.
    mutating func close() {
        if let first = firstHidden, let last = lastHidden { turn(from: last, to: first) }
    }

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
