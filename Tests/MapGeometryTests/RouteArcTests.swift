import Testing

@testable import MapGeometry

@Suite("Routes on a map")
struct RouteArcTests {
    private static let view = MapView(
        extent: .region(latitude: 4250, longitude: 13_100, width: 700), format: .small)
    private static let najin = SpherePoint(latitude: 42.34, longitude: 130.39)
    private static let dunai = SpherePoint(latitude: 42.88, longitude: 132.34)

    private static func arc(_ start: SpherePoint, _ end: SpherePoint, bend: Double = 0.07) -> RouteArc? {
        RouteArc(from: start, to: end, bend: bend, on: view.projection, in: view.format.frame)
    }

    @Test("A route is drawn from its start to its end, and its arrow points to the end")
    func ends() throws {
        let arc = try #require(Self.arc(Self.najin, Self.dunai))
        let line = try #require(arc.lines.first)
        let projection = Self.view.projection
        #expect(try #require(line.first).distance(to: projection.project(Self.najin)) < 0.01)
        #expect(try #require(line.last).distance(to: projection.project(Self.dunai)) < 0.01)
        // East, and a little north.
        #expect((-45...0).contains(try #require(arc.arrow).degrees))
    }

    @Test("The ways there and back are two separate lines")
    func thereAndBack() throws {
        let there = try #require(Self.arc(Self.najin, Self.dunai)?.arrow)
        let back = try #require(Self.arc(Self.dunai, Self.najin)?.arrow)
        #expect(there.position.distance(to: back.position) > 8)
        #expect(abs(abs(there.degrees - back.degrees) - 180) < 2)
    }

    @Test("A route that leaves the map is drawn only to its edge")
    func leaving() throws {
        let arc = try #require(Self.arc(Self.dunai, SpherePoint(latitude: 48.4, longitude: 37.83)))
        let end = try #require(arc.lines.first?.last)
        #expect(end.x < 0 || end.y < 0)
        #expect(Self.view.format.frame.grown(by: 12).contains(end))
    }

    @Test("There is no line from a place to itself or to its antipode")
    func nowhere() {
        #expect(Self.arc(Self.najin, Self.najin) == nil)
        #expect(Self.arc(Self.najin, SpherePoint(latitude: -42.34, longitude: -49.61)) == nil)
    }

    @Test("A route across the edge of the world is two lines")
    func edge() throws {
        let world = MapView(extent: .world(longitude: 0), format: .wide)
        let arc = try #require(
            RouteArc(
                from: SpherePoint(latitude: 35, longitude: 140),
                to: SpherePoint(latitude: 37, longitude: -122),
                bend: 0.07, on: world.projection, in: world.format.frame))
        #expect(arc.lines.count == 2)
        for line in arc.lines {
            for (start, end) in zip(line, line.dropFirst()) { #expect(start.distance(to: end) < 60) }
        }
    }
}
