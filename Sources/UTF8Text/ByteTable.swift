#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An interning table over bytes: it stores each text once and numbers the texts in the order in which they are added.
///
/// A dictionary of strings takes about four times the instructions to find a short text, because it defends against
/// chosen keys that collide. Here the author of the site chooses the texts, and could only slow down their own build.
package struct ByteTable: Sendable {
    private struct Text {
        var head: Head
        var end: Int
    }

    /// The comparison key of a text: its first sixteen bytes, its length and a hash of all its bytes. Few words are
    /// longer.
    private struct Head: Equatable {
        var first: UInt64
        var second: UInt64
        var count: Int
        var hash: UInt64

        init(_ text: UnsafeBufferPointer<UInt8>) {
            let bytes = UnsafeRawBufferPointer(text)
            count = bytes.count
            first = unsafe Self.word(bytes, 0)
            second = unsafe Self.word(bytes, 8)
            hash = Self.mixed(first ^ UInt64(truncatingIfNeeded: count), second)
            var at = 16
            while at < count {
                hash = unsafe Self.mixed(hash, Self.word(bytes, at))
                at += 8
            }
        }

        /// Returns the eight bytes at an offset, with zeros for those beyond the end.
        @inline(__always)
        private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
            let count = bytes.count
            if at + 8 <= count { return unsafe load(bytes, at) }
            if at >= count { return 0 }
            // What is there, from a look at bytes that may have been looked at already.
            if count >= 8 { return unsafe load(bytes, count - 8) >> UInt64(8 * (at + 8 - count)) }
            if count >= 4 {
                let (low, high) = unsafe (
                    load(bytes, 0, as: UInt32.self), load(bytes, count - 4, as: UInt32.self)
                )
                return low | high << UInt64(8 * (count - 4))
            }
            let (middle, last) = (count / 2, count - 1)
            return unsafe UInt64(bytes[0]) | UInt64(bytes[middle]) << UInt64(8 * middle)
                | UInt64(bytes[last]) << UInt64(8 * last)
        }

        @inline(__always)
        private static func load<Word: FixedWidthInteger>(
            _ bytes: UnsafeRawBufferPointer, _ at: Int, as word: Word.Type = UInt64.self
        ) -> UInt64 {
            unsafe UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: word)))
        }

        @inline(__always)
        private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
            let product = (first ^ 0xC2B2_AE3D_27D4_EB4F).multipliedFullWidth(
                by: second ^ 0x9E37_79B9_7F4A_7C15)
            return product.high ^ product.low
        }
    }

    private var bytes: [UInt8] = []
    private var texts: [Text] = []
    /// The open-addressed hash slots: the number of a text, or −1 for a free slot. The count is zero or a power of two.
    private var slots: [Int32] = []

    /// Creates an empty table.
    package init() {}

    /// The number of texts; they are numbered from 0.
    package var count: Int { texts.count }

    /// Calls a closure with the bytes of a text. The buffer is valid only during the call.
    package func withText(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let range = range(of: number)
        unsafe bytes.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The bytes of a text.
    package subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

    private func range(of number: Int) -> Range<Int> {
        texts[number].end - texts[number].head.count..<texts[number].end
    }

    /// Returns the number of a text, or `nil` if the table does not contain it.
    package func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        unsafe slots.isEmpty ? nil : position(of: text, Head(text)).number
    }

    /// Returns the number of a text, and adds the text if the table does not contain it.
    package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        if 2 * texts.count >= slots.count { grow() }
        let head = unsafe Head(text)
        let (number, slot) = unsafe position(of: text, head)
        if let number { return number }
        slots[slot] = Int32(truncatingIfNeeded: texts.count)
        unsafe bytes.append(contentsOf: text)
        texts.append(Text(head: head, end: bytes.count))
        return texts.count - 1
    }

    /// Returns the slot of a text with its number, or the free slot where it would be added.
    @inline(__always)
    private func position(of text: UnsafeBufferPointer<UInt8>, _ head: Head) -> (number: Int?, slot: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: head.hash) & mask
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if texts[known].head == head,
                unsafe head.count <= 16 || holds(text, at: texts[known].end - head.count)
            {
                return (known, slot)
            }
            slot = (slot + 1) & mask
        }
        return (nil, slot)
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        unsafe bytes.withUnsafeBytes { bytes in
            guard let known = bytes.baseAddress, let other = text.baseAddress else { return true }
            return unsafe memcmp(known + start, other, text.count) == 0
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: max(16, 4 * slots.count))
        let mask = slots.count - 1
        for (number, text) in texts.enumerated() {
            var slot = Int(truncatingIfNeeded: text.head.hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }
}
