import UTF8Text

/// Detects, before libcmark is called, the sources for which it would take quadratic time.
///
/// libcmark 0.30 visits every open list and quote again at each blank line, and every image that is begun and not
/// closed at each link behind it. The count made here is an upper bound of these visits: a source may be refused
/// although it is slightly better than that, but no bad one passes. Texts that people write do not come near the limit.
@safe
struct NestingCost {
    /// The visits that are always allowed, and further ones for each byte.
    static let most = 5_000_000
    static let mostPerByte = 32
    /// The length in bytes below which a source cannot cost too much and is not examined.
    private static let shortest = 1024

    private let bytes: UnsafeBufferPointer<UInt8>
    private var lines: SourceLines
    private var looks = 0
    /// An upper bound of the number of open lists and quotes.
    private var depth = 0
    private var isAfterBlank = true
    /// The open brackets of the paragraph, the innermost last: true for those of images.
    private var brackets: [Bool] = []
    private var openPictures = 0
    /// Whether code or a tag may hide brackets of the paragraph, so that no bracket can be considered closed.
    private var mayHide = false

    /// The line at which a source exceeds the limit; nil if none does.
    static func tooNested(_ source: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        if source.count < shortest { return nil }
        var cost = unsafe NestingCost(source)
        return cost.find()
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
        lines = unsafe SourceLines(bytes)
    }

    private mutating func find() -> Range<Int>? {
        let most = unsafe Self.most + Self.mostPerByte * bytes.count
        let hasPictures = unsafe bytes.contains(pair: .bang, .openBracket)
        var start = 0
        while unsafe start < bytes.count {
            let end = lines.end(ofLineAt: start)
            let text = unsafe isInText(bytes[start]) ? start : readPrefix(start..<end)
            if hasPictures, text < end { readBrackets(text..<end) }
            if looks > most { return start..<end }
            start = lines.next(afterLineEndingAt: end)
        }
        return nil
    }

    // MARK: Lists and quotes

    /// Skips a line that begins with a letter outside lists and quotes, as nearly all do; returns false for any other
    /// line.
    private mutating func isInText(_ first: UInt8) -> Bool {
        guard depth == 0, first.isASCIILetter else { return false }
        isAfterBlank = false
        return true
    }

    /// Returns the offset past the quote and list item markers at the beginning of a line.
    private mutating func readPrefix(_ line: Range<Int>) -> Int {
        var (at, columns, quotes, items) = (line.lowerBound, 0, 0, 0)
        while at < line.upperBound {
            if unsafe bytes[at].isSpaceOrTab {
                unsafe columns += bytes[at] == .tab ? 4 : 1
                at += 1
            } else if unsafe bytes[at] == .greaterThan {
                quotes += 1
                at += 1
            } else if let end = itemMarkerEnd(at, line.upperBound) {
                items += 1
                at = end
            } else {
                break
            }
        }
        let isBlank = at == line.upperBound && items == 0
        if isBlank {
            looks += depth
            brackets.removeAll(keepingCapacity: true)
            (openPictures, mayHide) = (0, false)
        } else if !isRule(line) {
            let kept = min(depth, quotes + columns / 2)
            let opened = kept + quotes + items
            // A paragraph's line continues everything that is open, however little it is indented.
            let mayGoOn = unsafe !isAfterBlank && (items == 0 || bytes[line.lowerBound].isASCIIDigit)
            depth = mayGoOn ? max(depth, opened) : opened
            looks += depth
        }
        isAfterBlank = isBlank
        return at
    }

    /// Returns the offset past a list item's marker, which a space or the line's end must follow; nil if there is no
    /// marker.
    private func itemMarkerEnd(_ start: Int, _ end: Int) -> Int? {
        var at = start
        if unsafe bytes[at] == .hyphen || bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "*") {
            at += 1
        } else {
            while at < end, at - start < 9, unsafe bytes[at].isASCIIDigit { at += 1 }
            guard at > start, at < end,
                unsafe bytes[at] == UInt8(ascii: ".") || bytes[at] == .closeParenthesis
            else { return nil }
            at += 1
        }
        return unsafe at == end || bytes[at].isSpaceOrTab ? at : nil
    }

    /// Whether a line is a thematic break: at least three hyphens or asterisks, and nothing else.
    private func isRule(_ line: Range<Int>) -> Bool {
        var (sign, count) = (UInt8.space, 0)
        for at in line where unsafe !bytes[at].isSpaceOrTab {
            if count == 0 { sign = unsafe bytes[at] }
            guard unsafe bytes[at] == sign, sign == .hyphen || sign == UInt8(ascii: "*") else { return false }
            count += 1
        }
        return count > 2
    }

    // MARK: Pictures

    private mutating func readBrackets(_ text: Range<Int>) {
        var at = text.lowerBound
        while at < text.upperBound {
            switch unsafe bytes[at] {
            case .backslash: at += 1
            case .backtick, .lessThan: mayHide = true
            case .bang where unsafe at + 1 < text.upperBound && bytes[at + 1] == .openBracket:
                brackets.append(true)
                openPictures += 1
                at += 1
            case .openBracket: brackets.append(false)
            case .closeBracket:
                // The end of a picture is found at once.
                if !mayHide, brackets.popLast() == true { openPictures -= 1 } else { looks += openPictures }
            default: break
            }
            at += 1
        }
    }
}
