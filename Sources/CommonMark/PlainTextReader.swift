import CCMark

extension MarkdownDocument {
    /// The whole plain text of a source, for search: a line for each block, code and the descriptions of
    /// images included, without raw HTML and citations.
    ///
    /// It parses the source again. A citation that is escaped in the source is left out too.
    public static func plainText(of source: some StringProtocol) -> String {
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            ValidSource.reading(bytes) { PlainTextReader.text(of: $0.bytes) }
        }
    }
}

/// Walks a tree for its text only.
private struct PlainTextReader {
    private var line = PlainText()
    private var lines: [String] = []

    static func text(of source: UnsafeBufferPointer<UInt8>) -> String {
        guard let tree = SyntaxTree(source), var events = TreeEvents(tree) else { return "" }
        var reader = PlainTextReader()
        while let (isEntering, node) = events.next() {
            if isEntering { reader.enter(node) } else { reader.leave(node) }
        }
        return reader.lines.joined(separator: "\n")
    }

    private mutating func enter(_ node: Node) {
        switch node.kind {
        case CMARK_NODE_TEXT: readText(node.literal)
        case CMARK_NODE_CODE: line.append(node.literal)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: line.appendSpace()
        case CMARK_NODE_CODE_BLOCK:
            line.append(node.literal)
            endLine()
        default: break
        }
    }

    private mutating func leave(_ node: Node) {
        if node.kind == CMARK_NODE_PARAGRAPH || node.kind == CMARK_NODE_HEADING { endLine() }
    }

    private mutating func readText(_ text: UnsafeBufferPointer<UInt8>) {
        var read = 0
        while let citation = CitationSyntax.next(in: text, from: read) {
            line.append(text[read..<citation.lowerBound])
            line.omitCitation()
            read = citation.upperBound
        }
        line.append(text[read...])
    }

    private mutating func endLine() {
        let text = line.finish()
        if !text.isEmpty { lines.append(text) }
    }
}
