/// The coasts of the world as rings, made of the embedded text when a map first asks for them.
struct Coasts: Sendable {
    let rings: [CoastRing]

    /// 1:110 million, for the world and its halves.
    static let coarse = Coasts(coasts110m, parts: 10)
    /// 1:50 million, for regions.
    static let detailed = Coasts(coasts50m, parts: 100)

    /// - Parameter parts: into how many parts the text divides a degree.
    private init(_ text: StaticString, parts: Double) {
        let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        rings = unsafe EncodedPolyline.lines(of: bytes).map { line in
            CoastRing(line.map { (Double($0.latitude) / parts, Double($0.longitude) / parts) })
        }
    }
}

/// A ring around land, or around a lake within it. Its smaller side lies on its left.
struct CoastRing: Sendable {
    /// Degrees north.
    let latitudes: [Double]
    /// Degrees east, running on beyond ±180.
    let longitudes: [Double]
    let points: [SpherePoint]
    /// Stretches of the ring, each with a circle around it, so that what is far from a view costs little.
    let stretches: [Stretch]

    struct Stretch: Sendable {
        let range: Range<Int>
        let centre: SpherePoint
        /// Radians.
        let radius: Double
    }

    private static let pointsAStretch = 64

    init(_ coordinates: [(latitude: Double, longitude: Double)]) {
        latitudes = coordinates.map(\.latitude)
        longitudes = coordinates.map(\.longitude)
        let points = coordinates.map { SpherePoint(latitude: $0.latitude, longitude: $0.longitude) }
        self.points = points
        stretches = stride(from: 0, to: points.count, by: Self.pointsAStretch).map { start in
            let range = start..<min(points.count, start + Self.pointsAStretch)
            let sum = points[range].reduce(SpherePoint(x: 0, y: 0, z: 0)) { $0.combined(1, $1, 1) }
            let centre = sum.normalized ?? points[start]
            let radius = points[range].reduce(0) { max($0, centre.angle(to: $1)) }
            return Stretch(range: range, centre: centre, radius: radius)
        }
    }

    /// True for the ring around the South Pole, which ends a full turn from where it began.
    var isAroundPole: Bool {
        guard let first = longitudes.first, let last = longitudes.last else { return false }
        return abs(last - first) > 180
    }
}
