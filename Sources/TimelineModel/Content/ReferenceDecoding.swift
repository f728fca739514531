import CommonMark
import Diagnostics

extension Decoding {
    /// Decodes an id, or a name that no file registers.
    mutating func reference(_ node: YAMLNode, _ type: KeyType) -> Reference? {
        guard let text = text(node, type) else { return nil }
        return reference(text, node.range)
    }

    mutating func reference(_ text: String, _ range: Range<Int>) -> Reference? {
        if Slug.isUsable(text) {
            return Reference(id: text, text: text, isWellFormed: true, range: range)
        }
        guard let id = NameIdentity.id(of: text) else {
            let slug = Slug.make(from: text)
            let isLong = slug.utf8.count > Slug.longest
            report(.invalidID, isLong ? Slug.refusal(of: slug, "id") : "'\(text)' makes no id", range)
            return nil
        }
        return Reference(id: id, text: text, isWellFormed: false, range: range)
    }

    mutating func references(_ node: YAMLNode, of registry: String) -> [Reference] {
        let type = KeyType.id(of: registry)
        return list(node, .list(type)).compactMap { reference($0, type) }
    }

    /// Decodes one actor, or a list of them.
    mutating func actors(_ node: YAMLNode) -> [Reference] {
        let type = KeyType.id(of: "actors")
        return oneOrMore(node).compactMap { reference($0, type) }
    }

    /// Decodes a text in inline Markdown.
    mutating func richText(_ node: YAMLNode) -> RichText? {
        guard let text = text(node, .markdown) else { return nil }
        if reportsLongText(text.utf8.count, at: { _ in node.range }) { return nil }
        let document = MarkdownDocument(text, options: MarkdownOptions(inline: true))
        checkDirection(ofReferencesIn: node, html: document.html)
        // Most texts need no origin, and to find it costs a walk: only where a check may ask.
        let isPlain =
            document.placeholders.isEmpty && document.droppedHTML.isEmpty
            && document.unsafeLinks.isEmpty && document.unusualLinks.isEmpty
            && document.footnoteDefinitions.isEmpty
            && document.shownSource.isEmpty && document.tooNested == nil
        let origin = isPlain ? nil : TextOrigin(of: node, in: bytes).map { RichText.Origin.mapped($0) }
        return RichText(
            document, at: node.range, origin: origin ?? .unknown, keeping: keepsMarkdown ? text.utf8 : nil)
    }
}

extension Slug {
    /// The maximum length of a slug in UTF-8 bytes. File systems limit names to 255 bytes, extension included.
    public static let longest = 200

    /// Whether a text can be the slug or id of a page: well-formed, no longer than ``longest``, and not `index`, which
    /// is the name of list pages.
    public static func isUsable(_ text: String) -> Bool {
        isWellFormed(text) && text != "index" && text.utf8.count <= longest
    }

    /// Returns the summary of a diagnostic about a text that is not a usable slug or id.
    ///
    /// - Parameter noun: `slug` or `id`, for the message. A text that is too long is described by its length.
    public static func refusal(of text: String, _ noun: String) -> String {
        let (letters, bytes) = (text.unicodeScalars.count, text.utf8.count)
        if bytes > longest {
            let size = letters == bytes ? "" : ", which are \(bytes) bytes"
            return "\(noun) of \(letters) letters\(size): file names have room for \(longest)"
        }
        return text == "index"
            ? "'index' is the list of all, and not a valid \(noun)" : "'\(text)' is not a valid \(noun)"
    }
}

extension Rule {
    static let invalidID = Rule(
        "invalid-id", mandatory: true,
        "An id has lower-case letters of any script, digits and hyphens, at most \(Slug.longest) bytes of them, and is not index."
    )
}
