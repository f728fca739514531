/// Boxes put side by side in rows, so that none covers another; what finds no room is counted.
struct RowPacking: Equatable, Sendable {
    struct Box: Equatable, Sendable {
        /// Pixels at the width that a drawing is laid out for.
        var left: Double
        var right: Double
        /// Where the box begins to matter to a count.
        var centre: Double
        /// Room to the right of it for a text, which is given up where it is not free.
        var label = 0.0
    }

    struct Place: Equatable, Sendable {
        var row: Int
        var hasLabel: Bool
    }

    /// Boxes without a place of their own, told by one mark.
    struct Crowd: Equatable, Sendable {
        var centre: Double
        var boxes: [Int]
    }

    /// Where each box stands; nil for those in crowds.
    private(set) var places: [Place?]
    private(set) var crowds: [Crowd] = []
    private(set) var rowCount = 0

    static let gap = 2.0
    /// The width of a mark that counts.
    static let crowdWidth = 36.0

    /// - Parameter mostRows: crowds have a row of their own below these.
    init(_ boxes: [Box], mostRows: Int) {
        places = [Place?](repeating: nil, count: boxes.count)
        var ends: [Double] = []
        var rest: [Int] = []
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
                rest.append(number)
                continue
            }
            ends[row] = box.right
            places[number] = Place(row: row, hasLabel: false)
        }
        rowCount = ends.count
        addLabels(boxes, order)
        addCrowds(rest, boxes)
    }

    /// A label stands where nothing follows in its row before it ends.
    private mutating func addLabels(_ boxes: [Box], _ order: [Int]) {
        var next = [Double](repeating: .infinity, count: rowCount)
        for number in order.reversed() {
            guard let place = places[number] else { continue }
            let box = boxes[number]
            places[number]?.hasLabel = box.label > 0 && box.right + box.label + Self.gap <= next[place.row]
            next[place.row] = box.left
        }
    }

    private mutating func addCrowds(_ rest: [Int], _ boxes: [Box]) {
        for number in rest.sorted(by: { (boxes[$0].centre, $0) < (boxes[$1].centre, $1) }) {
            if let last = crowds.last, boxes[number].centre - last.centre < Self.crowdWidth {
                crowds[crowds.count - 1].boxes.append(number)
            } else {
                crowds.append(Crowd(centre: boxes[number].centre, boxes: [number]))
            }
        }
        if !crowds.isEmpty { rowCount += 1 }
    }
}
