import Diagnostics
import Files
import TimelineModel
import UTF8Text

/// The entity tag of one version of a representation (RFC 9110, 8.8.3). It is strong if it is a hash of the bytes; that
/// of a file which is too long to be read for it derives from the file's stamp.
struct EntityTag: Hashable, Sendable {
    /// The tag with its quotes, as in the ETag header.
    let value: String

    /// Hashes the bytes.
    ///
    /// - Parameter coding: the content coding, because each coding has bytes of its own.
    init(of bytes: [UInt8], coding: String? = nil) {
        let digits = String(Fingerprint(of: bytes).high, radix: 16)
        value = "\"\(digits)-\(bytes.count)\(coding.map { "-" + $0 } ?? "")\""
    }

    /// Derives the tag from a file's stamp. It is weak if the file has just changed, because it may change again and
    /// keep its stamp.
    init(of file: OpenFile) {
        value =
            file.stamp.map { ($0.isFresh ? "W/" : "") + "\"\($0.text)\"" }
            // A file in memory has no stamp.
            ?? EntityTag(of: (try? file.read()) ?? []).value
    }

    /// Whether If-Range names this version, compared strongly: neither a weak tag nor a date matches (RFC 9110,
    /// 13.1.5).
    func isExactly(_ field: String) -> Bool { field == value && !field.begins(with: "W/") }

    /// Whether If-None-Match names this version. The values are lists of tags or `*`, compared weakly (RFC 9110,
    /// 13.1.2).
    func isNamed(in fields: [String]) -> Bool {
        fields.contains { field in
            Self.tags(in: field).contains { tag in
                tag == "*" || Self.opaque(tag) == Self.opaque(value[...])
            }
        }
    }

    private static func opaque(_ tag: Substring) -> Substring { tag.rest(after: "W/") ?? tag }

    /// The members of a list of tags, which may contain commas themselves.
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
}
