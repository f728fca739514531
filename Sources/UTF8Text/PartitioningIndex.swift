extension RandomAccessCollection {
    /// Returns the first index at which a condition holds, or the end index if it holds nowhere. The condition must
    /// hold for every element from some index on, and for none before it. This is a binary search: it examines
    /// O(log *n*) elements.
    @inlinable
    public func partitioningIndex(where isMet: (Element) -> Bool) -> Index {
        var (start, count) = (startIndex, count)
        while count > 0 {
            let middle = index(start, offsetBy: count / 2)
            if isMet(self[middle]) {
                count /= 2
            } else {
                start = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return start
    }
}
