import UTF8Text

/// Returns the candidate that a writer most likely meant, or nil if none is near.
///
/// A candidate is near if its edit distance (insertions, deletions, substitutions, swaps of neighbours) is at most a
/// third of the longer name. ASCII capitals count as small letters, because many systems find `Photo.JPG` as
/// `photo.jpg`. Of equally near candidates the first in byte order wins, so that the answer never depends on their
/// order.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    var nearest = NearestSoFar(to: ComparedName(name))
    for candidate in candidates { nearest.compare(ComparedName(candidate)) }
    return nearest.name
}

/// A name prepared for comparison.
struct ComparedName: Sendable {
    let text: String
    let scalars: [Unicode.Scalar]
    /// A bit set of the name's letters. Letters share bits: a missing bit proves that the letter is missing.
    private let letters: UInt64

    /// Names longer than this are compared by their beginnings: hostile input must not cost quadratic time.
    private static let longest = 64

    init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars.prefix(Self.longest).map(\.smallASCII)
        letters = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// A lower bound of the edit distance to another name: each letter that only one of the two has costs at least one
    /// edit.
    func leastDistance(to other: ComparedName) -> Int {
        max(
            abs(scalars.count - other.scalars.count), (letters & ~other.letters).nonzeroBitCount,
            (other.letters & ~letters).nonzeroBitCount)
    }
}

/// The nearest of the names compared so far.
struct NearestSoFar {
    private let wanted: ComparedName
    private var best: (distance: Int, name: String)?

    init(to wanted: ComparedName) { self.wanted = wanted }

    var name: String? { best?.name }

    mutating func compare(_ candidate: ComparedName) {
        let longer = Swift.max(wanted.scalars.count, candidate.scalars.count)
        // A candidate farther than the best so far need not be measured completely.
        let limit = Swift.min(Swift.max(1, longer / 3), best?.distance ?? .max)
        guard wanted.leastDistance(to: candidate) <= limit,
            let distance = editDistance(wanted.scalars, candidate.scalars, upTo: limit), distance < longer
        else { return }
        if let best, distance == best.distance, isOrdered(best.name, candidate.text) { return }
        best = (distance, candidate.text)
    }
}

/// The edit distance; nil if it is above the limit.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], upTo limit: Int) -> Int? {
    // A common beginning or end costs nothing: most ids of a site begin alike.
    var start = 0
    var (leftEnd, rightEnd) = (left.count, right.count)
    while start < leftEnd, start < rightEnd, left[start] == right[start] { start += 1 }
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
        leftEnd -= 1
        rightEnd -= 1
    }
    let (left, right) = (Array(left[start..<leftEnd]), Array(right[start..<rightEnd]))
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var lastLeast = 0
    for i in 0..<left.count {
        var row = [i + 1]
        row.reserveCapacity(right.count + 1)
        for j in 0..<right.count {
            let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
            var cost = Swift.min(substitution, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = Swift.min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        // Each row is computed from the two before it.
        let least = row.min() ?? 0
        if least > limit, lastLeast > limit { return nil }
        (beforeLast, last, lastLeast) = (last, row, least)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}

extension Unicode.Scalar {
    /// The small letter of an ASCII capital; any other scalar itself.
    fileprivate var smallASCII: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(ascii: self) | 0x20) : self
    }
}
