import TestSupport
import Testing

@testable import MapGeometry

@Suite("Which part of the world a map shows")
struct ViewChoiceTests {
    private static func targets(_ points: [(Double, Double)], radius: Double = 0) -> [MapTarget] {
        points.map { MapTarget(point: SpherePoint(latitude: $0.0, longitude: $0.1), radius: radius) }
    }

    @Test("Every place is inside the frame, wherever the places are")
    func placesAreInside() {
        var random = SeededGenerator.announced("views")
        for _ in 0..<400 {
            let centre = (
                Double.random(in: -90...90, using: &random), Double.random(in: -180...180, using: &random)
            )
            let spreads: [Double] = [0, 0.5, 3, 15, 60]
            let spread: Double = spreads.randomElement(using: &random) ?? 0
            var points: [(Double, Double)] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let north = centre.0 + Double.random(in: -spread...spread, using: &random)
                let east = centre.1 + Double.random(in: -spread...spread, using: &random)
                points.append((min(90, max(-90, north)), east))
            }
            let view = MapView.showing(Self.targets(points), in: .small)
            for target in Self.targets(points) {
                #expect(view.format.frame.contains(view.projection.project(target.point)), "\(view.id)")
            }
        }
    }

    @Test(
        "A view's name says its centre and width, and close places share a view",
        arguments: [
            ([(39.03, 125.75)], "n3900e12600-1500-small"), ([(39.2, 125.9)], "n3900e12600-1500-small"),
            ([(90.0, 0.0)], "n9000e0-1500-small"), ([(-90.0, 77.0)], "s9000e0-1500-small"),
            ([(0.0, 179.9)], "n0w18000-1500-small"), ([(0.0, -180.0)], "n0w18000-1500-small"),
            ([(51.5, 0.0), (-33.0, 151.0), (37.0, -122.0), (-33.0, -70.0)], "world-e0-small"),
            ([(0.0, 0.0), (0.0, 180.0)], "world-e90-small"),
        ])
    func names(points: [(Double, Double)], id: String) {
        #expect(MapView.showing(Self.targets(points), in: .small).id == id)
    }

    @Test("A place with a low precision gets a wider view")
    func precision() {
        let view = MapView.showing(Self.targets([(50, 50)], radius: 1000), in: .small)
        #expect(view.id.contains("-3200-"))
        #expect(MapView.showing(Self.targets([(50, 50)], radius: 20_000), in: .small).id == "world-e0-small")
    }

    @Test("Many close places share few views")
    func sharing() {
        var random = SeededGenerator.announced("shared views")
        var views: Set<MapView> = []
        for _ in 0..<2000 {
            let points = [
                (Double.random(in: 48...54, using: &random), Double.random(in: 6...14, using: &random))
            ]
            views.insert(MapView.showing(Self.targets(points), in: .small))
        }
        #expect(views.count <= 63)
    }
}
