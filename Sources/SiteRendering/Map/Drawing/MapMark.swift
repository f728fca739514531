/// One mark of a map: a place, or several that would overlap.
struct MapMark: Sendable {
    /// Where it stands, in units of the drawing: the place of its first member.
    var place: PlanePoint
    /// Which of the map's places it stands for, the most important one first.
    var members: [Int]
}

/// Marks that do not overlap: a place joins the first mark that is too close to it, or becomes one of its own.
///
/// - Parameters:
///   - places: where the places are, the most important first; those outside the frame have no mark.
///   - apart: the least distance between two marks, in units of the drawing.
///   - limit: the most marks; where there are more, they are set farther apart.
func marks(for places: [PlanePoint], in frame: PlaneRect, apart: Double, atMost limit: Int) -> [MapMark] {
    var apart = apart
    while true {
        var grid = MarkGrid(apart: apart)
        for (number, place) in places.enumerated() where frame.contains(place) {
            grid.add(number, at: place)
        }
        if grid.marks.count <= max(limit, 1) || apart > frame.right { return grid.marks }
        apart *= 1.4
    }
}

/// Marks by the square of a grid that they stand in, so that each place looks at the squares around it only.
private struct MarkGrid {
    let apart: Double
    private(set) var marks: [MapMark] = []
    private var squares: [Square: [Int]] = [:]

    private struct Square: Hashable {
        var column: Int
        var row: Int
    }

    init(apart: Double) { self.apart = apart }

    mutating func add(_ number: Int, at place: PlanePoint) {
        let home = Square(column: Int(place.x / apart), row: Int(place.y / apart))
        var nearest: (mark: Int, distance: Double)?
        for column in home.column - 1...home.column + 1 {
            for row in home.row - 1...home.row + 1 {
                for mark in squares[Square(column: column, row: row)] ?? [] {
                    let distance = marks[mark].place.distance(to: place)
                    if distance < (nearest?.distance ?? apart) { nearest = (mark, distance) }
                }
            }
        }
        if let mark = nearest?.mark {
            marks[mark].members.append(number)
        } else {
            squares[home, default: []].append(marks.count)
            marks.append(MapMark(place: place, members: [number]))
        }
    }
}
