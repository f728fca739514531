import Diagnostics
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Decoding {
    /// Checks the source of the texts in a file for words that YAML takes for a comment, and for characters that change
    /// the writing direction of the surrounding text.
    ///
    /// The key tables determine the type of each value, so that no text is overlooked. Few files contain anything
    /// suspicious; the others are only scanned.
    ///
    /// - Parameter range: The range of the YAML in the file.
    mutating func checkTexts(of node: YAMLNode, _ subject: SchemaSubject, in range: Range<Int>) {
        let suspicions = Suspicions(of: bytes, in: range)
        if suspicions.isEmpty { return }
        var walk = TextWalk(suspicions: suspicions, end: range.upperBound)
        if subject.isRegistry, case .mapping(let pairs) = node.content {
            for pair in pairs { walk.visit(pair.value, keys: subject.keys) }
        } else {
            walk.visit(node, keys: subject.keys)
        }
        for text in walk.texts {
            if suspicions.contains(.comment) { checkComment(behind: text, range.upperBound) }
            if suspicions.contains(.direction) { checkDirection(of: text.node) }
        }
    }
}

/// The findings of a scan that make a check of the texts necessary.
private struct Suspicions: OptionSet {
    let rawValue: UInt8
    /// A `#` after a space.
    static let comment = Suspicions(rawValue: 1)
    /// A character that controls direction, or a backslash, which may escape one.
    static let direction = Suspicions(rawValue: 2)
}

extension Suspicions {
    init(of bytes: [UInt8], in range: Range<Int>) {
        self = []
        let isSuspicious = unsafe bytes.withUnsafeBytes { bytes in
            guard let start = unsafe bytes.baseAddress.map({ unsafe $0 + range.lowerBound }) else {
                return false
            }
            // The C library looks at many bytes at once.
            return unsafe memchr(start, 0x23, range.count) != nil || memchr(start, 0x5C, range.count) != nil
                || memchr(start, 0xE2, range.count) != nil
        }
        if isSuspicious { look(at: bytes, in: range) }
    }

    private mutating func look(at bytes: [UInt8], in range: Range<Int>) {
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "#"):
                if index > range.lowerBound, isBlank(bytes[index - 1]) { insert(.comment) }
            case UInt8(ascii: "\\"): insert(.direction)
            case 0xE2 where index + 2 < range.upperBound:
                if DirectionControl(second: bytes[index + 1], third: bytes[index + 2]) != nil {
                    insert(.direction)
                }
            default: break
            }
        }
    }
}

/// A scalar and the type of the key it belongs to.
private struct WrittenText {
    var node: YAMLNode
    var type: KeyType
}

/// Collects the texts of a YAML tree, guided by the key tables.
private struct TextWalk {
    let suspicions: Suspicions
    let end: Int
    private(set) var texts: [WrittenText] = []

    init(suspicions: Suspicions, end: Int) {
        self.suspicions = suspicions
        self.end = end
    }

    mutating func visit(_ node: YAMLNode, keys format: ObjectFormat) {
        guard case .mapping(let pairs) = node.content else { return }
        for pair in pairs {
            guard let key = format.keys.first(where: { $0.name == pair.key.scalar }) else { continue }
            visit(pair.value, key.type)
        }
    }

    private mutating func visit(_ node: YAMLNode, _ type: KeyType) {
        switch (node.content, type) {
        case (.refused, _): break
        case (.scalar, .list(let element)), (.scalar, .oneOrMore(let element)): visit(node, element)
        case (.scalar, _): texts.append(WrittenText(node: node, type: type))
        case (.sequence(let items), .list(let element)), (.sequence(let items), .oneOrMore(let element)):
            for item in items { visit(item, element) }
        case (.sequence(let items), _): for item in items { visit(item, type) }
        case (.mapping, .object(let name)), (.mapping, .textOrObject(let name)),
            (.mapping, .boolOrObject(let name)):
            if let format = ObjectFormat.named[name] { visit(node, keys: format) }
        case (.mapping(let pairs), .map(let element)): for pair in pairs { visit(pair.value, element) }
        case (.mapping(let pairs), _): for pair in pairs { visit(pair.value, type) }
        }
    }
}

