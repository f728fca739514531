import UTF8Text

extension MarkdownDocument {
    /// A use of another Markdown dialect that CommonMark does not have, so that readers see it as it was typed.
    public struct ShownSource: Sendable, Equatable {
        /// The construct that the author most likely meant.
        public enum Kind: Sendable, Equatable {
            /// A link, image or definition whose address contains a space; the value is the address as it would have to
            /// be written. Only an address can be meant: it begins as one, or is an image's.
            case blankInAddress(String)
            /// The same for parentheses that merely end like a file name, with a dot and letters; it is an address if
            /// the site can have such a file.
            case blankInFile(String)
            /// A construct of another dialect.
            case table, task, strikethrough, highlight, wikiLink, headingID, headingWithoutBlank
            /// `[text][label]` with an undefined label.
            case undefinedLabel(String)
            /// `<www.example.org>`, an address without its scheme.
            case addressWithoutScheme(String)
        }

        /// The construct, with its value.
        public let kind: Kind
        /// The range of the construct in the source: for a link its address, for a table the line below its head.
        public let sourceRange: Range<Int>
    }
}

/// Searches text of a paragraph or heading, in which libcmark has found no links, code or tags, for constructs of other
/// dialects. Anything that may occur in ordinary prose is ignored.
struct ShownSourceFinder {
    typealias Found = (kind: MarkdownDocument.ShownSource.Kind, range: Range<Int>)

    /// The paragraph or heading that contains the text.
    let bytes: [UInt8]
    let range: Range<Int>
    var found: [Found] = []

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    /// The bytes whose occurrence makes a block without brackets worth searching in this source.
    static func watched(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var watched: [UInt8] = []
        let all = 0..<bytes.count
        if unsafe bytes.firstOffset(of: pipe, in: all) != nil { watched.append(pipe) }
        if unsafe bytes.contains(pair: tilde, tilde) { watched.append(tilde) }
        if unsafe bytes.contains(pair: .equals, .equals) { watched.append(.equals) }
        if unsafe bytes.contains(pair: openBrace, .hash) { watched.append(openBrace) }
        return watched
    }

    private static let pipe = UInt8(ascii: "|")
    private static let tilde = UInt8(ascii: "~")
    private static let openBrace = UInt8(ascii: "{")
    private static let closeBrace = UInt8(ascii: "}")

    // MARK: Spans

    /// Finds the constructs within a line.
    mutating func findSpans(fromLineStart: Bool) {
        var at =
            fromLineStart && byte(range.lowerBound) == .openBracket
            ? readDefinition(range.lowerBound) : range.lowerBound
        while at < range.upperBound {
            switch bytes[at] {
            case .backslash: at += 2
            case .closeBracket: at = readAfterBracket(at)
            case .openBracket: at = readWikiLink(at)
            case .lessThan: at = readAddress(at)
            case Self.tilde: at = readPair(at, of: Self.tilde, .strikethrough)
            case .equals: at = readPair(at, of: .equals, .highlight)
            default: at += 1
            }
        }
    }

    func byte(_ at: Int) -> UInt8? { range.contains(at) ? bytes[at] : nil }

    /// The offset of the next unescaped `wanted` byte, at most ``farthest`` bytes away.
    func first(_ wanted: UInt8, from start: Int) -> Int? {
        var at = start
        while at < min(range.upperBound, start + Self.farthest) {
            if bytes[at] == .backslash { at += 1 } else if bytes[at] == wanted { return at }
            at += 1
        }
        return nil
    }

    static let farthest = 300

    /// Reads `~~gone~~` or `==important==`: two signs before a word, and two behind one.
    private mutating func readPair(
        _ start: Int, of sign: UInt8, _ kind: MarkdownDocument.ShownSource.Kind
    ) -> Int {
        var end = start
        while byte(end) == sign { end += 1 }
        guard end - start == 2, isWord(byte(end)), !isWord(byte(start - 1)) else { return end }
        var at = end
        while let close = first(sign, from: at) {
            var after = close
            while byte(after) == sign { after += 1 }
            let last = bytes[close - 1]
            if after - close == 2, isWord(last) || ".,;:!?)\"'".utf8.contains(last), !isWord(byte(after)) {
                found.append((kind, start..<after))
                return after
            }
            at = after
            if at - end > Self.farthest { break }
        }
        return end
    }

    func isWord(_ byte: UInt8?) -> Bool {
        byte.map { $0.isASCIIAlphanumeric || $0 >= 0x80 } ?? false
    }

