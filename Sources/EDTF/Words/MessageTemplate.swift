/// A message with named placeholders in braces, taken apart once and filled often. Shared and never copied.
package final class MessageTemplate: Sendable {
    /// A stretch of the template: a text, or the name of a placeholder with its braces.
    private struct Piece: Sendable {
        var range: Range<Int>
        var isPlaceholder: Bool
    }

    /// The template as written.
    package let template: String
    private let bytes: [UInt8]
    private let pieces: [Piece]
    /// How often the placeholder that occurs most often does.
    private let mostOccurrences: Int

    package init(_ template: String) {
        self.template = template
        let bytes = Array(template.utf8)
        self.bytes = bytes
        var pieces: [Piece] = []
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > start { pieces.append(Piece(range: start..<open, isPlaceholder: false)) }
            pieces.append(Piece(range: open..<close + 1, isPlaceholder: true))
            start = close + 1
        }
        if start < bytes.count { pieces.append(Piece(range: start..<bytes.count, isPlaceholder: false)) }
        self.pieces = pieces
        let names = pieces.filter(\.isPlaceholder).map { Array(bytes[$0.range]) }
        mostOccurrences = names.map { name in names.count { $0 == name } }.max() ?? 0
    }

    /// The message. A placeholder without a value stays as it is.
    package func filled(_ values: KeyValuePairs<String, String>) -> String {
        let capacity = values.reduce(bytes.count) { $0 + $1.value.utf8.count * mostOccurrences }
        return String(capacity: capacity) { text in
            for piece in pieces {
                if piece.isPlaceholder, let place = values.firstIndex(where: { isName(piece, $0.key) }) {
                    text.append(values[place].value)
                } else {
                    text.append(bytes, piece.range)
                }
            }
        }
    }

    private func isName(_ piece: Piece, _ name: String) -> Bool {
        name.utf8.count == piece.range.count - 2
            && zip(name.utf8, bytes[(piece.range.lowerBound + 1)...]).allSatisfy { $0 == $1 }
    }
}
