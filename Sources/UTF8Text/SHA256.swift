/// The SHA-256 digest of bytes (FIPS 180-4, section 6.2), by which object stores and checksum tools compare files.
/// ``Fingerprint`` is ten times as fast and serves every comparison that stays within this program.
package struct SHA256 {
    /// The digest as 64 hexadecimal digits.
    package private(set) var text = ""

    /// The digest of several pieces of bytes in order.
    package struct Pieces {
        private var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
            0x5be0_cd19,
        ]
        /// The bytes after the last whole block, fewer than 64.
        private var rest: [UInt8] = []
        private var count: UInt64 = 0
        private var words = [UInt32](repeating: 0, count: 64)

        /// The state before the first piece.
        package init() {}

        /// Adds a piece of any length.
        package mutating func add(_ piece: UnsafeRawBufferPointer) {
            count += UInt64(piece.count)
            var start = 0
            if !rest.isEmpty {
                start = min(64 - rest.count, piece.count)
                unsafe rest.append(contentsOf: piece[..<start])
                guard rest.count == 64 else { return }
                let block = rest
                unsafe block.withUnsafeBytes { unsafe add(block: $0, at: 0) }
                rest = []
            }
            while piece.count - start >= 64 {
                unsafe add(block: piece, at: start)
                start += 64
            }
            unsafe rest.append(contentsOf: piece[start...])
        }

        /// Adds the 64 bytes at an offset.
        private mutating func add(block: UnsafeRawBufferPointer, at start: Int) {
            for index in 0..<16 {
                words[index] = unsafe UInt32(
                    bigEndian: block.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
            }
            for index in 16..<64 {
                let (early, late) = (words[index - 15], words[index - 2])
                let small = early.turned(7) ^ early.turned(18) ^ early >> 3
                let large = late.turned(17) ^ late.turned(19) ^ late >> 10
                words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            for index in 0..<64 {
                let first =
                    h &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ (e & f ^ ~e & g)
                    &+ constants[index] &+ words[index]
                let second = (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ (a & b ^ a & c ^ b & c)
                (h, g, f, e) = (g, f, e, d &+ first)
                (d, c, b, a) = (c, b, a, first &+ second)
            }
            for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
        }

        /// The digest of all pieces so far.
        package var digest: SHA256 {
            var end = self
            let length = (count &* 8).bigEndian
            let filling = [0x80] + [UInt8](repeating: 0, count: (119 - Int(count % 64)) % 64)
            unsafe filling.withUnsafeBytes { unsafe end.add($0) }
            unsafe withUnsafeBytes(of: length) { unsafe end.add($0) }
            var digest = SHA256()
            digest.text = end.state.map { hexadecimal($0, atLeast: 8) }.joined()
            return digest
        }
    }
}

extension UInt32 {
    /// The word, rotated to the right.
    fileprivate func turned(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2).
private let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
]
