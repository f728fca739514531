/// Packs boxes into rows without overlaps; boxes without room are counted instead.
struct RowPacking: Equatable, Sendable {
    /// A box with its label, in pixels at the design width.
    struct Box: Equatable, Sendable {
        /// The left edge.
        var left: Double
        var right: Double
        /// The position at which the box is counted if it has no room.
        var centre: Double
        /// The least width of the label to the right of the box; 0 if it has none.
        var label = 0.0
    }

    /// The position of a box.
    struct Position: Equatable, Sendable {
        var row: Int
        /// The free pixels to the right of the box for its label; 0 if they are too few.
        var room: Double
    }

    /// The position of each box; nil for counted ones.
    private(set) var positions: [Position?]
    /// The indices of the counted boxes.
    private(set) var counted: [Int] = []
    /// The number of rows, including that of the counting marks.
    private(set) var rowCount = 0

    /// The least distance between boxes, in pixels.
    static let gap = 2.0
    /// The width of a counting mark, in pixels.
    static let crowdWidth = 36.0

    /// - Parameters:
    ///   - mostRows: the greatest number of rows; counting marks have another row below them.
    ///   - width: the right limit of labels.
    init(_ boxes: [Box], mostRows: Int, width: Double = .infinity) {
        self.init(boxes, rows: mostRows, width)
        if counted.isEmpty { return }
        // The row for counting marks may be enough for the boxes that they would count.
        let roomier = RowPacking(boxes, rows: mostRows + 1, width)
        if roomier.counted.isEmpty { self = roomier }
    }

    private init(_ boxes: [Box], rows mostRows: Int, _ width: Double) {
        positions = [Position?](repeating: nil, count: boxes.count)
        var ends: [Double] = []
        let order = boxes.indices.sorted {
            boxes[$0].left != boxes[$1].left ? boxes[$0].left < boxes[$1].left : $0 < $1
        }
        for number in order {
            let box = boxes[number]
            var row = ends.firstIndex { $0 + Self.gap <= box.left }
            if row == nil, ends.count < mostRows {
                row = ends.count
                ends.append(-.infinity)
            }
            guard let row else {
                counted.append(number)
                continue
            }
            ends[row] = box.right
            positions[number] = Position(row: row, room: 0)
        }
        rowCount = ends.count + (counted.isEmpty ? 0 : 1)
        addLabels(boxes, order, width)
    }

    /// Assigns the room for labels, each up to the next box in its row.
    private mutating func addLabels(_ boxes: [Box], _ order: [Int], _ width: Double) {
        var next = [Double](repeating: width, count: rowCount)
        for number in order.reversed() {
            guard let position = positions[number] else { continue }
            let box = boxes[number]
            let room = next[position.row] - box.right - Self.gap
            if box.label > 0, room >= box.label { positions[number]?.room = room }
            next[position.row] = box.left
        }
    }
}
