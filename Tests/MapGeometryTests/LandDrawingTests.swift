import TestSupport
import Testing

@testable import MapGeometry

@Suite("The land of a map")
struct LandDrawingTests {
    private static func isLand(_ latitude: Double, _ longitude: Double, in view: MapView) -> Bool {
        let place = view.projection.project(SpherePoint(latitude: latitude, longitude: longitude))
        return LandDrawing(view).rings.count { isInside(place, $0) } % 2 == 1
    }

    private static func isInside(_ point: PlanePoint, _ ring: [PlanePoint]) -> Bool {
        guard var last = ring.last else { return false }
        var isInside = false
        for next in ring {
            if (next.y > point.y) != (last.y > point.y),
                point.x < (last.x - next.x) * (point.y - next.y) / (last.y - next.y) + next.x
            {
                isInside.toggle()
            }
            last = next
        }
        return isInside
    }

    private static func region(_ latitude: Int, _ longitude: Int, _ width: Int) -> MapView {
        MapView(
            extent: .region(latitude: latitude * 100, longitude: longitude * 100, width: width),
            format: .small)
    }

    /// Known points of land and sea: on both sides of the 180th meridian, at both poles, in views whose far side
    /// is land, and within the Caspian Sea.
    @Test(
        "Known points of land and sea are drawn as such",
        arguments: [
            (42, 131, 700, 43.5, 132.3, true), (42, 131, 700, 42.0, 132.5, false),
            (66, 180, 1500, 67.5, -179.0, true), (66, 180, 1500, 67.5, 179.0, true),
            (66, 180, 1500, 63.0, -179.0, false), (-90, 0, 1500, -89.5, 10.0, true),
            (-84, 100, 3200, -85.0, -100.0, true), (90, 0, 1500, 89.0, 0.0, false),
            (-41, 175, 1500, -40.0, 175.6, true), (-41, 175, 1500, -41.0, 178.5, false),
            (41, 50, 1500, 42.0, 50.5, false), (41, 50, 1500, 40.5, 48.0, true),
            (0, -140, 14_000, 0.0, -140.0, false), (-20, -70, 14_000, -10.0, -55.0, true),
            (50, 90, 300, 50.0, 90.0, true), (0, -30, 300, 0.0, -30.0, false),
            (40, -4, 14_000, 40.0, -4.0, true), (-40, 176, 10_000, -40.0, -160.0, false),
        ])
    func knownPoints(
        centre: Int, meridian: Int, width: Int, latitude: Double, longitude: Double, isLand: Bool
    ) {
        let view = Self.region(centre, meridian, width)
        #expect(Self.isLand(latitude, longitude, in: view) == isLand)
    }

    @Test(
        "Known points are right on the map of the world, whatever its central meridian",
        arguments: [0, 60, 150, -90, -180])
    func world(meridian: Int) {
        let view = MapView(extent: .world(longitude: meridian), format: .wide)
        for (latitude, longitude) in [(10.0, 20.0), (60, 100), (-85, 45), (-25, 135), (45, -100), (67, 179)] {
            #expect(Self.isLand(latitude, longitude, in: view))
        }
        for (latitude, longitude) in [(0.0, -30.0), (0, -150), (-40, 80), (-55, 170), (89, 10)] {
            #expect(!Self.isLand(latitude, longitude, in: view))
        }
    }

    @Test("Nothing is drawn far outside the frame, and every ring has at least three points")
    func bounds() {
        var random = SeededGenerator.announced("views of land")
        for _ in 0..<60 {
            let widths = [300, 700, 1500, 4800, 14_000]
            let view = Self.region(
                Int.random(in: -90...90, using: &random), Int.random(in: -180...179, using: &random),
                widths.randomElement(using: &random) ?? 700)
            let outer = view.format.frame.grown(by: 9)
            for ring in LandDrawing(view).rings {
                #expect(ring.count > 2)
                let isInside = ring.allSatisfy(outer.contains)
                #expect(isInside)
            }
        }
    }

    /// The projection keeps areas, so the land is about 29 % of the drawing of the whole world.
    @Test("The land of the world has its true area")
    func share() {
        let view = MapView(extent: .world(longitude: 0), format: .wide)
        let scale = view.projection.scale
        let land = LandDrawing(view).rings.map { abs(signedArea($0)) }.reduce(0, +) / (scale * scale) / 1e6
        #expect(land > 143 && land < 152, "\(land)")
    }
}
