/// Decides which white space belongs to a template's tags and not to what it writes.
///
/// The specification lets a tag that stands alone on its line take the line with it ("standalone"). Tags of
/// inheritance may share such a line, and a parent stands alone where its opening tag begins a line and its
/// closing tag ends one ("need not be on separate lines in order to be standalone").
struct TemplateLayout {
    /// What is left when standalone lines are gone, in order.
    enum Piece {
        /// A line begins, with this white space: where a partial's indentation goes.
        case lineStart(Range<Int>)
        case text(Range<Int>)
        case tag(Int)
    }

    /// The line that a standalone tag takes with it.
    struct OwnLine {
        /// The white space before the tag.
        let indentation: Range<Int>
        /// The line end after it.
        let lineEnd: Range<Int>
        /// Whether opening and closing tag of a block are the whole line.
        var isPair = false
    }

    private(set) var pieces: [Piece] = []
    /// The own lines of standalone tags, by token.
    private(set) var ownLines: [Int: OwnLine] = [:]

    private let tokens: [TemplateToken]
    private let pairs: TemplatePairs
    private let bytes: [UInt8]
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

    /// One tag that writes nothing itself, or several tags of inheritance, with white space at most.
    private func standsAlone(_ line: Range<Int>) -> Bool {
        let tags = line.filter { tokens[$0].tag != nil }
        guard !tags.isEmpty, line.allSatisfy({ isBlank($0) || tokens[$0].tag?.writes == false }) else {
            return false
        }
        if tags.count == 1 || isPair(tags) { return true }
        guard tags.allSatisfy({ isInheritance($0) }) else { return false }
        // A block that ends where it began may be filled with text, which would share its line with the
        // other tags; within a parent tag it is the text that fills another block.
        if tokens[tags[0]].tag?.kind == .parent { return true }
        return tags.allSatisfy { tokens[$0].tag?.kind != .block || !line.contains(pairs.ends[$0] ?? -1) }
    }

    private func isPair(_ tags: [Int]) -> Bool {
        tags.count == 2 && tokens[tags[0]].tag?.kind == .block && pairs.ends[tags[0]] == tags[1]
    }

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

    /// A parent whose blocks hold text on the lines of its own tags: the text is not written there.
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

    private func isBlank(_ index: Int) -> Bool {
        guard case .text(let range) = tokens[index] else { return false }
        return bytes[range].allSatisfy(\.isTemplateSpace)
    }

    private func isInheritance(_ index: Int) -> Bool {
        switch tokens[index].tag?.kind {
        case .parent, .block: true
        case .close: pairs.openings[index].map { isInheritance($0) } ?? false
        default: false
        }
    }

    private func endsLine(_ range: Range<Int>) -> Bool { bytes[range.upperBound - 1] == UInt8(ascii: "\n") }

    /// The line feed, or carriage return and line feed, with which a text ends.
    private func lineEnd(of index: Int) -> Range<Int> {
        let range = range(of: index)
        guard endsLine(range) else { return range.upperBound..<range.upperBound }
        let feed = range.upperBound - 1
        let hasReturn = feed > range.lowerBound && bytes[feed - 1] == UInt8(ascii: "\r")
        return (hasReturn ? feed - 1 : feed)..<range.upperBound
    }
}
