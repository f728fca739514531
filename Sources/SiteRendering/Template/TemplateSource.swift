import Diagnostics

/// A template as it was read: its bytes, and the path by which its author knows it.
struct TemplateSource: Sendable, Equatable {
    let path: String
    let bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Where the text begins: after a byte order mark, which is no part of it.
    var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The beginning of a stretch of text, short enough for a message.
    func excerpt(_ range: Range<Int>) -> String {
        let text = text(range)
        let line = text.prefix { !$0.isNewline }
        return line.count > 40 || line.endIndex < text.endIndex ? line.prefix(40) + "…" : text
    }

    func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path, range) }
}
