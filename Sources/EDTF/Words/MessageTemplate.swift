/// A message template with named placeholders in braces, parsed once and filled often. It is shared and never copied.
package final class MessageTemplate: Sendable {
    /// A part of the template: a text, or a placeholder with its braces.
    private struct Piece: Sendable {
        var range: Range<Int>
        /// The name of a placeholder; nil for a text.
        var name: String?
    }

    /// The template as written.
    package let template: String
    private let bytes: [UInt8]
    private let pieces: [Piece]
    /// The number of occurrences of the most frequent placeholder.
    private let mostOccurrences: Int

    /// Parses a template, such as `{day} {month} {year}`.
    package init(_ template: String) {
        self.template = template
        let bytes = Array(template.utf8)
        self.bytes = bytes
        var pieces: [Piece] = []
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > start { pieces.append(Piece(range: start..<open)) }
            let name = String(decoding: bytes[open + 1..<close], as: UTF8.self)
            pieces.append(Piece(range: open..<close + 1, name: name))
            start = close + 1
        }
        if start < bytes.count { pieces.append(Piece(range: start..<bytes.count)) }
        self.pieces = pieces
        let names = pieces.compactMap(\.name)
        mostOccurrences = names.map { name in names.count { $0 == name } }.max() ?? 0
    }

    /// Returns the message. A placeholder without a value is kept as it is.
    package func filled(_ values: KeyValuePairs<String, String>) -> String { filled(with: values) }

    /// Returns the message. A placeholder without a value is kept as it is; of equal keys the first counts.
    package func filled(with values: some Collection<(key: String, value: String)>) -> String {
        let capacity = values.reduce(bytes.count) { $0 + $1.value.utf8.count * mostOccurrences }
        return String(capacity: capacity) { text in
            for piece in pieces {
                if let name = piece.name, let index = values.firstIndex(where: { $0.key == name }) {
                    text.append(values[index].value)
                } else {
                    text.append(bytes, piece.range)
                }
            }
        }
    }
}
