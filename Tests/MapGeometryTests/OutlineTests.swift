import Testing

@testable import MapGeometry

@Suite("The coasts of the world")
struct OutlineTests {
    @Test("An encoded polyline is read as its format says")
    func polyline() {
        // The example of the format's documentation.
        let text: StaticString = #"_p~iF~ps|U_ulLnnqC_mqNvxq`@"#
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        let lines = EncodedPolyline.lines(of: bytes)
        #expect(lines.count == 1)
        #expect(lines.first?.map(\.latitude) == [3_850_000, 4_070_000, 4_325_200])
        #expect(lines.first?.map(\.longitude) == [-12_020_000, -12_095_000, -12_645_300])
    }

    @Test(
        "Broken text ends early and never traps",
        arguments: ["", "\n\n", "_", "_p~", "~~~~~~~~~~~~~~~~~~~~~~"])
    func brokenText(text: String) {
        var text = text
        let lines = text.withUTF8 { EncodedPolyline.lines(of: $0) }
        #expect(lines.count <= 1)
    }

    /// Square kilometres by Gauss's sum in the cylindrical equal-area projection: 149 million in atlases, which count
    /// lakes as land.
    private static func area(of coasts: Coasts) -> Double {
        coasts.rings.reduce(0) { sum, ring in
            var area = 0.0
            for place in ring.points.indices {
                let next = (place + 1) % ring.points.count
                let turn = EqualEarth.turn(from: ring.longitudes[place], to: ring.longitudes[next])
                area -= turn * .pi / 180 * (ring.points[place].z + ring.points[next].z) / 2
            }
            if ring.isAroundPole { area += 2 * .pi }
            // The Caspian Sea, the only great lake that is a hole in the land.
            let isCaspian =
                ring.points.count > 20
                && SpherePoint(latitude: 42, longitude: 51).angle(to: ring.points[0]) < 0.12
            return sum + (isCaspian ? -area : area)
        } * SpherePoint.earthRadius * SpherePoint.earthRadius / 1e6
    }

    @Test("The coasts enclose the area of the land")
    func area() {
        for coasts in [Coasts.coarse, .detailed] {
            let area = Self.area(of: coasts)
            #expect(area > 144 && area < 152, "\(area)")
        }
    }

    @Test("Borders are dissolved: Eurasia and Africa are one ring, and no step is long")
    func dissolved() {
        let rings = Coasts.detailed.rings
        #expect(rings.count < 1500)
        #expect((rings.first?.points.count ?? 0) > 8000)
        #expect(rings.count { $0.isAroundPole } == 1)
        for ring in rings {
            for (start, end) in zip(ring.points, ring.points.dropFirst()) {
                #expect(start.kilometres(to: end) < 200)
            }
        }
    }

    @Test("Every stretch is within its circle")
    func stretches() {
        for ring in Coasts.coarse.rings {
            #expect(ring.stretches.map(\.range.count).reduce(0, +) == ring.points.count)
            for stretch in ring.stretches {
                for point in ring.points[stretch.range] {
                    #expect(stretch.centre.angle(to: point) <= stretch.radius + 1e-12)
                }
            }
        }
    }
}
