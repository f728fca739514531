/// Boxes put side by side in rows, so that none covers another; what finds no room is counted.
struct RowPacking: Equatable, Sendable {
    struct Box: Equatable, Sendable {
        /// Pixels at the width that a drawing is laid out for.
        var left: Double
        var right: Double
        /// Where the box is counted, if it has no place of its own.
        var centre: Double
        /// The least room to the right of it that its text needs; 0 where it has none.
        var label = 0.0
    }

    struct Place: Equatable, Sendable {
        var row: Int
        /// Free pixels to the right of it for its text; 0 where they are too few.
        var room: Double
    }

    /// Where each box stands; nil for those in crowds.
    private(set) var places: [Place?]
    /// Boxes without a place of their own, which marks below the others count.
    private(set) var counted: [Int] = []
    private(set) var rowCount = 0

    static let gap = 2.0
    /// The width of a mark that counts.
    static let crowdWidth = 36.0

    /// - Parameters:
    ///   - mostRows: crowds have a row of their own below these.
    ///   - width: where texts must end.
    init(_ boxes: [Box], mostRows: Int, width: Double = .infinity) {
        self.init(boxes, rows: mostRows, width)
        if counted.isEmpty { return }
        // The row of the crowds may be enough to hold what they count.
        let roomier = RowPacking(boxes, rows: mostRows + 1, width)
        if roomier.counted.isEmpty { self = roomier }
    }

    private init(_ boxes: [Box], rows mostRows: Int, _ width: Double) {
        places = [Place?](repeating: nil, count: boxes.count)
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
            places[number] = Place(row: row, room: 0)
        }
        rowCount = ends.count + (counted.isEmpty ? 0 : 1)
        addLabels(boxes, order, width)
    }

    /// A text may reach as far as to what follows in its row.
    private mutating func addLabels(_ boxes: [Box], _ order: [Int], _ width: Double) {
        var next = [Double](repeating: width, count: rowCount)
        for number in order.reversed() {
            guard let place = places[number] else { continue }
            let box = boxes[number]
            let room = next[place.row] - box.right - Self.gap
            if box.label > 0, room >= box.label { places[number]?.room = room }
            next[place.row] = box.left
        }
    }
}
