import CommonMark
import UTF8Text

/// A field of an import in HTML, converted to Markdown that renders as readers saw it.
///
/// Paragraphs, headings, lists, quotes, code, links, emphasis and line breaks have forms in Markdown. Scripts and styles
/// are left out, other elements lose their tags and keep their text, and pictures and films become links: pages load
/// nothing from other servers. Everything that is lost is listed.
struct HTMLMarkdown {
    /// Something that Markdown does not express.
    struct Loss: Equatable {
        enum Kind: Equatable {
            /// An element with its content: a script, a style, a comment.
            case element
            /// The tags of an element, whose text remains.
            case tags
            /// The address of a link, whose text remains.
            case address
            /// A scheme was added to an address.
            case completedAddress
            /// A picture or a film, which became a link.
            case embedded
            /// Emphasis that begins or ends within a word, where Markdown has none.
            case emphasis
        }

        var kind: Kind
        /// The name of the element, or the address.
        var name: String
    }

    /// The Markdown, without a line end after it; paragraphs are separated by empty lines.
    let markdown: String
    /// The losses in the order of the text, each kind of element once.
    let losses: [Loss]

    init(_ html: String) {
        var writer = HTMLBlockWriter(html)
        writer.run()
        markdown = writer.blocks.text
        losses = writer.losses
    }

    /// Returns the text of a field without any markup, with white space collapsed; and the losses.
    static func plainText(_ html: String) -> (text: String, losses: [Loss]) {
        var scanner = HTMLScanner(Array(html.utf8))
        var text = ""
        var losses: [Loss] = []
        while let token = scanner.next() {
            switch token {
            case .text(let range): text += HTMLReferences.decoded(scanner.bytes[range])
            case .start(let tag):
                if tag.name == "br" || HTMLBlockWriter.isBlock(tag.name) { text += " " }
                if let address = scanner.value(of: tag.name == "a" ? "href" : "src", in: tag) {
                    losses.append(Loss(kind: .address, name: address))
                }
            case .end(let name): if HTMLBlockWriter.isBlock(name) { text += " " }
            case .hidden(let name): losses.append(Loss(kind: .element, name: name))
            }
        }
        return (collapsed(text), losses)
    }

    /// The text with runs of white space as one space, and none at its ends; no-break spaces are kept.
    static func collapsed(_ text: String) -> String {
        // Nearly every text is on one line already.
        var last: UInt8 = 0x20
        let isCollapsed = text.utf8.allSatisfy { byte in
            defer { last = byte }
            return byte > 0x20 || byte == 0x20 && last != 0x20
        }
        if isCollapsed, last != 0x20 || text.isEmpty { return text }
        return text.split { $0.isASCII && $0.isWhitespace }.joined(separator: " ")
    }

    /// The text without white space and control characters of ASCII at its ends.
    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        let end = (bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// Converts the blocks of HTML.
struct HTMLBlockWriter {
    private(set) var blocks = MarkdownBlocks()
    private(set) var losses: [HTMLMarkdown.Loss] = []
    private var scanner: HTMLScanner
    private var inline = InlineMarkdown()
    private var heading: Int?
    private var codeDepth = 0
    private var code = ""
    /// The text of a `pre` element; nil outside of one.
    private var preformatted: String?
    private var lastWasBreak = false

    init(_ html: String) { scanner = HTMLScanner(Array(html.utf8)) }

    mutating func run() {
        while let token = scanner.next() {
            switch token {
            case .text(let range): add(text: HTMLReferences.decoded(scanner.bytes[range]))
            case .start(let tag): start(tag)
            case .end(let name): end(name)
            case .hidden(let name): lose(.element, name)
            }
        }
        endCode()
        endPreformatted()
        endParagraph()
        if inline.droppedEmphases > 0 { lose(.emphasis, "emphasis within a word") }
    }

    private mutating func lose(_ kind: HTMLMarkdown.Loss.Kind, _ name: String) {
        let loss = HTMLMarkdown.Loss(kind: kind, name: name)
        // A text with thousands of links may lose each; a report of them all helps nobody.
        if losses.count < 50, !losses.contains(loss) { losses.append(loss) }
    }

    // MARK: Text

    private mutating func add(text: String) {
        if preformatted != nil {
            preformatted?.append(text)
        } else if codeDepth > 0 {
            code += text
        } else {
            // An empty line in a field was meant as the end of a paragraph.
            let parts = Self.paragraphs(of: text)
            for (number, part) in parts.enumerated() {
                if number > 0 { endParagraph() }
                if part.utf8.contains(where: { $0 > 0x20 }) { lastWasBreak = false }
                inline.append(text: part)
            }
        }
    }

    /// The parts of a text between empty lines.
    static func paragraphs(of text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "\n")) || text.utf8.contains(UInt8(ascii: "\r")) else {
            return [text]
        }
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").parts(between: "\n")
        guard lines.count > 2 else { return [text] }
        var parts: [String] = [""]
        for (number, line) in lines.enumerated() {
            let isBlank = line.utf8.allSatisfy { $0 <= 0x20 }
            if isBlank, number > 0, number + 1 < lines.count {
                if parts.last?.isEmpty == false { parts.append("") }
            } else {
                parts[parts.count - 1] += line + "\n"
            }
        }
        return parts
    }

