#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lambert's azimuthal equal-area projection around any centre: areas are true everywhere, and shapes near the centre
/// are little distorted.
package struct LambertAzimuthal: Sendable {
    /// The centre.
    let centre: SpherePoint
    /// The direction of east at the centre.
    let east: SpherePoint
    /// The direction of north at the centre.
    let north: SpherePoint

    /// - Parameters:
    ///   - latitude: the latitude of the centre in degrees north.
    ///   - longitude: the longitude of the centre in degrees east.
    init(latitude: Double, longitude: Double) {
        centre = SpherePoint(latitude: latitude, longitude: longitude)
        let lambda = longitude * .pi / 180
        east = SpherePoint(x: -sin(lambda), y: cos(lambda), z: 0)
        north = centre.cross(east)
    }

    /// Projects a point to kilometres to the right of the centre and below it. The antipode of the centre is
    /// projected to a circle, of which this returns one point.
    func project(_ point: SpherePoint) -> PlanePoint {
        let scale = SpherePoint.earthRadius * (2 / max(1 + point.dot(centre), 1e-12)).squareRoot()
        return PlanePoint(x: scale * point.dot(east), y: -scale * point.dot(north))
    }

    /// Returns the point of the Earth at a position in kilometres from the centre.
    package func point(at position: PlanePoint) -> SpherePoint {
        let distance = min(position.length / SpherePoint.earthRadius, 2)
        guard distance > 0 else { return centre }
        let angle = 2 * asin(distance / 2)
        let share = sin(angle) / position.length
        let inPlane = east.combined(position.x * share, north, -position.y * share)
        return centre.combined(cos(angle), inPlane, 1)
    }

    /// Returns the projected distance from the centre, in kilometres, of points at an angle in radians.
    static func radius(ofAngle angle: Double) -> Double { 2 * SpherePoint.earthRadius * sin(angle / 2) }

    /// Returns the angle from the centre, in radians, of points at a projected distance in kilometres.
    static func angle(ofRadius radius: Double) -> Double {
        2 * asin(min(radius / (2 * SpherePoint.earthRadius), 1))
    }
}
