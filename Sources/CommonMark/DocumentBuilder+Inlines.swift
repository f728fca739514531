import CCMark

/// Text, code, line breaks and raw HTML.
extension DocumentBuilder {
    mutating func readText(_ node: Node) {
        let text = unsafe node.literal
        // The text of an autolink has no escapes; the cursor is past it already.
        guard cursor.isFollowing, openLinks.last?.autolinkEnd == nil else {
            isAtLineStart = false
            return unsafe collect(text[...])
        }
        let start = cursor.at
        defer {
            if imageDepth == 0 { unsafe noteShownSource(start..<max(start, cursor.at), node) }
            isAtLineStart = false
        }
        guard options.citations, imageDepth == 0, var citation = unsafe CitationSyntax.next(in: text, from: 0)
        else {
            unsafe cursor.skipText(text[...])
            return unsafe collect(text[...])
        }
        var kept: [UInt8] = []
        var read = 0
        while true {
            unsafe cursor.skipText(text[read..<citation.lowerBound])
            let start = cursor.at
            let isWritten = cursor.isAtCitation
            unsafe cursor.skipText(text[citation])
            let isCitation = unsafe isWritten && !isDefinition(citation, in: text, at: start)
            let end = isCitation ? citation.lowerBound : citation.upperBound
            unsafe kept.append(contentsOf: text[read..<end])
            unsafe collect(text[read..<end])
            if isCitation {
                let mark = unsafe Mark.citation(
                    id: CitationSyntax.id(text[citation]), source.original(cursor.source(start..<cursor.at)))
                appendMarker(for: mark, to: &kept)
            }
            read = citation.upperBound
            guard let next = unsafe CitationSyntax.next(in: text, from: read) else { break }
            citation = next
        }
        unsafe cursor.skipText(text[read...])
        unsafe collect(text[read...])
        unsafe kept.append(contentsOf: text[read...])
        kept.append(0)
        unsafe node.setLiteral(kept)
    }

    /// Records the parts of a text that were meant as Markdown.
    private mutating func noteShownSource(_ range: Range<Int>, _ node: Node) {
        guard cursor.isSure, cursor.mayShowSource(range, watched, isAtLineStart) else { return }
        var finder = ShownSourceFinder(cursor.text.bytes, range)
        finder.findSpans(fromLineStart: isAtLineStart)
        if isAtLineStart {
            finder.findTable()
            if unsafe node.beginsListItem { finder.findTask() }
            if pendingHeading == nil { finder.findHeadingWithoutBlank() }
        }
        if pendingHeading != nil { finder.findHeadingID() }
        if finder.found.isEmpty { return }
        remarks.shownSource += finder.found.map {
            .init(kind: $0.kind, sourceRange: source.original(cursor.source($0.range)))
        }
    }

    /// Whether a citation is the label of a seeming footnote definition. Records it if so.
    private mutating func isDefinition(
        _ citation: Range<Int>, in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        let end = citation.upperBound
        guard isAtLineStart, citation.lowerBound == 0, end < text.count, unsafe text[end] == .colon else {
            return false
        }
        remarks.footnoteDefinitions.append(source.original(cursor.source(start..<cursor.at + 1)))
        return true
    }

    private mutating func appendMarker(for citation: Mark, to text: inout [UInt8]) {
        if isCollecting { plainText.omitCitation() }
        if openLinks.isEmpty {
            Marker.append(marks.count, to: &text)
        } else {
            Marker.append(marks.count, to: &citationsInLink)
        }
        marks.append(citation)
    }

    mutating func readCode(_ node: Node) {
        isAtLineStart = false
        cursor.skipCode()
        unsafe collect(node.literal[...])
    }

    mutating func readLineBreak() {
        isAtLineStart = true
        cursor.skipLineBreak()
        if imageDepth > 0 { alt.append(.space) } else if isCollecting { plainText.appendSpace() }
    }

    mutating func readHTML(_ node: Node) {
        isAtLineStart = false
        let range = unsafe cursor.skipHTML(node.literal)
        guard !options.rawHTML else { return }
        remarks.droppedHTML.append(source.original(cursor.source(range)))
        unsafe node.remove()
    }

    /// Appends text to the description of an image, or to the block's plain text.
    private mutating func collect(_ text: UnsafeBufferPointer<UInt8>.SubSequence) {
        if imageDepth > 0 {
            unsafe alt.append(contentsOf: text)
        } else if isCollecting {
            unsafe plainText.append(text)
        }
    }
}