// MARK: Comments

extension Decoding {
    /// Reports a text that a comment cuts off, if the comment may be meant as part of it.
    fileprivate mutating func checkComment(behind text: WrittenText, _ end: Int) {
        // Behind a quote that closes nothing is cut.
        guard text.node.isPlain, let comment = Comment(behind: text.node, in: bytes, end: end),
            text.type.mayHold(comment, text.node)
        else { return }
        report(
            .commentInText, "'\(source(comment.range))' is read as a comment", comment.range,
            fixIts: [fix(for: text, comment)])
    }

    private func fix(for text: WrittenText, _ comment: Comment) -> Diagnostic.FixIt {
        let written = text.node.range.lowerBound..<comment.range.upperBound
        let isOneLine = !bytes[written].contains { $0 == 0x0A || $0 == 0x0D }
        guard isOneLine else { return Diagnostic.FixIt("put the whole text in quotes") }
        let isEmpty = text.node.range.isEmpty
        let words = source(isEmpty ? comment.range : written)
        let range = isEmpty ? comment.range : written
        // In place of a colour nothing but a colour can be meant: quotes are its form. All else may be a remark.
        let isColour =
            text.type.isColour && isEmpty && words.utf8.dropFirst().allSatisfy { $0.isASCIIHexDigit }
        return .replace(
            location(range), with: quotedScalar(words), safe: isColour && [4, 7].contains(words.utf8.count))
    }

}

/// A comment on the line on which a value ends.
private struct Comment {
    var range: Range<Int>
    /// The number of spaces before the comment.
    var gap: Int
    /// Whether no space follows the `#`, as in `#1874`.
    var isTight: Bool

    init?(behind node: YAMLNode, in bytes: [UInt8], end: Int) {
        var start = node.range.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        gap = start - node.range.upperBound
        guard gap > 0, start < end, bytes[start] == UInt8(ascii: "#") else { return nil }
        var last = start
        var index = start
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if !isBlank(bytes[index]) { last = index }
            index += 1
        }
        range = start..<last + 1
        isTight = last > start && !isBlank(bytes[start + 1]) && bytes[start + 1] != UInt8(ascii: "#")
    }
}

extension KeyType {
    /// Whether the words after a value may be part of it. This is so if no space follows their `#`, unlike in most
    /// comments, or if they interrupt a sentence; comments aligned in a column have at least two spaces before them.
    fileprivate func mayHold(_ comment: Comment, _ node: YAMLNode) -> Bool {
        switch self {
        case .text, .markdown:
            comment.isTight
                || !node.isNull && comment.gap == 1 && isMidSentence(node.scalar ?? "")
        case .code, .id, .textOrObject, .url, .colour, .anything: comment.isTight
        case .date, .integer, .number, .bool, .oneOf, .list, .oneOrMore, .object, .boolOrObject, .map,
            .ruleLevels:
            false
        }
    }

    fileprivate var isColour: Bool {
        if case .colour = self { return true }
        return false
    }
}

/// Whether a text ends without a sign that ends a sentence; false for an empty text.
private func isMidSentence(_ text: String) -> Bool {
    let closing: Set<Unicode.Scalar> = [")", "]", "\"", "'", "’", "”", "»", "›", "」", "』", "）", "*", "_"]
    let ends: Set<Unicode.Scalar> = [
        ".", "!", "?", "…", "。", "！", "？", "．", "؟", "۔", "।", "॥", "։", "።", ":",
    ]
    guard let last = text.unicodeScalars.last(where: { !closing.contains($0) }) else { return false }
    return !ends.contains(last)
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension Rule {
    static let commentInText = Rule(
        "comment-in-text", .warning, "A text that contains a space and # is quoted.",
        because: "YAML takes the rest of the line as a comment, and readers never see it.")
}
