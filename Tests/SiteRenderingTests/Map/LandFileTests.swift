import TestSupport
import Testing

@testable import MapGeometry
@testable import SiteRendering

@Suite("The picture of a map's land")
struct LandFileTests {
    private static func region(_ latitude: Int, _ longitude: Int, _ width: Int) -> [UInt8] {
        landFile(
            MapView(
                extent: .region(latitude: latitude * 100, longitude: longitude * 100, width: width),
                format: .small))
    }

    @Test("Its size is bounded, whatever it shows")
    func size() {
        var random = SeededGenerator.announced("pictures of land")
        for _ in 0..<60 {
            let widths = [300, 700, 1500, 4800, 14_000]
            let picture = Self.region(
                Int.random(in: -90...90, using: &random), Int.random(in: -180...179, using: &random),
                widths.randomElement(using: &random) ?? 700)
            #expect(picture.count < 40_000)
        }
    }

    @Test("The same view has the same bytes")
    func sameBytes() { #expect(Self.region(42, 131, 700) == Self.region(42, 131, 700)) }
}
