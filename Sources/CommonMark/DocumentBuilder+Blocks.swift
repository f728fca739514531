import CCMark

/// Paragraphs, headings, and blocks of raw HTML.
extension DocumentBuilder {
    /// Begins a paragraph or heading, and returns whether its inlines must be read.
    ///
    /// - Returns: false for most paragraphs: an earlier one is the document's first paragraph, and the source has no
    ///   byte that may begin a link, an image, HTML or the syntax of another dialect of Markdown.
    mutating func beginBlock(_ node: Node) -> Bool {
        let isHeading = unsafe node.kind == CMARK_NODE_HEADING
        isCollecting = isHeading || options.firstParagraph && document.firstParagraph.isEmpty
        isAtLineStart = true
        let blockLines = unsafe isHeading ? headingLines(node) : node.lines
        let start = unsafe lines.start(ofLine: blockLines.lowerBound) + node.column
        let end = lines.start(ofLine: blockLines.upperBound + 1)
        let range = min(start, end)..<end
        if isHeading { unsafe beginHeading(node, range: range) }
        guard
            unsafe source.bytes.firstOffset(of: .openBracket, in: range) != nil
                || source.bytes.firstOffset(of: .lessThan, in: range) != nil
                || watched.contains(where: { unsafe source.bytes.firstOffset(of: $0, in: range) != nil })
                || (unsafe !isHeading && range.lowerBound < source.bytes.count
                    && source.bytes[range.lowerBound] == .hash)
        else {
            gaps.cover(blockLines)
            cursor.stop()
            return isCollecting
        }
        cursor.text.load(lines, from: range.lowerBound, to: range.upperBound, quoteDepth: quoteDepth)
        let text = cursor.text.bytes
        if isHeading, blockLines.count == 1 {
            let rest = text.drop { $0 == .hash }.drop { $0.isSpaceOrTab }
            cursor.begin(at: rest.startIndex)
            gaps.cover(blockLines)
        } else {
            let (content, definedLines) = skipDefinitions(text)
            cursor.begin(at: content)
            gaps.cover(
                min(blockLines.lowerBound + definedLines, blockLines.upperBound)...blockLines.upperBound)
        }
        return true
    }

    /// Skips the link reference definitions at the start of a paragraph. libcmark removes them from the paragraph, but
    /// not from its lines (CommonMark 0.30, section 4.7).
    private func skipDefinitions(_ text: [UInt8]) -> (content: Int, lines: Int) {
        var at = 0
        while let definition = LinkSyntax.definition(in: text, at: at), definition.end < text.count {
            at = definition.end
        }
        return (at, at == 0 ? 0 : text[..<at].count { $0 == .lineFeed })
    }

    mutating func endParagraph() {
        guard isCollecting else { return }
        isCollecting = false
        document.firstParagraph = plainText.finish()
    }

    /// Returns the lines of a heading. If a heading has an underline (CommonMark 0.30, section 4.3) and does not end
    /// the source, libcmark's range includes one line too many, which this leaves out.
    private func headingLines(_ node: Node) -> ClosedRange<Int> {
        let claimed = unsafe node.lines
        guard claimed.count > 2 else { return claimed }
        var lines = lines
        let start = lines.start(ofLine: claimed.upperBound - 1)
        let line = unsafe source.bytes[start..<lines.end(ofLineAt: start)]
        let underline = unsafe line.drop { $0.isSpaceOrTab || $0 == .greaterThan }
        let isUnderline = unsafe underline.first.map { $0 == .equals || $0 == .hyphen } ?? false
        let isUniform = unsafe underline.allSatisfy { unsafe $0 == underline.first || $0.isSpaceOrTab }
        return claimed.lowerBound...claimed.upperBound - (isUnderline && isUniform ? 1 : 0)
    }

    private mutating func beginHeading(_ node: Node, range: Range<Int>) {
        let level = unsafe outline.level(ofSourceLevel: Int(cmark_node_get_heading_level(node)))
        unsafe cmark_node_set_heading_level(node, Int32(level))
        var end = range.upperBound
        while end > range.lowerBound, unsafe source.bytes[end - 1].isWhitespace { end -= 1 }
        pendingHeading = (level, range.lowerBound..<end)
    }

    mutating func endHeading(_ node: Node) {
        isCollecting = false
        let text = plainText.finish()
        guard let (level, range) = pendingHeading else { return }
        pendingHeading = nil
        let id = outline.id(for: text)
        document.headings.append(.init(id: id, level: level, text: text, sourceRange: source.original(range)))
        guard let marker = unsafe markerNode(for: .headingID(id)) else { return }
        if unsafe cmark_node_prepend_child(node, marker) == 0 { unsafe marker.remove() }
    }

    mutating func readHTMLBlock(_ node: Node) {
        // libcmark ends a block that has an end condition one line too early; its text has every line.
        let first = unsafe node.lines.lowerBound
        let count = unsafe max(1, node.literal.count { $0 == .lineFeed })
        gaps.cover(first...first + count - 1)
        guard !options.rawHTML else { return }
        let start = unsafe lines.start(ofLine: first) + node.column
        var end = lines.start(ofLine: first + count)
        while end > start, unsafe source.bytes[end - 1].isWhitespace { end -= 1 }
        remarks.droppedHTML.append(source.original(start..<max(start, end)))
        unsafe node.remove()
    }
}
