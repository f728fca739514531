import Diagnostics
import TimelineModel

/// The name of one version of one representation: strong, since it is made of the bytes (RFC 9110, 8.8.3), or of what
/// the system knows of a file that is too long to be read for it.
struct EntityTag: Hashable, Sendable {
    /// With its quotes, as the ETag header has it.
    let value: String

    /// - Parameter coding: the content coding, since each coding has bytes of its own.
    init(of bytes: [UInt8], coding: String? = nil) {
        let digits = String(Self.digest(bytes), radix: 16)
        value = "\"\(digits)-\(bytes.count)\(coding.map { "-" + $0 } ?? "")\""
    }

    /// A file that has just changed may change again and have the same stamp: its tag is weak.
    init(of file: OpenFile) {
        value =
            file.stamp.map { ($0.isFresh ? "W/" : "") + "\"\($0.text)\"" }
            // One in memory.
            ?? EntityTag(of: (try? file.read()) ?? []).value
    }

    /// True where If-Range names it, compared strongly: neither a weak tag nor a date ever fits (RFC 9110, 13.1.5).
    func isExactly(_ field: String) -> Bool { field == value && !field.begins(with: "W/") }

    /// True where If-None-Match names it: a list, `*`, compared weakly (RFC 9110, 13.1.2).
    func isNamed(in fields: [String]) -> Bool {
        fields.contains { field in
            Self.tags(in: field).contains { tag in
                tag == "*" || Self.opaque(tag) == Self.opaque(value[...])
            }
        }
    }

    private static func opaque(_ tag: Substring) -> Substring { tag.rest(after: "W/") ?? tag }

    /// The members of a list of tags. A tag may hold commas.
    private static func tags(in field: String) -> [Substring] {
        var tags: [Substring] = []
        var isQuoted = false
        var start = field.startIndex
        for index in field.indices {
            if field[index] == "\"" { isQuoted.toggle() }
            guard field[index] == ",", !isQuoted else { continue }
            tags.append(field[start..<index])
            start = field.index(after: index)
        }
        tags.append(field[start...])
        return tags.map { tag in
            let inner = tag.drop { $0 == " " || $0 == "\t" }
            let end = inner.lastIndex { $0 != " " && $0 != "\t" }
            return end.map { inner[...$0] } ?? inner[..<inner.startIndex]
        }
    }

    /// FNV-1a over words of eight bytes, with the high half folded in. Nobody attacks a preview's cache.
    private static func digest(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func take(_ word: UInt64) {
            hash = (hash ^ word) &* 0x100_0000_01B3
            hash ^= hash >> 32
        }
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset + 8 <= buffer.count {
                take(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            while offset < buffer.count {
                take(UInt64(buffer[offset]))
                offset += 1
            }
        }
        return hash
    }
}
