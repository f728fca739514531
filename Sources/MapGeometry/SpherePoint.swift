#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A point of the Earth as a unit vector, for which no meridian and no pole is a special case.
///
/// x points to 0° N 0° E, y to 0° N 90° E, z to the North Pole.
package struct SpherePoint: Hashable, Sendable {
    var x: Double
    var y: Double
    var z: Double

    /// The radius of the sphere with the area of the WGS 84 ellipsoid, in kilometres.
    static let earthRadius = 6371.0072

    init(x: Double, y: Double, z: Double) {
        (self.x, self.y, self.z) = (x, y, z)
    }

    /// - Parameters:
    ///   - latitude: degrees north, −90 to 90.
    ///   - longitude: degrees east.
    package init(latitude: Double, longitude: Double) {
        let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
        self.init(x: cos(phi) * cos(lambda), y: cos(phi) * sin(lambda), z: sin(phi))
    }

    /// The latitude in degrees north.
    var latitude: Double { atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi }
    /// The longitude in degrees east, −180 to 180.
    var longitude: Double { atan2(y, x) * 180 / .pi }

    func dot(_ other: SpherePoint) -> Double { x * other.x + y * other.y + z * other.z }

    func cross(_ other: SpherePoint) -> SpherePoint {
        SpherePoint(
            x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
    }

    /// Returns a linear combination of two vectors, which is not a unit vector.
    func combined(_ own: Double, _ other: SpherePoint, _ weight: Double) -> SpherePoint {
        SpherePoint(
            x: own * x + weight * other.x, y: own * y + weight * other.y, z: own * z + weight * other.z)
    }

    var length: Double { dot(self).squareRoot() }

    /// The unit vector of the same direction; nil for the zero vector.
    var normalized: SpherePoint? {
        let length = self.length
        return length > 1e-9 ? SpherePoint(x: x / length, y: y / length, z: z / length) : nil
    }

    /// Returns the angle to another point in radians, 0 to π; accurate for close points too.
    func angle(to other: SpherePoint) -> Double { atan2(cross(other).length, dot(other)) }

    /// Returns the great-circle distance to another point in kilometres.
    func kilometres(to other: SpherePoint) -> Double { angle(to: other) * Self.earthRadius }
}
