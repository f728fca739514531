#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension MapView {
    /// The widths of views, in kilometres from side to side; each is about half as much again as the one before.
    private static let widths = [300, 450, 700, 1000, 1500, 2200, 3200, 4800, 7200, 10_000, 14_000]
    /// The fraction of the frame that stays free at each side, for marks and their labels.
    private static let margin = 0.13
    /// The distance in kilometres up to which points count as one: a reader then wants to see the region around them.
    private static let oneSpot = 40.0
    /// The least width of a view of one such spot, in kilometres.
    private static let leastAroundOneSpot = 1500.0
    /// The least width of a view of several spots, in kilometres.
    private static let leastAroundSeveral = 450.0

    /// Returns the narrowest view that shows all points with some space around them.
    ///
    /// - Parameter isInset: whether the view is part of a larger map, which already shows the region.
    package static func showing(_ targets: [MapTarget], in format: MapFormat, isInset: Bool = false)
        -> MapView
    {
        let world = MapView(extent: .world(longitude: meridian(for: targets)), format: format)
        guard let middle = middle(of: targets) else { return world }
        let spread = targets.reduce(0) { max($0, middle.kilometres(to: $1.point)) }
        let surroundings = isInset ? 0 : spread < oneSpot ? leastAroundOneSpot : leastAroundSeveral
        let least = max(spread * 2, surroundings)
        for width in widths where Double(width) >= least {
            let view = MapView(extent: snapped(middle, width), format: format)
            if view.hasRoom(for: targets) { return view }
        }
        return world
    }

    /// Returns the centre of the bounding box of all points, drawn around their mean; nil if they lie all around the
    /// Earth.
    private static func middle(of targets: [MapTarget]) -> SpherePoint? {
        let sum = targets.reduce(SpherePoint(x: 0, y: 0, z: 0)) { $0.combined(1, $1.point, 1) }
        guard let mean = sum.normalized, sum.length > 0.05 * Double(targets.count) else { return nil }
        let map = LambertAzimuthal(latitude: mean.latitude, longitude: mean.longitude)
        var box: PlaneRect?
        for target in targets {
            let point = map.project(target.point)
            let old = box ?? PlaneRect(left: point.x, top: point.y, right: point.x, bottom: point.y)
            box = PlaneRect(
                left: min(old.left, point.x), top: min(old.top, point.y), right: max(old.right, point.x),
                bottom: max(old.bottom, point.y))
        }
        guard let box else { return nil }
        return map.point(at: PlanePoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2))
    }

    /// Returns an area around the nearest point of a grid, whose steps are about a tenth of the view.
    private static func snapped(_ point: SpherePoint, _ width: Int) -> Extent {
        let degrees = Double(width) / 10 / 111.2
        let step = gridStep(atMost: degrees)
        let latitude = max(
            -9000, min(9000, (Int(point.latitude * 100) / step + halfStep(point.latitude, step)) * step))
        // Meridians come together towards the poles.
        let turn = gridStep(atMost: degrees / max(cos(Double(latitude) / 100 * .pi / 180), 0.01))
        var longitude = (Int(point.longitude * 100) / turn + halfStep(point.longitude, turn)) * turn
        if longitude >= 18_000 { longitude -= 36_000 }
        if abs(latitude) == 9000 { longitude = 0 }
        return .region(latitude: latitude, longitude: longitude, width: width)
    }

    /// Returns 1 or −1 if the remainder beyond whole steps is half a step or more, otherwise 0.
    private static func halfStep(_ degrees: Double, _ step: Int) -> Int {
        let rest = Int(degrees * 100) % step
        return rest * 2 >= step ? 1 : rest * 2 <= -step ? -1 : 0
    }

    /// Returns the largest step of the grid up to a limit, in hundredths of a degree; every step divides a full turn.
    private static func gridStep(atMost degrees: Double) -> Int {
        [3000, 1500, 1000, 500, 200, 100, 50].first { Double($0) <= degrees * 100 } ?? 25
    }

    /// Whether the view shows all points within its margins, and their radii within its frame.
    private func hasRoom(for targets: [MapTarget]) -> Bool {
        let projection = self.projection
        let (width, height) = format.size
        let inner = PlaneRect(
            left: width * Self.margin, top: height * Self.margin, right: width * (1 - Self.margin),
            bottom: height * (1 - Self.margin))
        return targets.allSatisfy { target in
            let point = projection.project(target.point)
            guard inner.contains(point) else { return false }
            let radius = target.radius * projection.scale
            let circle = PlaneRect(left: point.x, top: point.y, right: point.x, bottom: point.y)
            return format.frame.contains(circle.grown(by: radius))
        }
    }

    /// Returns the central meridian of a world map: Greenwich, unless its edge would separate points that are close
    /// to each other.
    private static func meridian(for targets: [MapTarget]) -> Int {
        let longitudes = targets.map(\.point.longitude).sorted()
        guard let first = longitudes.first, let last = longitudes.last, last > 160 || first < -160 else {
            return 0
        }
        var gap = (size: first + 360 - last, middle: (first + 360 + last) / 2)
        for (west, east) in zip(longitudes, longitudes.dropFirst()) where east - west > gap.size {
            gap = (east - west, (east + west) / 2)
        }
        let middle = EqualEarth.turn(from: 0, to: gap.middle + 180)
        return Int((middle / 30).rounded()) * 30
    }
}
