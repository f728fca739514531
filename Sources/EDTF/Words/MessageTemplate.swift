/// A message with named placeholders in braces, taken apart once and filled often.
package struct MessageTemplate: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case placeholder(String)
    }

    /// The template as written.
    package let template: String
    private let pieces: [Piece]

    package init(_ template: String) {
        self.template = template
        var pieces: [Piece] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The message. A placeholder without a value stays as it is.
    package func filled(_ values: KeyValuePairs<String, String>) -> String {
        let capacity = values.reduce(template.utf8.count) { $0 + $1.value.utf8.count }
        return String(capacity: capacity) { text in
            for piece in pieces {
                switch piece {
                case .text(let written): text.append(written)
                case .placeholder(let name):
                    text.append(values.first { $0.key == name }?.value ?? "{\(name)}")
                }
            }
        }
    }
}
