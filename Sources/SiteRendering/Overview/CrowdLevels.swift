/// Marks that count, and what becomes of them when a drawing is zoomed: what they count moves apart, so that they
/// fall into smaller ones and at last into marks of their own.
struct CrowdLevels: Equatable, Sendable {
    struct Crowd: Equatable, Sendable {
        /// Pixels at the width that the drawing is laid out for.
        var centre: Double
        /// Ascending by where they stand.
        var boxes: [Int]
        /// The zoom from which on it is shown, and from which on no more; nil where it stays.
        var from: Double
        var to: Double?
        /// True where it is one mark that has room for its own shape.
        var isMark: Bool
    }

    private(set) var crowds: [Crowd] = []

    /// - Parameters:
    ///   - counted: the boxes that have no place of their own.
    ///   - most: how far the drawing can be zoomed.
    init(_ counted: [Int], _ boxes: [RowPacking.Box], most: Double) {
        let sorted = counted.sorted { (boxes[$0].centre, $0) < (boxes[$1].centre, $1) }
        var shown: [Range<Int>: Int] = [:]
        var zoom = 1.0
        while zoom <= most, !sorted.isEmpty {
            let groups = Self.groups(sorted.map { boxes[$0].centre * zoom })
            let isMark = Self.marks(groups, sorted.map { boxes[$0] }, zoom)
            var next: [Range<Int>: Int] = [:]
            for (group, isMark) in zip(groups, isMark) {
                if let known = shown[group], crowds[known].isMark == isMark {
                    next[group] = known
                } else {
                    next[group] = crowds.count
                    crowds.append(
                        Crowd(
                            centre: boxes[sorted[group.lowerBound]].centre, boxes: Array(sorted[group]),
                            from: zoom, to: nil, isMark: isMark))
                }
            }
            for (group, number) in shown where next[group] != number { crowds[number].to = zoom }
            shown = next
            if groups.count == sorted.count, isMark.allSatisfy(\.self) { break }
            zoom *= 2
        }
    }

    /// Places that are nearer than a mark is wide, from left to right.
    private static func groups(_ centres: [Double]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for (place, centre) in centres.enumerated() {
            if let last = groups.last, centre - centres[last.lowerBound] < RowPacking.crowdWidth {
                groups[groups.count - 1] = last.lowerBound..<place + 1
            } else {
                groups.append(place..<place + 1)
            }
        }
        return groups
    }

    /// Which groups are single marks whose shapes touch nothing beside them.
    private static func marks(
        _ groups: [Range<Int>], _ boxes: [RowPacking.Box], _ zoom: Double
    ) -> [Bool] {
        let spans = groups.map { group in
            let box = boxes[group.lowerBound]
            let half = RowPacking.crowdWidth / 2
            if group.count > 1 { return box.centre * zoom - half...box.centre * zoom + half }
            // A symbol keeps its size; what reaches farther is a stretch of time.
            func reach(_ length: Double) -> Double { length <= half ? length : length * zoom }
            return box.centre * zoom - reach(box.centre - box.left)...box.centre * zoom
                + reach(box.right - box.centre)
        }
        return groups.indices.map { place in
            groups[place].count == 1 && zoom > 1
                && (place == 0 || spans[place - 1].upperBound <= spans[place].lowerBound)
                && (place + 1 == groups.count || spans[place].upperBound <= spans[place + 1].lowerBound)
        }
    }
}
