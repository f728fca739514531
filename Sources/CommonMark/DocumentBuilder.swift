import CCMark
import UTF8Text

/// Builds one document in four steps: parse, walk (which edits the tree and records what it finds), render, and cut the
/// placeholders out of the HTML.
struct DocumentBuilder {
    let source: ValidSource
    let options: MarkdownOptions
    var document = MarkdownDocument()
    /// What deserves attention; it becomes a part of the document at the end, if it is anything.
    var remarks = MarkdownDocument.Remarks()
    var marks: [Mark] = []

    // Blocks.
    var lines: SourceLines
    var outline: HeadingOutline
    var gaps: DefinitionGaps
    /// The number of quotes around the current block.
    var quoteDepth = 0
    /// The level and range of the heading whose inlines are being read.
    var pendingHeading: (level: Int, range: Range<Int>)?

    // Inlines of the current block.
    var cursor = InlineCursor()
    /// The links and images around the current inline.
    var openLinks: [OpenLink] = []
    var imageDepth = 0
    /// The description of the outermost image so far.
    var alt: [UInt8] = []
    /// Markers of the citations in the current link's text. They are placed after the link, because a note is a link
    /// too.
    var citationsInLink: [UInt8] = []
    /// Whether the next text is at the beginning of a line of its block.
    var isAtLineStart = false
    var plainText = PlainText()
    /// Whether the block's plain text is needed.
    var isCollecting = false
    /// Bytes whose occurrence makes a block worth following, because they may be Markdown of another dialect.
    private(set) var watched: [UInt8] = []

    /// The number of nodes that enclose the current one.
    private var depth = 0
    /// The number of nodes that libcmark has visited to insert markers.
    private var looks = 0

    /// Reads and renders a source.
    static func document(of source: ValidSource, options: MarkdownOptions) -> MarkdownDocument {
        var builder = DocumentBuilder(source, options: options)
        builder.remarks.unreadTail = source.unreadTail
        if let range = unsafe NestingCost.tooNested(source.bytes) { return builder.refused(at: range) }
        if let tree = unsafe SyntaxTree(source.bytes) {
            builder.walk(tree)
            if builder.remarks.tooNested != nil { return builder.refused(at: 0..<0) }
            builder.render(tree)
        }
        if builder.remarks != .none { builder.document.remarks.fields = builder.remarks }
        return builder.document
    }

    /// A document that records only why the source was refused.
    private func refused(at range: Range<Int>) -> MarkdownDocument {
        var refused = MarkdownDocument.empty
        refused.remarks[\.tooNested] = remarks.tooNested ?? source.original(range)
        return refused
    }

    /// Whether markers are nested so deep that inserting another takes too long. Records the source range if so.
    mutating func isTooNested() -> Bool {
        looks += depth
        if unsafe looks <= NestingCost.most + NestingCost.mostPerByte * source.bytes.count { return false }
        let range = cursor.isFollowing ? cursor.source(cursor.at..<cursor.at) : 0..<0
        if remarks.tooNested == nil { remarks.tooNested = source.original(range) }
        return true
    }

    private init(_ source: ValidSource, options: MarkdownOptions) {
        self.source = source
        self.options = options
        lines = unsafe SourceLines(source.bytes)
        outline = HeadingOutline(topLevel: options.headingLevel)
        gaps = unsafe DefinitionGaps(SourceLines(source.bytes))
        watched = unsafe ShownSourceFinder.watched(in: source.bytes)
    }

    private mutating func walk(_ tree: borrowing SyntaxTree) {
        guard var events = TreeEvents(tree) else { return }
        while let (isEntering, node) = unsafe events.next() {
            if isEntering {
                // Asked before entering, which may remove the node.
                let holdsOthers = unsafe node.holdsOthers
                if unsafe enter(node) {
                    if holdsOthers { depth += 1 }
                    continue
                }
                unsafe events.skipInside(of: node)
                unsafe leave(node)
                continue
            }
            depth -= 1
            unsafe leave(node)
            if remarks.tooNested != nil { return }
        }
        let definitions = gaps.finish()
        guard !definitions.isEmpty else { return }
        remarks.footnoteDefinitions += definitions.map(source.original)
        remarks.footnoteDefinitions.sort { $0.lowerBound < $1.lowerBound }
    }

    /// Enters a node, and returns false if its contents are of no interest.
    private mutating func enter(_ node: Node) -> Bool {
        switch unsafe node.kind {
        case CMARK_NODE_TEXT: unsafe readText(node)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: readLineBreak()
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: return unsafe beginBlock(node)
        case CMARK_NODE_LINK: unsafe beginLink(node)
        case CMARK_NODE_IMAGE: beginImage()
        case CMARK_NODE_EMPH: cursor.skipDelimiters(1)
        case CMARK_NODE_STRONG: cursor.skipDelimiters(2)
        case CMARK_NODE_CODE: unsafe readCode(node)
        case CMARK_NODE_HTML_INLINE: unsafe readHTML(node)
        case CMARK_NODE_HTML_BLOCK: unsafe readHTMLBlock(node)
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_THEMATIC_BREAK: unsafe gaps.cover(node.lines)
        case CMARK_NODE_BLOCK_QUOTE: quoteDepth += 1
        default: break
        }
        return true
    }

    private mutating func leave(_ node: Node) {
        switch unsafe node.kind {
        case CMARK_NODE_PARAGRAPH: endParagraph()
        case CMARK_NODE_HEADING: unsafe endHeading(node)
        case CMARK_NODE_LINK: unsafe endLink(node)
        case CMARK_NODE_IMAGE: unsafe endImage(node)
        case CMARK_NODE_EMPH: cursor.skipDelimiters(1)
        case CMARK_NODE_STRONG: cursor.skipDelimiters(2)
        case CMARK_NODE_BLOCK_QUOTE: quoteDepth -= 1
        default: break
        }
    }

    private mutating func render(_ tree: borrowing SyntaxTree) {
        let isBare = options.inline && Self.isSingleParagraph(tree)
        let mayBeMalformed = unsafe source.bytes.contains(pair: .ampersand, .hash)
        let marks = marks
        let cut = unsafe tree.withHTML(unsafe: options.rawHTML) { bytes in
            let range = isBare ? "<p>".utf8.count..<bytes.count - "</p>\n".utf8.count : 0..<bytes.count
            return unsafe PlaceholderCutter.cut(
                bytes, range: range, marks: marks, mayBeMalformed: mayBeMalformed)
        }
        if let cut { (document.html, document.placeholders) = cut }
    }

    private static func isSingleParagraph(_ tree: borrowing SyntaxTree) -> Bool {
        guard let first = unsafe cmark_node_first_child(tree.root) else { return false }
        return unsafe first.kind == CMARK_NODE_PARAGRAPH && cmark_node_next(first) == nil
    }
}
