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
        let limit = Swift.max(1, Swift.max(scalars.count, other.count) / 3)
        guard abs(scalars.count - other.count) <= limit else { continue }
        let distance = editDistance(scalars, other)
        guard distance <= limit, distance < Swift.max(scalars.count, other.count) else { continue }
        if let found = best {
            if distance > found.distance { continue }
            if distance == found.distance, found.name.utf8.lexicographicallyPrecedes(candidate.utf8) {
                continue
            }
        }
        best = (distance, candidate)
    }
    return best?.name
}

/// Names longer than this are compared by their beginnings: hostile input must not cost quadratic time.
private let longestName = 64

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
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
        beforeLast = last
        last = row
    }
    return last[right.count]
}
