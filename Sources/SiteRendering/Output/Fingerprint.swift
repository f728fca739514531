import TimelineModel

/// A number of 128 bits that stands for bytes: what differs has different ones, but for a chance of one in 2⁶⁴ or less.
///
/// It is no secret and no signature: who can write into the site's folder can write the site itself. Two lanes take
/// sixteen bytes each by a product of 128 bits whose halves are folded, as wyhash does it.
public struct Fingerprint: Hashable, Sendable {
    private(set) var high: UInt64
    private(set) var low: UInt64

    init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { Fingerprint(of: $0) }
    }

    /// One for several in their order.
    init(of parts: some Sequence<Fingerprint>) {
        var words: [UInt64] = []
        for part in parts {
            words.append(part.high.littleEndian)
            words.append(part.low.littleEndian)
        }
        self = words.withUnsafeBytes { Fingerprint(of: $0) }
    }

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        self.init(of: UnsafeRawBufferPointer(bytes))
    }

    private init(of bytes: UnsafeRawBufferPointer) {
        var lanes = Lanes()
        lanes.add(bytes)
        self = lanes.fingerprint
    }

    /// One of a file's bytes, which are read piece by piece.
    init(of file: OpenFile) throws(FileFailure) {
        var lanes = Lanes()
        try file.forEachPiece { (piece) throws(FileFailure) in lanes.add(piece) }
        self = lanes.fingerprint
    }

    /// A fingerprint on the way: the bytes may come in pieces, of which all but the last are multiples of 32 long.
    struct Lanes {
        private var left: UInt64 = 0x9E37_79B9_7F4A_7C15
        private var right: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        private var count: UInt64 = 0
        /// What is beyond the last whole block; filled up with zeros, which the length tells from the same zeros.
        private var rest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            var at = 0
            if let start = bytes.baseAddress {
                var (left, right) = (self.left, self.right)
                while at + 32 <= bytes.count {
                    left = folded(left ^ word(start + at), word(start + at + 8) ^ keys.0)
                    right = folded(right ^ word(start + at + 16), word(start + at + 24) ^ keys.1)
                    at += 32
                }
                (self.left, self.right) = (left, right)
            }
            withUnsafeMutableBytes(of: &rest) { $0.copyBytes(from: bytes[at...]) }
            count += UInt64(bytes.count)
        }

        var fingerprint: Fingerprint {
            let left = folded(left ^ UInt64(littleEndian: rest.0), UInt64(littleEndian: rest.1) ^ keys.0)
            let right = folded(right ^ UInt64(littleEndian: rest.2), UInt64(littleEndian: rest.3) ^ keys.1)
            return Fingerprint(
                high: folded(left ^ count, right ^ keys.2),
                low: folded(right ^ keys.3, left &+ count &* keys.0))
        }
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// 32 hexadecimal digits.
    var text: String {
        [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Twelve digits of the base 32 for the names of files: sixty bits, in letters of one case, since some file
    /// systems know no other.
    var name: String {
        String((0..<12).map { Self.nameDigits[Int(high >> UInt64(5 * $0) & 31)] })
    }

    private static let nameDigits = Array("0123456789abcdefghijklmnopqrstuv")

    init?(text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }
}

/// Those of wyhash. A word equal to one makes a product of zero, which forgets what its lane has seen; none of
/// them is UTF-8, so that no text holds one.
private var keys: (UInt64, UInt64, UInt64, UInt64) {
    (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
}

/// Both halves of a product: the bits of either number move the others, unless one of them is zero.
private func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
}

private func word(_ place: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
}

extension [Fingerprint] {
    /// Adds what a file adds to the fingerprint of many: one of its path and one of its bytes.
    mutating func append(_ path: String, _ content: Fingerprint) {
        var path = path
        append(path.withUTF8 { Fingerprint(of: $0) })
        append(content)
    }
}
