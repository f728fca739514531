#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The Equal Earth projection (Šavrič, Patterson and Jenny, 2018): an equal-area projection of the whole world.
package struct EqualEarth: Sendable {
    /// The central meridian, in degrees east.
    let longitude: Double

    /// The polynomial coefficients of the projection.
    private static let coefficients = (1.340264, -0.081106, 0.000893, 0.003796)

    /// The size of the projected world, in kilometres.
    static let size: (width: Double, height: Double) = {
        let map = EqualEarth(longitude: 0)
        return (2 * map.project(0, 180).x, -2 * map.project(90, 0).y)
    }()

    /// Projects a point to kilometres to the right of the centre and below the equator.
    ///
    /// - Parameters:
    ///   - latitude: degrees north.
    ///   - turn: degrees east of the central meridian, −180 to 180.
    func project(_ latitude: Double, _ turn: Double) -> PlanePoint {
        let (a1, a2, a3, a4) = Self.coefficients
        let root = 3.0.squareRoot()
        let theta = asin(root / 2 * sin(latitude * .pi / 180))
        let square = theta * theta
        let sixth = square * square * square
        let slope = 9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1
        let x = 2 * root * turn * .pi / 180 * cos(theta) / (3 * slope)
        let y = theta * (a4 * sixth * square + a3 * sixth + a2 * square + a1)
        return PlanePoint(x: SpherePoint.earthRadius * x, y: -SpherePoint.earthRadius * y)
    }

    /// Projects a point of the Earth.
    func project(_ point: SpherePoint) -> PlanePoint {
        project(point.latitude, Self.turn(from: longitude, to: point.longitude))
    }

    /// Returns the difference between two meridians in degrees, −180 to below 180.
    static func turn(from start: Double, to end: Double) -> Double {
        let turn = (end - start + 180).truncatingRemainder(dividingBy: 360)
        return turn < 0 ? turn + 180 : turn - 180
    }
}
