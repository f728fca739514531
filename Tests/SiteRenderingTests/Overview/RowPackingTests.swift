import Testing

@testable import SiteRendering

@Suite("Marks side by side")
struct RowPackingTests {
    @Test("No mark covers another, and none is lost")
    func noOverlap() {
        var generator = SeededGenerator.announced("packing")
        for _ in 0..<300 {
            let boxes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                let left = Double.random(in: 0...870, using: &generator)
                let right = left + Double.random(in: 24...300, using: &generator)
                return RowPacking.Box(left: left, right: right, centre: left + 12, label: 60)
            }
            let mostRows = Int.random(in: 1...8, using: &generator)
            let packing = RowPacking(boxes, mostRows: mostRows, width: 896)
            #expect(packing.rowCount <= mostRows + 1)
            for row in 0..<packing.rowCount {
                let places = zip(boxes, packing.places).filter { $1?.row == row }.sorted {
                    $0.0.left < $1.0.left
                }
                for (left, right) in zip(places, places.dropFirst()) {
                    #expect(left.0.right + (left.1?.room ?? 0) <= right.0.left)
                }
            }
            let counted = packing.crowds.reduce(0) { $0 + $1.boxes.count }
            #expect(counted + packing.places.count { $0 != nil } == boxes.count)
            for (left, right) in zip(packing.crowds, packing.crowds.dropFirst()) {
                #expect(right.centre - left.centre >= RowPacking.crowdWidth)
            }
        }
    }

    @Test("What finds no row is counted", arguments: [(3, 0, 3), (4, 0, 4), (9, 6, 4)])
    func crowds(boxes: Int, counted: Int, rows: Int) {
        let packing = RowPacking(
            Array(repeating: RowPacking.Box(left: 0, right: 24, centre: 12), count: boxes), mostRows: 3)
        #expect(packing.crowds.map(\.boxes.count) == (counted > 0 ? [counted] : []))
        #expect(packing.rowCount == rows)
    }
}
