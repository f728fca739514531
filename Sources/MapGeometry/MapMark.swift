/// A mark on a map: one place, or several that would overlap.
package struct MapMark: Sendable {
    /// The position in units of the drawing, which is that of the first member.
    package var position: PlanePoint
    /// The indices of the map's places that it represents, the most important one first.
    package var members: [Int]
}

/// Returns marks that do not overlap: each place joins the nearest mark that is too close, or becomes a mark of its
/// own.
///
/// - Parameters:
///   - points: the positions of the places, the most important first; those outside the frame get no mark.
///   - apart: the least distance between two marks, in units of the drawing.
///   - limit: the greatest number of marks; the distance is increased until they are that few.
package func marks(for points: [PlanePoint], in frame: PlaneRect, apart: Double, atMost limit: Int)
    -> [MapMark]
{
    var apart = apart
    while true {
        var grid = MarkGrid(apart: apart)
        for (number, point) in points.enumerated() where frame.contains(point) {
            grid.add(number, at: point)
        }
        if grid.marks.count <= max(limit, 1) || apart > frame.right { return grid.marks }
        apart *= 1.4
    }
}

/// Marks in the squares of a grid, so that each place is compared only with those in the squares around it.
private struct MarkGrid {
    let apart: Double
    private(set) var marks: [MapMark] = []
    private var squares: [Square: [Int]] = [:]

    /// A square of the grid.
    private struct Square: Hashable {
        var column: Int
        var row: Int
    }

    init(apart: Double) { self.apart = apart }

    /// Adds a place to the nearest mark that is too close, or as another mark.
    mutating func add(_ number: Int, at point: PlanePoint) {
        let home = Square(column: Int(point.x / apart), row: Int(point.y / apart))
        var nearest: (mark: Int, distance: Double)?
        for column in home.column - 1...home.column + 1 {
            for row in home.row - 1...home.row + 1 {
                for mark in squares[Square(column: column, row: row)] ?? [] {
                    let distance = marks[mark].position.distance(to: point)
                    if distance < (nearest?.distance ?? apart) { nearest = (mark, distance) }
                }
            }
        }
        if let mark = nearest?.mark {
            marks[mark].members.append(number)
        } else {
            squares[home, default: []].append(marks.count)
            marks.append(MapMark(position: point, members: [number]))
        }
    }
}
