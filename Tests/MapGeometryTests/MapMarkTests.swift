import TestSupport
import Testing

@testable import MapGeometry

@Suite("Marks on a map")
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
}
