import Testing

@testable import MapGeometry

@Suite("Projections of maps")
struct ProjectionTests {
    @Test(
        "The azimuthal projection has an inverse, wherever its centre is",
        arguments: [(0.0, 0.0), (42.5, 131), (90, 0), (-90, 0), (-41, 180), (10, -179.5)])
    func inverse(latitude: Double, longitude: Double) {
        let map = LambertAzimuthal(latitude: latitude, longitude: longitude)
        for north in stride(from: -90.0, through: 90, by: 15) {
            for east in stride(from: -180.0, to: 180, by: 20) {
                let point = SpherePoint(latitude: north, longitude: east)
                if point.angle(to: map.centre) > 3.0 { continue }
                #expect(map.point(at: map.project(point)).kilometres(to: point) < 0.01)
            }
        }
    }

    @Test("North is up and east is right of the centre, at the right distances")
    func directions() {
        let map = LambertAzimuthal(latitude: 42, longitude: 131)
        let north = map.project(SpherePoint(latitude: 43, longitude: 131))
        let east = map.project(SpherePoint(latitude: 42, longitude: 132))
        #expect(abs(north.x) < 0.001 && abs(north.y + 111.2) < 0.1)
        #expect(abs(east.x - 82.6) < 0.1 && abs(east.y) < 1)
    }

    @Test("Points on both sides of the 180th meridian are neighbours")
    func antimeridian() {
        let map = LambertAzimuthal(latitude: 0, longitude: 180)
        let west = map.project(SpherePoint(latitude: 0, longitude: 179.5))
        let east = map.project(SpherePoint(latitude: 0, longitude: -179.5))
        #expect(abs(west.distance(to: east) - 111.2) < 0.1)
    }

    /// The figures of the paper: the map extends 2.7 radii to either side, and its area is the sphere's.
    @Test("Equal Earth has the width and the area of its definition")
    func equalEarth() {
        let size = EqualEarth.size
        #expect(abs(size.width / SpherePoint.earthRadius - 2 * 2.706_63) < 0.001)
        let map = EqualEarth(longitude: 0)
        var area = 0.0
        for latitude in stride(from: -89.5, to: 90, by: 1) {
            let height = map.project(latitude - 0.5, 0).y - map.project(latitude + 0.5, 0).y
            area += height * 2 * map.project(latitude, 180).x
        }
        let sphere = 4 * Double.pi * SpherePoint.earthRadius * SpherePoint.earthRadius
        #expect(abs(area / sphere - 1) < 0.001)
    }

    @Test(
        "The turn between meridians is the short one",
        arguments: [(0.0, 10.0, 10.0), (170, -170, 20), (-170, 170, -20), (0, 180, -180), (30, 390, 0)])
    func turns(start: Double, end: Double, turn: Double) {
        #expect(abs(EqualEarth.turn(from: start, to: end) - turn) < 1e-9)
    }
}
