import TestSupport
import Testing

@testable import SiteRendering

@Suite("Marks and names on a map")
struct MapMarkTests {
    private static let frame = PlaneRect(left: 0, top: 0, right: 400, bottom: 300)

    private static func places(_ count: Int, _ random: inout SeededGenerator) -> [PlanePoint] {
        (0..<count).map { _ in
            PlanePoint(x: .random(in: 0...400, using: &random), y: .random(in: 0...300, using: &random))
        }
    }

    @Test("Marks keep their distance, and every place belongs to one", arguments: [1, 7, 60, 3000])
    func distance(count: Int) {
        var random = SeededGenerator.announced("marks")
        let found = marks(for: Self.places(count, &random), in: Self.frame, apart: 25, atMost: 80)
        #expect(found.count <= 80)
        #expect(found.flatMap(\.members).sorted() == Array(0..<count))
        for (number, mark) in found.enumerated() {
            for other in found[..<number] { #expect(mark.position.distance(to: other.position) >= 25) }
        }
    }

    @Test("A place outside the frame has no mark")
    func outside() {
        #expect(marks(for: [PlanePoint(x: -1, y: 5)], in: Self.frame, apart: 25, atMost: 9).isEmpty)
    }

    /// This also holds if the map is shown larger than planned: marks move apart, and names keep their size.
    @Test("Names do not cover each other or leave the frame, at any size of the map")
    func labels() {
        var random = SeededGenerator.announced("labels")
        let names = [
            "Najin port", "Sohae Satellite Launching Station", "서울특별시", "Åre", "New Town on the Wold", "",
        ]
        for _ in 0..<200 {
            let points = marks(for: Self.places(14, &random), in: Self.frame, apart: 25, atMost: 80).map(
                \.position)
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
