import EDTF
import TimelineModel
import UTF8Text

/// The values of the model as members of JSON objects. A value that is missing has no member.
extension JSONText {
    mutating func text(_ key: String, _ value: String?) {
        if let value { string(key, value) }
    }

    mutating func edtf(_ date: DateExpression?) {
        if let date { string("edtf", date.canonical) }
    }

    mutating func status(_ key: String, _ status: Status?) {
        if let status { string(key, status.rawValue) }
    }

    mutating func decimal(_ key: String, _ value: Decimal?) {
        if let value { number(key, digits: value.jsonDigits) }
    }

    mutating func decimal(_ value: Decimal) { number(nil, digits: value.jsonDigits) }

    mutating func markdown(_ key: String, _ text: RichText?) {
        if let text, let markdown = text.markdown { string(key, utf8: markdown) }
    }

    mutating func texts(_ key: String, _ values: some Collection<String>) {
        if values.isEmpty { return }
        array(key) { json in
            for value in values { json.string(nil, value) }
        }
    }

    /// Writes the ids and names that a key of an entry lists, as the author wrote them.
    mutating func references(_ key: String, _ references: [Reference]) {
        texts(key, references.map(\.text))
    }

    mutating func objects<Item>(
        _ key: String, _ items: [Item], _ write: (inout JSONText, Item) -> Void
    ) {
        if items.isEmpty { return }
        array(key) { json in
            for item in items { json.object { write(&$0, item) } }
        }
    }

    /// Writes sources where they are cited: an id, or the source itself.
    mutating func sources(_ key: String, _ sources: [SourceReference]) {
        if sources.isEmpty { return }
        array(key) { json in
            for source in sources {
                switch source.target {
                case .registered(let reference): json.string(nil, reference.text)
                case .inline(let source): json.object { $0.members(of: source) }
                }
            }
        }
    }

    mutating func members(of source: Source) {
        text("title", source.title)
        text("publisher", source.publisher)
        text("agency", source.agency)
        text("author", source.author)
        edtf(source.date?.value)
        text("url", source.url)
        text("archive_url", source.archiveURL)
        text("accessed", source.accessed?.value.canonical)
        text("language", source.language)
        text("kind", source.kind)
        text("note", source.note)
    }
}

extension Decimal {
    /// The number as JSON allows it: without zeros at its beginning (RFC 8259, section 6).
    fileprivate var jsonDigits: String {
        let isNegative = description.utf8.first == UInt8(ascii: "-")
        let digits = description.utf8.dropFirst(isNegative ? 1 : 0)
        var rest = digits
        while rest.first == UInt8(ascii: "0"), let next = rest.dropFirst().first, next != UInt8(ascii: ".") {
            rest = rest.dropFirst()
        }
        return (isNegative ? "-" : "") + String(Substring(rest))
    }
}
