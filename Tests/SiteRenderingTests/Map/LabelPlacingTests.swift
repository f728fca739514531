import TestSupport
import Testing

@testable import MapGeometry
@testable import SiteRendering

@Suite("Names on a map")
struct LabelPlacingTests {
    private static let frame = PlaneRect(left: 0, top: 0, right: 400, bottom: 300)

    /// This also holds if the map is shown larger than planned: marks move apart, and names keep their size.
    @Test("Names do not cover each other or leave the frame, at any size of the map")
    func labels() {
        var random = SeededGenerator.announced("labels")
        let names = [
            "Najin port", "Sohae Satellite Launching Station", "서울특별시", "Åre", "New Town on the Wold", "",
        ]
        for _ in 0..<200 {
            let places = (0..<14).map { _ in
                PlanePoint(x: .random(in: 0...400, using: &random), y: .random(in: 0...300, using: &random))
            }
            let points = marks(for: places, in: Self.frame, apart: 25, atMost: 80).map(\.position)
            var placing = LabelPlacing(
                Self.frame, marks: points, radii: points.map { _ in 5 }, taken: [])
            let labels = points.indices.compactMap { number in
                placing.place(names.randomElement(using: &random) ?? "", at: number)
            }
            for scale in [1, 1.2, 1.5] {
                let boxes = labels.map { label in
                    let place = points[label.mark] * scale
                    return PlaneRect(
                        left: place.x + label.box.left, top: place.y + label.box.top,
                        right: place.x + label.box.right, bottom: place.y + label.box.bottom)
                }
                for (number, box) in boxes.enumerated() {
                    #expect(box.left >= 0 && box.right <= 400 * scale)
                    #expect(!boxes[..<number].contains(where: box.overlaps))
                }
            }
        }
    }

    @Test(
        "A long name is broken into two lines if it has a blank",
        arguments: [
            ("Najin port", ["Najin port"]),
            ("Sohae Satellite Launching Station", ["Sohae Satellite", "Launching Station"]),
            ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahrtsgesellschaft"]), ("", [""]),
        ])
    func lines(name: String, lines: [String]) {
        #expect(brokenIntoLines(name, limit: 10) == lines)
    }

    @Test("Widths differ by letter, and combining marks have none")
    func widths() {
        #expect(TextWidth.ems("서울") > 2)
        #expect(TextWidth.ems("mm") > TextWidth.ems("ii"))
        #expect(TextWidth.ems("e\u{301}") == TextWidth.ems("e"))
    }
}