    /// Reads `](my file.md)` or `][label]`, where libcmark has found no link.
    private mutating func readAfterBracket(_ close: Int) -> Int {
        if byte(close + 1) == .openParenthesis { return readDestination(close) }
        guard byte(close + 1) == .openBracket, let end = first(.closeBracket, from: close + 2) else {
            return close + 1
        }
        let label = bytes[(close + 2)..<end]
        let text = opening(before: close).map { bytes[($0 + 1)..<close] } ?? []
        // Citations, and numbers as in scholarly texts, may follow each other.
        let isLabel = label.allSatisfy { isWord($0) || "-_.: ".utf8.contains($0) }
        if isLabel, label.contains(where: \.isASCIILetter), text.contains(where: isWord),
            text.first != .caret,
            opening(before: close).map({ $0 == 0 || !isWord(bytes[$0 - 1]) && bytes[$0 - 1] != .closeBracket }
            )
                ?? false
        {
            found.append(
                (.undefinedLabel(String(decoding: label, as: UTF8.self)), (close + 1)..<(end + 1)))
            return end + 1
        }
        return close + 1
    }

    /// The offset of the bracket that a closing one matches. It may lie before the range, since emphasis ends a text
    /// node.
    func opening(before close: Int) -> Int? {
        var (at, depth) = (close - 1, 0)
        while at >= max(0, close - 1000) {
            if bytes[at] == .closeBracket { depth += 1 }
            if bytes[at] == .openBracket, at == 0 || bytes[at - 1] != .backslash {
                if depth == 0 { return at }
                depth -= 1
            }
            at -= 1
        }
        return nil
    }

    /// Reads `[[Page]]`, the links of wikis and note-taking programs.
    mutating func readWikiLink(_ open: Int) -> Int {
        guard byte(open + 1) == .openBracket, let next = byte(open + 2), isWord(next) || next == .hash,
            let close = first(.closeBracket, from: open + 2), byte(close + 1) == .closeBracket,
            byte(close + 2) != .openParenthesis
        else { return open + 1 }
        found.append((.wikiLink, open..<(close + 2)))
        return close + 2
    }

    /// Reads `<www.example.org>`.
    private mutating func readAddress(_ open: Int) -> Int {
        guard let close = first(.greaterThan, from: open + 1) else { return open + 1 }
        let address = bytes[(open + 1)..<close]
        let host = address.prefix { $0 != UInt8(ascii: "/") }
        let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count > 1,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { isWord($0) || $0 == .hyphen } }),
            let last = parts.last, last.count > 1, last.allSatisfy(\.isASCIILetter),
            !address.contains(where: \.isWhitespace)
        else { return open + 1 }
        found.append(
            (.addressWithoutScheme(String(decoding: address, as: UTF8.self)), (open + 1)..<close))
        return close + 1
    }

    // MARK: Lines

    /// Finds the delimiter row below the head of a table, at the beginning of a line.
    mutating func findTable() {
        var end = range.lowerBound
        while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
        let line = bytes[range.lowerBound..<end]
        guard line.contains(Self.pipe), line.contains(.hyphen),
            line.allSatisfy({ $0 == Self.pipe || $0 == .hyphen || $0 == .colon || $0.isSpaceOrTab }),
            range.lowerBound > 0
        else { return }
        var start = range.lowerBound - 1
        while start > 0, bytes[start - 1] != .lineFeed { start -= 1 }
        if bytes[start..<range.lowerBound].contains(Self.pipe) {
            found.append((.table, range.lowerBound..<(range.lowerBound + line.count)))
        }
    }

    /// Finds `[ ]` or `[x]` at the beginning of a list item.
    mutating func findTask() {
        let start = range.lowerBound
        guard byte(start) == .openBracket, let mark = byte(start + 1), byte(start + 2) == .closeBracket,
            mark == .space || mark | 0x20 == UInt8(ascii: "x"), byte(start + 3)?.isSpaceOrTab ?? false
        else { return }
        found.append((.task, start..<(start + 3)))
    }

    /// Finds `## Heading {#id}`.
    mutating func findHeadingID() {
        guard let end = (range.last { !bytes[$0].isWhitespace }), bytes[end] == Self.closeBrace,
            let open = (range.last { bytes[$0] == Self.openBrace }), byte(open + 1) == .hash,
            open == range.lowerBound || bytes[open - 1] != .backslash
        else { return }
        found.append((.headingID, open..<(end + 1)))
    }

    /// Finds `##Heading`.
    mutating func findHeadingWithoutBlank() {
        let signs = range.prefix { bytes[$0] == .hash }
        guard (2...6).contains(signs.count), isWord(byte(range.lowerBound + signs.count)) else { return }
        found.append((.headingWithoutBlank, range.lowerBound..<(range.lowerBound + signs.count)))
    }
}
