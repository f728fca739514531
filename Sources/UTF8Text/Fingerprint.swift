/// A 128-bit hash of bytes: different bytes have the same fingerprint with a chance of one in 2⁶⁴ or less.
///
/// It is neither a secret nor a signature: whoever can write to the site's folder can write the site itself. Each of
/// two lanes takes sixteen bytes at a time by a 128-bit product whose halves are combined, as in wyhash.
public struct Fingerprint: Hashable, Sendable {
    /// The first 64 bits.
    package private(set) var high: UInt64

    /// The last 64 bits.
    package private(set) var low: UInt64

    /// The fingerprint of bytes.
    package init(of bytes: [UInt8]) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe Fingerprint(of: $0) }
    }

    /// The fingerprint of several fingerprints; their order matters.
    package init(combining parts: [Fingerprint]) {
        var words: [UInt64] = []
        for part in parts {
            words.append(part.high.littleEndian)
            words.append(part.low.littleEndian)
        }
        self = unsafe words.withUnsafeBytes { unsafe Fingerprint(of: $0) }
    }

    /// The fingerprint of bytes.
    package init(of bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.init(of: UnsafeRawBufferPointer(bytes))
    }

    private init(of bytes: UnsafeRawBufferPointer) {
        var lanes = Lanes()
        unsafe lanes.add(bytes)
        self = lanes.fingerprint
    }

    /// The state of a hash over several pieces. The length of every piece but the last must be a multiple of
    /// ``blockSize``.
    package struct Lanes {
        /// The number of bytes that are taken at a time.
        package static let blockSize = 32

        private var left: UInt64 = 0x9E37_79B9_7F4A_7C15
        // The count separates both lanes: the compiler keeps neighbours in one vector register, out of which each
        // product would have to be fetched, with 26 instructions for a block in place of 15.
        private var count: UInt64 = 0
        private var right: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        /// The bytes after the last whole block, padded with zeros; the length distinguishes padding from real zeros.
        private var rest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        /// The state before the first piece.
        package init() {}

        /// Adds a piece.
        package mutating func add(_ bytes: UnsafeRawBufferPointer) {
            let whole = bytes.count - bytes.count % Self.blockSize
            if var block = bytes.baseAddress {
                var (left, right) = (self.left, self.right)
                let (leftKey, rightKey) = (keys.0, keys.1)
                let end = unsafe block + whole
                while unsafe block < end {
                    left = unsafe folded(left ^ word(block), word(block + 8) ^ leftKey)
                    right = unsafe folded(right ^ word(block + 16), word(block + 24) ^ rightKey)
                    unsafe block += Self.blockSize
                }
                (self.left, self.right) = (left, right)
            }
            unsafe withUnsafeMutableBytes(of: &rest) { unsafe $0.copyBytes(from: bytes[whole...]) }
            count += UInt64(bytes.count)
        }

        /// The fingerprint of all pieces so far.
        package var fingerprint: Fingerprint {
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

    /// The fingerprint as 32 hexadecimal digits.
    package var text: String {
        hexadecimal(high, atLeast: 16) + hexadecimal(low, atLeast: 16)
    }

    /// Twelve base-32 digits (60 bits) for file names. They use letters of one case, since some file systems ignore
    /// case.
    package var name: String {
        String((0..<12).map { Self.nameDigits[Int(high >> UInt64(5 * $0) & 31)] })
    }

    private static let nameDigits = Array("0123456789abcdefghijklmnopqrstuv")

    /// Parses 32 hexadecimal digits; nil for any other text.
    package init?(text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }
}

/// The constants of wyhash. A word equal to one of them makes a product of zero, which erases its lane's state; none
/// of them is valid UTF-8, so no text contains one.
private var keys: (UInt64, UInt64, UInt64, UInt64) {
    (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
}

/// Returns the XOR of both halves of a 128-bit product: every bit of one factor affects the result, unless the other
/// factor is zero.
private func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
}

/// Reads a little-endian word, at any alignment.
private func word(_ pointer: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self))
}

extension [Fingerprint] {
    /// Adds the fingerprints of a file's path and of its bytes.
    package mutating func append(_ path: String, _ content: Fingerprint) {
        var path = path
        append(path.withUTF8 { unsafe Fingerprint(of: $0) })
        append(content)
    }
}
