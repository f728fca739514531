import TimelineModel
import UTF8Text

extension ByteTable {
    /// Returns the indices of all texts in the order in which JavaScript compares strings, by UTF-16 code units.
    func inOrderOfUTF16() -> [Int] {
        // The texts are copied into one array, so that a comparison needs no call.
        var bytes: [UInt8] = []
        var ends = [0]
        ends.reserveCapacity(count + 1)
        for number in 0..<count {
            unsafe withText(number) { unsafe bytes.append(contentsOf: $0) }
            ends.append(bytes.count)
        }
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe ends.withUnsafeBufferPointer { ends in
                (0..<count).sorted { left, right in
                    var (a, b) = unsafe (ends[left], ends[right])
                    while unsafe a < ends[left + 1], unsafe b < ends[right + 1] {
                        if unsafe bytes[a] != bytes[b] { return unsafe rank(bytes[a]) < rank(bytes[b]) }
                        a += 1
                        b += 1
                    }
                    return unsafe ends[left + 1] - ends[left] < ends[right + 1] - ends[right]
                }
            }
        }
    }
}

/// Returns the sort key of a byte of UTF-8. UTF-8 sorts by code point, but UTF-16 sorts code points beyond U+FFFF,
/// whose first byte is at least F0, before U+E000 to U+FFFF, whose first byte is EE or EF.
private func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