    private mutating func endParagraph() {
        if inline.isEmpty { return }
        let text = inline.finish()
        if text.isEmpty { return }
        if let heading {
            blocks.add(heading: text.replacing("\\\n", with: " "), level: heading)
        } else {
            blocks.add(paragraph: text)
        }
        lastWasBreak = false
    }

    private mutating func endCode() {
        if codeDepth > 0 { inline.append(code: code) }
        (code, codeDepth) = ("", 0)
    }

    private mutating func endPreformatted() {
        guard let text = preformatted else { return }
        preformatted = nil
        blocks.add(code: text)
    }

    // MARK: Elements

    static func isBlock(_ name: String) -> Bool { blockElements.contains(name) }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
        "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
        "table",
        "tbody", "tfoot", "thead", "tr", "ul",
    ]
    /// Block elements that say nothing by themselves.
    private static let plainBlocks: Set<String> = [
        "article", "aside", "body", "div", "footer", "header", "html", "main", "p", "section",
    ]
    private static let embedded: [String: String] = [
        "img": "src", "iframe": "src", "video": "src", "audio": "src", "source": "src", "embed": "src",
        "object": "data",
    ]

    private mutating func start(_ tag: HTMLTag) {
        if Self.isBlock(tag.name) {
            endCode()
            endParagraph()
        }
        switch tag.name {
        case "br": addBreak()
        case "em", "i", "cite", "dfn", "var", "address": inline.begin(.emphasis)
        case "b", "strong", "th", "dt": inline.begin(.strong)
        case "code", "kbd", "samp", "tt": codeDepth += 1
        case "a": startLink(tag)
        case "h1", "h2", "h3", "h4", "h5", "h6": heading = max(2, Int(tag.name.dropFirst()) ?? 2)
        case "ul": blocks.begin(.bulletList)
        case "ol":
            blocks.begin(.orderedList(start: scanner.value(of: "start", in: tag).flatMap { Int($0) } ?? 1))
        case "li": blocks.beginItem()
        case "blockquote": blocks.begin(.quote)
        case "pre": preformatted = ""
        case "hr": blocks.addRule()
        case "q": inline.append(text: "“")
        case "td": if !inline.isEmpty { inline.append(text: " · ") }
        case _ where Self.embedded[tag.name] != nil: addEmbedded(tag)
        case "tr", "tbody", "thead", "wbr", "figure", "figcaption", "dl", "dd": break
        case _ where Self.plainBlocks.contains(tag.name): break
        default: lose(.tags, tag.name)
        }
        if tag.name == "th", !inline.isEmpty { inline.append(text: " · ") }
        if tag.name == "table" { lose(.tags, "table") }
    }

    private mutating func end(_ name: String) {
        if Self.isBlock(name) {
            endCode()
            endParagraph()
        }
        switch name {
        case "em", "i", "cite", "dfn", "var", "address": inline.end(.emphasis)
        case "b", "strong", "th", "dt": inline.end(.strong)
        case "code", "kbd", "samp", "tt": endCode()
        case "a": inline.endLink()
        case "h1", "h2", "h3", "h4", "h5", "h6": heading = nil
        case "ul", "ol": blocks.endList()
        case "li": blocks.endItem()
        case "blockquote": blocks.endQuote()
        case "pre": endPreformatted()
        case "q": inline.append(text: "”")
        default: break
        }
    }

    private mutating func addBreak() {
        if preformatted != nil {
            preformatted?.append("\n")
        } else if lastWasBreak {
            endParagraph()
        } else if heading == nil {
            inline.appendBreak()
            lastWasBreak = !inline.isEmpty
        } else {
            inline.append(text: " ")
        }
    }

    private mutating func startLink(_ tag: HTMLTag) {
        inline.endLink()
        guard let written = scanner.value(of: "href", in: tag) else { return }
        let title = scanner.value(of: "title", in: tag).map(HTMLMarkdown.collapsed) ?? ""
        if let address = usable(written) { inline.begin(.link(address: address, title: title)) }
    }

    /// The address to use; nil, and reported, if it is none of the web.
    private mutating func usable(_ written: String) -> String? {
        let address = LinkAddress(written)
        if address.usable == nil { lose(.address, address.written) }
        if address.isCompleted { lose(.completedAddress, address.written) }
        return address.usable
    }

    private mutating func addEmbedded(_ tag: HTMLTag) {
        let attribute = Self.embedded[tag.name] ?? "src"
        let alt = HTMLMarkdown.collapsed(
            scanner.value(of: "alt", in: tag) ?? scanner.value(of: "title", in: tag) ?? "")
        guard let written = scanner.value(of: attribute, in: tag) else {
            if !alt.isEmpty { inline.append(text: alt) }
            return
        }
        guard let address = usable(written) else {
            if !alt.isEmpty { inline.append(text: alt) }
            return
        }
        lose(.embedded, tag.name)
        if inline.isWithinLink {
            inline.append(text: alt.isEmpty ? address : alt)
        } else {
            inline.begin(.link(address: address, title: ""))
            if !alt.isEmpty { inline.append(text: alt) }
            inline.endLink()
        }
        lastWasBreak = false
    }
}
