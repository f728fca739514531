/// Terms of the index, each once, with a number for each: a hash table over bytes.
struct TermTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    private var hashes: [UInt64] = []
    /// Places of terms, −1 where there is none; their number is a power of two.
    private var slots = [Int32](repeating: -1, count: 1 << 12)

    var count: Int { hashes.count }

    /// The bytes of a term.
    func withTerm<Result>(_ term: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[ends[term]..<ends[term + 1]])) }
    }

    func text(_ term: Int) -> ArraySlice<UInt8> { bytes[ends[term]..<ends[term + 1]] }

    /// The number of a term, a new one for a new term.
    mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(term)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if hashes[known] == hash, isEqual(known, term) { return known }
            slot = (slot + 1) & mask
        }
        let number = hashes.count
        slots[slot] = Int32(truncatingIfNeeded: number)
        hashes.append(hash)
        bytes.append(contentsOf: term)
        ends.append(bytes.count)
        if 2 * hashes.count > slots.count { grow() }
        return number
    }

    /// Eight bytes at a time: the terms of a site are looked up some hundred times an entry.
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(term)
        var hash = UInt64(truncatingIfNeeded: bytes.count) ^ 0xC2B2_AE3D_27D4_EB4F
        func add(_ word: UInt64) {
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
        }
        var at = 0
        while at + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < bytes.count {
            rest = rest << 8 | UInt64(bytes[at])
            at += 1
        }
        add(rest)
        return hash
    }

    private func isEqual(_ known: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        withTerm(known) { known in
            guard known.count == term.count else { return false }
            let (known, term) = (UnsafeRawBufferPointer(known), UnsafeRawBufferPointer(term))
            var at = 0
            while at + 8 <= term.count {
                let word = term.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if known.loadUnaligned(fromByteOffset: at, as: UInt64.self) != word { return false }
                at += 8
            }
            while at < term.count, known[at] == term[at] { at += 1 }
            return at == term.count
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 4 * slots.count)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    /// The numbers of all terms in the order in which JavaScript compares strings, by UTF-16 units.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<count).sorted { left, right in
                var (a, b) = (ends[left], ends[right])
                while a < ends[left + 1], b < ends[right + 1] {
                    if bytes[a] != bytes[b] { return Self.rank(bytes[a]) < Self.rank(bytes[b]) }
                    a += 1
                    b += 1
                }
                return ends[left + 1] - ends[left] < ends[right + 1] - ends[right]
            }
        }
    }

    /// UTF-8 sorts as code points do. UTF-16 has those beyond U+FFFF, whose first byte is at least F0, before
    /// U+E000 to U+FFFF, whose first byte is EE or EF.
    private static func rank(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
    }
}
