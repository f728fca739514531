/// A number of 128 bits that stands for bytes: what differs has different ones, but for a chance of one in 2⁶⁴ or less.
///
/// It is no secret and no signature: who can write into the site's folder can write the site itself. Four lanes are
/// mixed at a time, as xxHash does it, so that a page takes about a microsecond.
public struct Fingerprint: Hashable, Sendable {
    private(set) var high: UInt64
    private(set) var low: UInt64

    init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Fingerprint(of: $0) }
    }

    /// One for several in their order.
    init(of parts: some Sequence<Fingerprint>) {
        var bytes: [UInt8] = []
        for part in parts {
            for word in [part.high, part.low] {
                withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        self.init(of: bytes)
    }

    /// What a file adds to the fingerprint of many: one of its path and one of its bytes.
    static func parts(_ path: String, _ content: Fingerprint) -> [Fingerprint] {
        [Fingerprint(of: Array(path.utf8)), content]
    }

    private init(of bytes: UnsafeRawBufferPointer) {
        var lanes: SIMD4<UInt64> = [
            0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5,
        ]
        var at = 0
        // In variables of their own, since parts of a vector are moved to and fro.
        var (first, second, third, fourth) = (lanes[0], lanes[1], lanes[2], lanes[3])
        if let start = bytes.baseAddress {
            while at + 32 <= bytes.count {
                first = Self.mixed(first ^ Self.word(start + at))
                second = Self.mixed(second ^ Self.word(start + at + 8))
                third = Self.mixed(third ^ Self.word(start + at + 16))
                fourth = Self.mixed(fourth ^ Self.word(start + at + 24))
                at += 32
            }
        }
        lanes = [first, second, third, fourth]
        while at < bytes.count {
            var word: UInt64 = 0
            for place in 0..<min(8, bytes.count - at) {
                word |= UInt64(bytes[at + place]) << UInt64(8 * place)
            }
            lanes[at / 8 % 4] = Self.mixed(lanes[at / 8 % 4] ^ word)
            at += 8
        }
        let count = UInt64(bytes.count)
        high = Self.finished(
            Self.mixed(Self.mixed(lanes[0] ^ count) ^ lanes[1]) ^ Self.mixed(lanes[2] &+ lanes[3]))
        low = Self.finished(
            Self.mixed(Self.mixed(lanes[3] &+ count) ^ lanes[2]) ^ Self.mixed(lanes[1] &+ lanes[0]))
    }

    private static func word(_ place: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
    }

    /// Every bit moves others; no two numbers become one.
    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = word &* 0x9FB2_1C65_1E98_DF25
        return product ^ product >> 29
    }

    private static func finished(_ word: UInt64) -> UInt64 {
        var word = (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
        word = (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
        return word ^ word >> 32
    }

    /// 32 hexadecimal digits.
    var text: String {
        [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    init?(text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }
}
