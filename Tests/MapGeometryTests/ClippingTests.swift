import TestSupport
import Testing

@testable import MapGeometry

@Suite("Clipping and simplifying rings")
struct ClippingTests {
    private static let rect = PlaneRect(left: 0, top: 0, right: 100, bottom: 60)

    private static func ring(_ points: [(Double, Double)]) -> [PlanePoint] {
        points.map { PlanePoint(x: $0.0, y: $0.1) }
    }

    @Test("A ring inside the rectangle stays, and one outside is removed")
    func wholes() {
        let inside = Self.ring([(10, 10), (20, 10), (20, 20)])
        #expect(clip(inside, to: Self.rect) == inside)
        #expect(clip(Self.ring([(110, 10), (120, 10), (120, 20)]), to: Self.rect).isEmpty)
        #expect(clip([], to: Self.rect).isEmpty)
    }

    @Test("A ring around the rectangle becomes the rectangle")
    func around() {
        let ring = clip(Self.ring([(-50, -50), (150, -50), (150, 150), (-50, 150)]), to: Self.rect)
        #expect(abs(signedArea(ring)) == 6000)
    }

    @Test("The area of a clipped box is the area of its overlap with the rectangle")
    func areas() {
        var random = SeededGenerator.announced("clipped boxes")
        for _ in 0..<300 {
            let x = Double.random(in: -80...120, using: &random)
            let y = Double.random(in: -80...90, using: &random)
            let (width, height) = (Double.random(in: 1...90, using: &random), 40.0)
            let box = Self.ring([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
            let overlap = max(0, min(x + width, 100) - max(x, 0)) * max(0, min(y + height, 60) - max(y, 0))
            #expect(abs(abs(signedArea(clip(box, to: Self.rect))) - overlap) < 1e-6)
        }
    }

    @Test("No point of a ring is farther from the simplified one than the tolerance")
    func simplified() {
        var random = SeededGenerator.announced("simplified rings")
        for _ in 0..<50 {
            let ring = (0..<200).map { step -> PlanePoint in
                let angle = Double(step) / 200
                let radius = Double.random(in: 40...44, using: &random)
                return PlanePoint(
                    x: angle < 0.5 ? angle * 300 : 300 - angle * 300, y: angle < 0.5 ? radius : -radius)
            }
            let simple = simplify(ring, tolerance: 2)
            #expect(simple.count < ring.count && simple.count > 2)
            for point in ring {
                let distances = zip(simple, simple.dropFirst() + [simple[0]]).map {
                    Self.distance(point, $0, $1)
                }
                #expect((distances.min() ?? .infinity) <= 2 + 1e-9)
            }
        }
    }

    @Test("A ring that is one point is removed")
    func points() {
        #expect(simplify(Self.ring([(1, 1), (1, 1), (1, 1), (1, 1)]), tolerance: 0.5).isEmpty)
    }

    private static func distance(_ point: PlanePoint, _ start: PlanePoint, _ end: PlanePoint) -> Double {
        let (way, offset) = (end - start, point - start)
        let square = way.x * way.x + way.y * way.y
        let along = square > 0 ? (way.x * offset.x + way.y * offset.y) / square : 0
        return (offset - way * min(max(along, 0), 1)).length
    }
}
