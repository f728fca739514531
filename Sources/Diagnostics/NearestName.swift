/// The name among the candidates that a writer most likely meant, or nil if none is near.
///
/// Near is an edit distance (insertions, deletions, substitutions, swaps of neighbours) of at most a third
/// of the longer name. Between equals the first in byte order wins, so that the answer never depends on the
/// order of the candidates.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let scalars = Array(name.unicodeScalars.prefix(longestName))
    var best: (distance: Int, name: String)?
    for candidate in candidates {
        let other = Array(candidate.unicodeScalars.prefix(longestName))
        let longer = Swift.max(scalars.count, other.count)
        // What is farther than the best one by now need not be measured to its end.
        let limit = Swift.min(Swift.max(1, longer / 3), best?.distance ?? .max)
        guard abs(scalars.count - other.count) <= limit,
            let distance = editDistance(scalars, other, upTo: limit), distance < longer
        else { continue }
        if let found = best, distance == found.distance,
            isOrdered(found.name, candidate)
        {
            continue
        }
        best = (distance, candidate)
    }
    return best?.name
}

/// Names longer than this are compared by their beginnings: hostile input must not cost quadratic time.
private let longestName = 64

/// The edit distance; nil where it is above the limit.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], upTo limit: Int) -> Int? {
    // What both begin or end with costs nothing: most ids of a site begin alike.
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
        // A row grows out of the two before it.
        let least = row.min() ?? 0
        if least > limit, lastLeast > limit { return nil }
        (beforeLast, last, lastLeast) = (last, row, least)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
