/// Marks that count entries, for each zoom of a drawing: when it is zoomed in, the counted entries move apart, so
/// that a mark splits into smaller ones and finally into individual marks.
struct CrowdLevels: Equatable, Sendable {
    /// A mark for one or several entries in a range of zooms.
    struct Crowd: Equatable, Sendable {
        /// The position in pixels at the design width.
        var centre: Double
        /// The indices of its boxes, ascending by position.
        var boxes: [Int]
        /// The zoom from which on it is shown.
        var from: Double
        /// The zoom from which on it is no longer shown; nil if it is shown up to the greatest zoom.
        var to: Double?
        /// Whether it is a single entry with enough room for its own shape.
        var isMark: Bool
    }

    private(set) var crowds: [Crowd] = []

    /// - Parameters:
    ///   - counted: the indices of the boxes without a position in a row.
    ///   - most: the greatest zoom.
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

    /// Returns the ranges of positions that are closer to their first one than a mark is wide; positions ascend.
    private static func groups(_ centres: [Double]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for (index, centre) in centres.enumerated() {
            if let last = groups.last, centre - centres[last.lowerBound] < RowPacking.crowdWidth {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }

    /// Returns for each group whether it is a single entry whose shape touches no neighbour.
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
        return groups.indices.map { index in
            groups[index].count == 1 && zoom > 1
                && (index == 0 || spans[index - 1].upperBound <= spans[index].lowerBound)
                && (index + 1 == groups.count || spans[index].upperBound <= spans[index + 1].lowerBound)
        }
    }
}
