#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lambert's azimuthal equal-area projection: areas are true everywhere, and shapes are good around its centre,
/// wherever that is.
struct LambertAzimuthal: Sendable {
    /// The centre, and the directions of east and north there.
    let centre: SpherePoint
    let east: SpherePoint
    let north: SpherePoint

    /// - Parameters:
    ///   - latitude: degrees north of the centre.
    ///   - longitude: degrees east of the centre.
    init(latitude: Double, longitude: Double) {
        centre = SpherePoint(latitude: latitude, longitude: longitude)
        let lambda = longitude * .pi / 180
        east = SpherePoint(x: -sin(lambda), y: cos(lambda), z: 0)
        north = centre.cross(east)
    }

    /// Kilometres to the right of the centre and below it. The point opposite the centre is drawn as a circle: what
    /// is returned for it is one point of that.
    func project(_ point: SpherePoint) -> PlanePoint {
        let scale = SpherePoint.earthRadius * (2 / max(1 + point.dot(centre), 1e-12)).squareRoot()
        return PlanePoint(x: scale * point.dot(east), y: -scale * point.dot(north))
    }

    /// The point of the Earth that is drawn at a place.
    func point(at place: PlanePoint) -> SpherePoint {
        let distance = min(place.length / SpherePoint.earthRadius, 2)
        guard distance > 0 else { return centre }
        let angle = 2 * asin(distance / 2)
        let share = sin(angle) / place.length
        let inPlane = east.combined(place.x * share, north, -place.y * share)
        return centre.combined(cos(angle), inPlane, 1)
    }

    /// How far from the centre, in kilometres on paper, points are drawn that lie an angle away.
    static func radius(ofAngle angle: Double) -> Double { 2 * SpherePoint.earthRadius * sin(angle / 2) }

    /// The angle from the centre, in radians, of what is drawn at a distance from it.
    static func angle(ofRadius radius: Double) -> Double {
        2 * asin(min(radius / (2 * SpherePoint.earthRadius), 1))
    }
}
