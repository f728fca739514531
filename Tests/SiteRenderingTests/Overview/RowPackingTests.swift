import TestSupport
import Testing

@testable import SiteRendering

@Suite("Packing marks into rows")
struct RowPackingTests {
    @Test("No mark and no label touches the next mark, and none is lost")
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
                let positions = zip(boxes, packing.positions).filter { $1?.row == row }.sorted {
                    $0.0.left < $1.0.left
                }
                for (left, right) in zip(positions, positions.dropFirst()) {
                    let gap = right.0.left - left.0.right - (left.1?.room ?? 0)
                    #expect(gap > RowPacking.gap - 1e-9)
                }
            }
            #expect(packing.counted.count + packing.positions.count { $0 != nil } == boxes.count)
            let crowds = CrowdLevels(packing.counted, boxes, most: 9000).crowds
            for zoom in [1.0, 2, 8, 1024] {
                let shown = crowds.filter { $0.from <= zoom && zoom < $0.to ?? .infinity }
                // Each mark is counted once at every zoom, and no count covers another.
                #expect(shown.flatMap(\.boxes).sorted() == packing.counted.sorted())
                let centres = shown.map { $0.centre * zoom }.sorted()
                for (left, right) in zip(centres, centres.dropFirst()) {
                    #expect(right - left >= RowPacking.crowdWidth)
                }
            }
        }
    }

    @Test("A group of counted marks splits as zooming gives room, and marks of one day stay together")
    func zooming() {
        func box(_ centre: Double) -> RowPacking.Box {
            RowPacking.Box(left: centre - 12, right: centre + 12, centre: centre)
        }
        let boxes = [10.0, 10, 14, 30].map(box)
        let crowds = CrowdLevels([0, 1, 2, 3], boxes, most: 100).crowds
        let shown = [1.0, 2, 4, 16].map { zoom in
            crowds.filter { $0.from <= zoom && zoom < $0.to ?? .infinity }.map(\.boxes)
                .sorted { $0[0] < $1[0] }
        }
        #expect(shown == [[[0, 1, 2, 3]], [[0, 1, 2], [3]], [[0, 1, 2], [3]], [[0, 1], [2], [3]]])
        #expect(crowds.filter { $0.boxes == [2] }.map(\.isMark) == [true])
        #expect(crowds.filter { $0.boxes.count > 1 }.allSatisfy { !$0.isMark })
    }

    @Test("Marks that fit into no row are counted", arguments: [(3, 0, 3), (4, 0, 4), (9, 6, 4)])
    func crowds(boxes: Int, counted: Int, rows: Int) {
        let packing = RowPacking(
            Array(repeating: RowPacking.Box(left: 0, right: 24, centre: 12), count: boxes), mostRows: 3)
        #expect(packing.counted.count == counted)
        #expect(packing.rowCount == rows)
    }
}
