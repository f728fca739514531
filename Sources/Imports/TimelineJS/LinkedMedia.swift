import CommonMark
import TimelineModel

/// A picture, film or page on the web that a slide shows. Dateline loads nothing from other servers, and links to it.
struct LinkedMedia {
    var address: String
    var title: String?
    var alt: String?
    /// The caption in inline Markdown.
    var caption: String?
    var credit: String?

    /// The item below `media`, whose card links to the address.
    var item: YAMLValue {
        let pairs: [(String, String?)] = [
            ("url", address), ("title", title), ("alt", alt), ("caption", caption), ("credit", credit),
        ]
        return .map(pairs.compactMap { key, text in text.map { YAMLPair(key, .text($0)) } })
    }

    /// The same in paragraphs of Markdown, for a page, which has no media of its own.
    var paragraphs: [String] {
        let words = markdownText(title ?? alt ?? address, isLineStart: false)
        return ["[\(words)](\(LinkAddress.destination(address)))", caption, credit.map { markdownText($0) }]
            .compactMap(\.self)
    }
}
