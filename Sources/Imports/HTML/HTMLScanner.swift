import UTF8Text

/// A piece of HTML in a field of an import.
enum HTMLToken {
    /// Text with its character references.
    case text(Range<Int>)
    case start(HTMLTag)
    case end(name: String)
    /// A comment, a declaration, or the content of an element that is not shown.
    case hidden(name: String)
}

/// A start tag.
struct HTMLTag {
    /// The name of the element, in lower case.
    var name: String
    /// The ranges of the attributes' names and values, without quotes.
    var attributes: [(name: Range<Int>, value: Range<Int>)]
}

/// Divides HTML into tokens, much as browsers do (HTML, section 13.2.5 Tokenization), in one pass. What is no markup is
/// text: a tag that is not closed before the end, and everything after it.
struct HTMLScanner {
    let bytes: [UInt8]
    private var index = 0
    /// Whether an unclosed tag was found, after which everything is text.
    private var isRestText = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the next token; nil at the end.
    mutating func next() -> HTMLToken? {
        let start = index
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), !isRestText, isMarkup(at: index) {
                if index > start { return .text(start..<index) }
                if let token = markup() { return token }
                isRestText = true
                index = start + 1
            } else {
                index += 1
            }
        }
        return index > start ? .text(start..<index) : nil
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func isMarkup(at index: Int) -> Bool {
        let next = byte(index + 1)
        return next.isASCIILetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
            || next == UInt8(ascii: "/") && byte(index + 2).isASCIILetter
    }

    /// Reads the markup at the current offset; nil if it has no end.
    private mutating func markup() -> HTMLToken? {
        switch byte(index + 1) {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            let isComment = byte(index + 2) == UInt8(ascii: "-") && byte(index + 3) == UInt8(ascii: "-")
            guard let end = offset(after: isComment ? "-->" : ">", from: index + (isComment ? 4 : 2)) else {
                return nil
            }
            index = end
            return .hidden(name: "comment")
        case UInt8(ascii: "/"):
            let name = name(from: index + 2)
            guard let end = offset(after: ">", from: index + 2) else { return nil }
            index = end
            return .end(name: name)
        default:
            guard let tag = startTag() else { return nil }
            guard Self.hiddenElements.contains(tag.name) else { return .start(tag) }
            skipContent(of: tag.name)
            return .hidden(name: tag.name)
        }
    }

    /// Elements whose content readers do not see.
    private static let hiddenElements: Set<String> = [
        "script", "style", "template", "noscript", "noembed", "noframes", "title", "head", "textarea",
        "select",
    ]

    private func name(from start: Int) -> String {
        let name = bytes[start...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        return String(decoding: name.prefix(40).map(\.asciiLowercased), as: UTF8.self)
    }

    private func offset(after end: StaticString, from start: Int) -> Int? {
        let wanted = Array(end.description.utf8)
        var at = start
        while at + wanted.count <= bytes.count {
            guard let found = bytes[at...].firstIndex(of: wanted[0]) else { return nil }
            if bytes[found...].starts(with: wanted) { return found + wanted.count }
            at = found + 1
        }
        return nil
    }

    /// Moves past the end tag of an element, or to the end if it has none.
    private mutating func skipContent(of name: String) {
        let wanted = Array(name.utf8)
        while index < bytes.count {
            guard let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { break }
            index = found + 1
            guard byte(index) == UInt8(ascii: "/") else { continue }
            let isEnd = bytes[(index + 1)...].prefix(wanted.count).lazy.map(\.asciiLowercased)
                .elementsEqual(wanted)
            if isEnd, !byte(index + 1 + wanted.count).isASCIIAlphanumeric {
                index = offset(after: ">", from: index) ?? bytes.count
                return
            }
        }
        index = bytes.count
    }

    // MARK: Start tags

    private mutating func startTag() -> HTMLTag? {
        var tag = HTMLTag(name: name(from: index + 1), attributes: [])
        var at = index + 1
        while byte(at).isASCIIAlphanumeric || byte(at) == UInt8(ascii: "-") { at += 1 }
        while at < bytes.count {
            let next = bytes[at]
            if next == UInt8(ascii: ">") {
                index = at + 1
                return tag
            }
            if next == UInt8(ascii: "/") || isSpace(next) {
                at += 1
                continue
            }
            guard let attribute = attribute(from: at) else { return nil }
            // Nobody needs more, and each is looked through for its name.
            if tag.attributes.count < 64 { tag.attributes.append((attribute.name, attribute.value)) }
            at = attribute.end
        }
        return nil
    }

    private func attribute(from start: Int) -> (name: Range<Int>, value: Range<Int>, end: Int)? {
        var at = start + 1
        while at < bytes.count, !isSpace(bytes[at]), !"=>/".utf8.contains(bytes[at]) { at += 1 }
        let name = start..<at
        var after = at
        while isSpace(byte(after)) { after += 1 }
        guard byte(after) == UInt8(ascii: "=") else { return (name, at..<at, at) }
        at = after + 1
        while isSpace(byte(at)) { at += 1 }
        let quote = byte(at)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = bytes[(at + 1)...].firstIndex(of: quote) else { return nil }
            return (name, (at + 1)..<end, end + 1)
        }
        let valueStart = at
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        return (name, valueStart..<at, at)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Returns the value of an attribute with its character references decoded; nil if the tag does not have it.
    func value(of name: String, in tag: HTMLTag) -> String? {
        let found = tag.attributes.first { attribute in
            bytes[attribute.name].lazy.map(\.asciiLowercased).elementsEqual(name.utf8)
        }
        return found.map { HTMLReferences.decoded(bytes[$0.value]) }
    }
}
