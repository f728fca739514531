/// Separates the white space that belongs to a template's tags from that which is rendered.
///
/// The Mustache specification lets a tag that is alone on its line remove the line ("standalone"). Tags of
/// inheritance may share such a line, and a parent is standalone if its opening tag begins a line and its closing tag
/// ends one ("need not be on separate lines in order to be standalone").
struct TemplateLayout {
    /// A token or part of one that remains when standalone lines are removed.
    enum Piece {
        /// The start of a line with this white space, where a partial's indentation is added.
        case lineStart(Range<Int>)
        /// A byte range of text.
        case text(Range<Int>)
        /// The index of a tag's token.
        case tag(Int)
    }

    /// The line that a standalone tag removes.
    struct OwnLine {
        /// The white space before the tag.
        let indentation: Range<Int>
        /// The line end after the tag.
        let lineEnd: Range<Int>
        /// Whether the line consists of the opening and closing tag of one block.
        var isPair = false
    }

    /// The remaining pieces in order.
    private(set) var pieces: [Piece] = []
    /// The lines that standalone tags remove, by token index.
    private(set) var ownLines: [Int: OwnLine] = [:]

    private let tokens: [TemplateToken]
    private let pairs: TemplatePairs
    private let bytes: [UInt8]
    /// The indices of white-space tokens that are not rendered.
    private var dropped: Set<Int> = []

    init(_ tokens: [TemplateToken], _ pairs: TemplatePairs, of source: TemplateSource) {
        self.tokens = tokens
        self.pairs = pairs
        bytes = source.bytes
        let lines = lines()
        for line in lines where standsAlone(line) { takeLine(line) }
        for line in lines { takeParent(startingIn: line) }
        for line in lines { append(line) }
    }

    /// Returns the range of tokens of each line.
    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() {
            guard case .text(let range) = token, endsLine(range) else { continue }
            lines.append(start..<index + 1)
            start = index + 1
        }
        if start < tokens.count { lines.append(start..<tokens.count) }
        return lines
    }

    // MARK: Standalone lines

    /// Whether a line is standalone: apart from white space it contains one tag that renders nothing itself, or
    /// several tags of inheritance.
    private func standsAlone(_ line: Range<Int>) -> Bool {
        let tags = line.filter { tokens[$0].tag != nil }
        guard !tags.isEmpty, line.allSatisfy({ isBlank($0) || tokens[$0].tag?.writes == false }) else {
            return false
        }
        if tags.count == 1 || isPair(tags) { return true }
        guard tags.allSatisfy({ isInheritance($0) }) else { return false }
        // A block on a single line may be overridden by text, which would share the line with the other tags; inside
        // a parent tag it is the overriding text.
        if tokens[tags[0]].tag?.kind == .parent { return true }
        return tags.allSatisfy { tokens[$0].tag?.kind != .block || !line.contains(pairs.ends[$0] ?? -1) }
    }

    /// Whether tags are the opening and closing tag of one block.
    private func isPair(_ tags: [Int]) -> Bool {
        tags.count == 2 && tokens[tags[0]].tag?.kind == .block && pairs.ends[tags[0]] == tags[1]
    }

    /// Removes a standalone line.
    private mutating func takeLine(_ line: Range<Int>) {
        let tags = line.filter { tokens[$0].tag != nil }
        let isPair = isPair(tags)
        let start = offset(of: line.lowerBound)
        let end = isBlank(line.upperBound - 1) ? lineEnd(of: line.upperBound - 1) : bytes.count..<bytes.count
        for tag in tags {
            let indentation = start..<(tag == tags[0] ? offset(of: tag) : start)
            ownLines[tag] = OwnLine(indentation: indentation, lineEnd: end, isPair: isPair)
        }
        dropped.formUnion(line.filter { isBlank($0) })
    }

    /// Removes the lines of a parent whose blocks have content on the lines of its own tags; that content is not
    /// rendered there.
    private mutating func takeParent(startingIn line: Range<Int>) {
        guard let first = line.first(where: { !isBlank($0) }), tokens[first].tag?.kind == .parent,
            let end = pairs.ends[first], end < tokens.count
        else { return }
        if ownLines[end] == nil {
            guard end + 1 == tokens.count || isBlank(end + 1) else { return }
            if end + 1 < tokens.count {
                guard end + 2 == tokens.count || !lineEnd(of: end + 1).isEmpty else { return }
                dropped.insert(end + 1)
            }
        }
        if ownLines[first] == nil {
            let start = offset(of: line.lowerBound)
            ownLines[first] = OwnLine(indentation: start..<offset(of: first), lineEnd: start..<start)
            dropped.formUnion(line.lowerBound..<first)
        }
    }

    // MARK: Pieces

    /// Adds the remaining pieces of a line.
    private mutating func append(_ line: Range<Int>) {
        let first = line.first { tokens[$0].tag != nil }
        var needsStart = first.map { ownLines[$0] == nil } ?? true
        for index in line where !dropped.contains(index) {
            let range = range(of: index)
            var start = range.lowerBound
            if needsStart {
                if case .text = tokens[index] {
                    while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 {
                        start += 1
                    }
                }
                pieces.append(.lineStart(range.lowerBound..<start))
                needsStart = false
            }
            if tokens[index].tag != nil {
                pieces.append(.tag(index))
            } else if start < range.upperBound {
                pieces.append(.text(start..<range.upperBound))
            }
        }
    }

    // MARK: Tokens

    private func range(of index: Int) -> Range<Int> {
        switch tokens[index] {
        case .text(let range): range
        case .tag(let tag): tag.range
        }
    }

    private func offset(of index: Int) -> Int { range(of: index).lowerBound }

    /// Whether a token is text of white space only.
    private func isBlank(_ index: Int) -> Bool {
        guard case .text(let range) = tokens[index] else { return false }
        return bytes[range].allSatisfy(\.isTemplateSpace)
    }

    /// Whether a token is a parent or block tag, or closes one.
    private func isInheritance(_ index: Int) -> Bool {
        switch tokens[index].tag?.kind {
        case .parent, .block: true
        case .close: pairs.openings[index].map { isInheritance($0) } ?? false
        default: false
        }
    }

    private func endsLine(_ range: Range<Int>) -> Bool { bytes[range.upperBound - 1] == UInt8(ascii: "\n") }

    /// Returns the line feed, or carriage return and line feed, at the end of a text; empty if it has none.
    private func lineEnd(of index: Int) -> Range<Int> {
        let range = range(of: index)
        guard endsLine(range) else { return range.upperBound..<range.upperBound }
        let feed = range.upperBound - 1
        let hasReturn = feed > range.lowerBound && bytes[feed - 1] == UInt8(ascii: "\r")
        return (hasReturn ? feed - 1 : feed)..<range.upperBound
    }
}
