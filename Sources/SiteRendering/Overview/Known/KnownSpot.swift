import MapGeometry

/// A place in a drawing with two times, for one entry or for several that would cover each other.
///
/// When the drawing is zoomed in across, its marks move apart, so that a place divides into smaller ones.
struct KnownSpot: Equatable, Sendable {
    /// The distance from the left edge at the design width, in pixels.
    let x: Double
    /// The y coordinate in pixels.
    let y: Double
    /// The indices of its marks: first the one that is drawn, then those that are counted beside it.
    private(set) var marks: [Int]
    /// The zoom from which on it is shown.
    let from: Double
    /// The zoom from which on it is no longer shown; nil if it is shown up to the greatest zoom.
    private(set) var to: Double?

    /// The least distance between the centres of two places, across or down, in pixels: that of click targets.
    static let distance = MarkGeometry.target

    /// The number of the marks that are counted, as it is written beside the first; empty if there are none.
    var count: String { marks.count > 1 ? "+\(marks.count - 1)" : "" }

    /// The distance of the beginning of the number from the centre, in pixels: below the line of the same day.
    static let countShift = (across: 7.0, down: 15.0)

    /// The rectangle around the number, in pixels; nil if there is none.
    var countRect: PlaneRect? {
        if count.isEmpty { return nil }
        let (left, foot) = (x + Self.countShift.across, y + Self.countShift.down)
        return PlaneRect(
            left: left, top: foot - 9, right: left + TextWidth.pixels(count) + 3, bottom: foot + 2)
    }

    /// Returns the places of marks for each zoom.
    ///
    /// - Parameters:
    ///   - points: the centres of the marks at the design width, in pixels.
    ///   - order: the indices of the marks. One that would cover an earlier one is counted there.
    ///   - most: the greatest zoom.
    static func levels(_ points: [(x: Double, y: Double)], _ order: [Int], most: Double) -> [KnownSpot] {
        var levels: [KnownSpot] = []
        var shown: [[Int]: Int] = [:]
        var zoom = 1.0
        while zoom <= most {
            let spots = spots(points, order, zoom)
            var next: [[Int]: Int] = [:]
            for spot in spots {
                if let known = shown[spot.marks] {
                    next[spot.marks] = known
                } else {
                    next[spot.marks] = levels.count
                    levels.append(spot)
                }
            }
            for (marks, number) in shown where next[marks] != number { levels[number].to = zoom }
            shown = next
            if spots.allSatisfy({ $0.marks.count == 1 }) { break }
            zoom *= 2
        }
        return levels
    }

    /// Returns the places of marks at one zoom. The cost is proportional to the number of marks, since only neighbours
    /// are compared.
    private static func spots(_ points: [(x: Double, y: Double)], _ order: [Int], _ zoom: Double)
        -> [KnownSpot]
    {
        struct Square: Hashable { let column: Int, row: Int }
        var spots: [KnownSpot] = []
        var squares: [Square: [Int]] = [:]
        for mark in order {
            let point = points[mark]
            let column = Int((point.x * zoom / distance).rounded(.down))
            let row = Int((point.y / distance).rounded(.down))
            var found: Int?
            for near in column - 1...column + 1 {
                for other in row - 1...row + 1 {
                    for spot in squares[Square(column: near, row: other)] ?? []
                    where abs(spots[spot].x - point.x) * zoom < distance
                        && abs(spots[spot].y - point.y) < distance
                    {
                        found = min(found ?? spot, spot)
                    }
                }
            }
            if let found {
                spots[found].marks.append(mark)
            } else {
                squares[Square(column: column, row: row), default: []].append(spots.count)
                spots.append(KnownSpot(x: point.x, y: point.y, marks: [mark], from: zoom))
            }
        }
        return spots
    }
}
