#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// True where a text stands before another in the order of their bytes, which is the same on every machine.
public func isOrdered(_ left: String, _ right: String) -> Bool {
    // A site has so many names that comparing them byte by byte would take longer than planning it.
    let order = left.utf8.withContiguousStorageIfAvailable { left in
        right.utf8.withContiguousStorageIfAvailable { right in
            guard let first = left.baseAddress, let second = right.baseAddress else {
                return left.count < right.count
            }
            let order = memcmp(first, second, min(left.count, right.count))
            return order != 0 ? order < 0 : left.count < right.count
        }
    }
    return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}
