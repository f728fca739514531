/// Terms of the index, each once, with a number for each: a hash table over bytes.
struct TermTable: Sendable {
    private struct Term {
        var head: Head
        var end: Int
    }

    /// What tells terms apart: the first sixteen bytes, the length and a hash of all. Few words are longer.
    private struct Head: Equatable {
        var first: UInt64
        var second: UInt64
        var count: Int
        var hash: UInt64

        init(_ term: UnsafeBufferPointer<UInt8>) {
            let bytes = UnsafeRawBufferPointer(term)
            count = bytes.count
            first = Self.word(bytes, 0)
            second = Self.word(bytes, 8)
            hash = Self.mixed(first ^ UInt64(truncatingIfNeeded: count), second)
            var at = 16
            while at < count {
                hash = Self.mixed(hash, Self.word(bytes, at))
                at += 8
            }
        }

        /// Eight bytes from a place on; zeros in the place of those that are not there.
        @inline(__always)
        private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
            let count = bytes.count
            if at + 8 <= count { return load(bytes, at) }
            if at >= count { return 0 }
            // What is there, from a look at bytes that may have been looked at already.
            if count >= 8 { return load(bytes, count - 8) >> UInt64(8 * (at + 8 - count)) }
            if count >= 4 {
                let (low, high) = (load(bytes, 0, as: UInt32.self), load(bytes, count - 4, as: UInt32.self))
                return low | high << UInt64(8 * (count - 4))
            }
            let (middle, last) = (count / 2, count - 1)
            return UInt64(bytes[0]) | UInt64(bytes[middle]) << UInt64(8 * middle)
                | UInt64(bytes[last]) << UInt64(8 * last)
        }

        @inline(__always)
        private static func load<Word: FixedWidthInteger>(
            _ bytes: UnsafeRawBufferPointer, _ at: Int, as word: Word.Type = UInt64.self
        ) -> UInt64 {
            UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: word)))
        }

        @inline(__always)
        private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
            let product = (first ^ 0xC2B2_AE3D_27D4_EB4F).multipliedFullWidth(
                by: second ^ 0x9E37_79B9_7F4A_7C15)
            return product.high ^ product.low
        }
    }

    private var bytes: [UInt8] = []
    private var terms: [Term] = []
    /// Places of terms, −1 where there is none; their number is a power of two.
    private var slots = [Int32](repeating: -1, count: 1 << 12)

    var count: Int { terms.count }

    /// The bytes of a term.
    func withTerm<Result>(_ term: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: term)])) }
    }

    func text(_ term: Int) -> ArraySlice<UInt8> { bytes[range(of: term)] }

    private func range(of term: Int) -> Range<Int> {
        terms[term].end - terms[term].head.count..<terms[term].end
    }

    /// The number of a term, a new one for a new term.
    mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> Int {
        let head = Head(term)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: head.hash) & mask
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if terms[known].head == head, head.count <= 16 || withTerm(known, { $0.elementsEqual(term) }) {
                return known
            }
            slot = (slot + 1) & mask
        }
        let number = terms.count
        slots[slot] = Int32(truncatingIfNeeded: number)
        bytes.append(contentsOf: term)
        terms.append(Term(head: head, end: bytes.count))
        if 2 * terms.count > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 4 * slots.count)
        let mask = slots.count - 1
        for (number, term) in terms.enumerated() {
            var slot = Int(truncatingIfNeeded: term.head.hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    /// The numbers of all terms in the order in which JavaScript compares strings, by UTF-16 units.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<count).sorted { left, right in
                let (left, right) = (range(of: left), range(of: right))
                var (a, b) = (left.lowerBound, right.lowerBound)
                while a < left.upperBound, b < right.upperBound {
                    if bytes[a] != bytes[b] { return Self.rank(bytes[a]) < Self.rank(bytes[b]) }
                    a += 1
                    b += 1
                }
                return left.count < right.count
            }
        }
    }

    /// UTF-8 sorts as code points do. UTF-16 has those beyond U+FFFF, whose first byte is at least F0, before
    /// U+E000 to U+FFFF, whose first byte is EE or EF.
    private static func rank(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
    }
}
