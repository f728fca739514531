/// Collects the plain text of a paragraph or heading.
struct PlainText {
    private var bytes: [UInt8] = []
    private var followsCitation = false

    mutating func append(_ text: some Collection<UInt8>) {
        guard let first = text.first else { return }
        // "closed [^a]." reads "closed." without its citation, "closed [^a] again" has one space.
        if followsCitation, bytes.last == .space, first == .space || Self.closing.contains(first) {
            bytes.removeLast()
        }
        followsCitation = false
        bytes.append(contentsOf: text)
    }

    mutating func appendSpace() { append(CollectionOfOne(.space)) }

    mutating func omitCitation() { followsCitation = true }

    /// Returns the text without white space at its ends, and clears the collector.
    mutating func finish() -> String {
        let start = bytes.firstIndex { !$0.isWhitespace } ?? bytes.endIndex
        let end = bytes.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? start
        defer {
            bytes.removeAll(keepingCapacity: true)
            followsCitation = false
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static let closing = Array(".,;:!?)".utf8)
}
