import Diagnostics
import UTF8Text

/// The bytes of a template file, with the path by which its author knows it.
package struct TemplateSource: Sendable, Equatable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The offset of the text: 3 after a UTF-8 byte order mark, otherwise 0.
    var start: Int { ByteOrderMark.length(in: bytes) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Returns the beginning of a byte range for a message: at most 40 characters of its first line.
    func excerpt(_ range: Range<Int>) -> String {
        let text = text(range)
        let line = text.prefix { !$0.isNewline }
        return line.count > 40 || line.endIndex < text.endIndex ? line.prefix(40) + "…" : text
    }

    func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path, range) }
}
