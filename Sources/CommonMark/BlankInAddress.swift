import UTF8Text

/// Finds destinations that contain a space, which libcmark treats as text (CommonMark 0.30, section 6.3: a destination
/// outside angle brackets has no space).
extension ShownSourceFinder {
    /// A destination as its author meant it, without the title after it.
    private struct Written {
        var address: Range<Int>
        /// The offset past the closing parenthesis, or the end of the line.
        var end: Int
    }

    /// Reads `](my file (1).md "Title")`, and returns the offset at which the search continues.
    mutating func readDestination(_ close: Int) -> Int {
        guard let open = opening(before: close), let written = destination(from: close + 2) else {
            return close + 1
        }
        note(written.address, isCertain: open > 0 && bytes[open - 1] == .bang)
        return written.end
    }

    /// Reads `[label]: my file.md` at the beginning of a line, which defines nothing, and returns the offset at which
    /// the search continues.
    mutating func readDefinition(_ open: Int) -> Int {
        guard let close = first(.closeBracket, from: open + 1), byte(close + 1) == .colon, close > open + 1,
            byte(open + 1) != .caret
        else { return readWikiLink(open) }
        var end = close + 2
        while end < range.upperBound, bytes[end] != .lineFeed { end += 1 }
        guard end - close < Self.farthest else { return close + 2 }
        var address = trimmed(close + 2..<end)
        if let title = title(at: address.upperBound, in: address) {
            address = trimmed(address.lowerBound..<title)
        }
        // Words that end with a file name can also be a sentence.
        let count = found.count
        note(address, isCertain: false)
        return found.count > count ? end : close + 2
    }

    /// Returns the destination up to its closing parenthesis. Nested parentheses are matched if they are balanced.
    private func destination(from start: Int) -> Written? {
        guard let first = first(.closeParenthesis, from: start) else { return nil }
        var (at, depth) = (start, 0)
        var close = first
        while at < min(range.upperBound, start + Self.farthest), bytes[at] != .lineFeed {
            if bytes[at] == .backslash {
                at += 1
            } else if isTitle(at, from: start), let end = titleEnd(at) {
                return Written(address: trimmed(start..<at), end: end + 1)
            } else if bytes[at] == .openParenthesis {
                depth += 1
            } else if bytes[at] == .closeParenthesis {
                if depth == 0 {
                    close = at
                    break
                }
                depth -= 1
            }
            at += 1
        }
        var address = trimmed(start..<close)
        if let title = title(at: close, in: address) { address = trimmed(address.lowerBound..<title) }
        return Written(address: address, end: close + 1)
    }

    /// Whether a quote with a space before it begins a title.
    private func isTitle(_ at: Int, from start: Int) -> Bool {
        (bytes[at] == .quote || bytes[at] == .apostrophe) && at > start && bytes[at - 1].isSpaceOrTab
    }

    /// The offset of the closing parenthesis after a title that begins at a quote; nil if the title does not end there.
    private func titleEnd(_ quote: Int) -> Int? {
        var at = quote + 1
        while at < min(range.upperBound, quote + Self.farthest), bytes[at] != .lineFeed {
            if bytes[at] == .backslash {
                at += 1
            } else if bytes[at] == bytes[quote] {
                var end = at + 1
                while byte(end)?.isSpaceOrTab ?? false { end += 1 }
                if byte(end) == .closeParenthesis { return end }
            }
            at += 1
        }
        return nil
    }

    /// The offset of the title at the end of an address: in quotes, or in parentheses after a file name.
    private func title(at end: Int, in address: Range<Int>) -> Int? {
        guard let last = address.last else { return nil }
        var open: UInt8 = bytes[last]
        if open == .closeParenthesis { open = .openParenthesis }
        guard [.quote, .apostrophe, .openParenthesis].contains(open),
            let start = (address.lowerBound..<last).first(where: {
                bytes[$0] == open && $0 > address.lowerBound && bytes[$0 - 1].isSpaceOrTab
            })
        else { return nil }
        if open != .openParenthesis { return start }
        return endsAsFile(bytes[trimmed(address.lowerBound..<start)]) ? start : nil
    }

    private func trimmed(_ part: Range<Int>) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        while start < end, bytes[start].isSpaceOrTab { start += 1 }
        while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
        return start..<end
    }

    private mutating func note(_ range: Range<Int>, isCertain: Bool) {
        // A single angle bracket without its partner.
        var address = bytes[range]
        if address.first == .lessThan {
            address.removeFirst()
        } else if address.last == .greaterThan {
            address.removeLast()
        }
        guard address.contains(where: \.isSpaceOrTab), !address.contains(.lessThan) else { return }
        let leads = Self.ways.contains { way in
            address.prefix(way.utf8.count).map { $0.isASCIILetter ? $0 | 0x20 : $0 }.elementsEqual(way.utf8)
        }
        guard isCertain || leads || endsAsFile(address) else { return }
        let written = String(decoding: encoded(address), as: UTF8.self)
        found.append((isCertain || leads ? .blankInAddress(written) : .blankInFile(written), range))
    }

    /// The beginnings that make a text an address.
    private static let ways = ["./", "../", "http://", "https://", "mailto:", "ftp://"]

    /// The address as it would have to be written: spaces percent-encoded, and parentheses too if they are not
    /// balanced.
    private func encoded(_ address: ArraySlice<UInt8>) -> [UInt8] {
        var (depth, least) = (0, 0)
        for byte in address {
            if byte == .openParenthesis { depth += 1 }
            if byte == .closeParenthesis { depth -= 1 }
            least = min(least, depth)
        }
        let arePaired = depth == 0 && least == 0
        return address.flatMap { byte -> [UInt8] in
            switch byte {
            case .space: Array("%20".utf8)
            case .tab: Array("%09".utf8)
            case .openParenthesis where !arePaired: Array("%28".utf8)
            case .closeParenthesis where !arePaired: Array("%29".utf8)
            default: [byte]
            }
        }
    }

    private func endsAsFile(_ address: ArraySlice<UInt8>) -> Bool {
        let file = address.prefix { $0 != .hash && $0 != UInt8(ascii: "?") }
        guard let point = file.lastIndex(of: UInt8(ascii: ".")), point > file.startIndex,
            isWord(bytes[point - 1]) || bytes[point - 1] == .closeParenthesis
        else { return false }
        let ending = file[(point + 1)...]
        return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCIIAlphanumeric }
            && ending.contains(where: \.isASCIILetter)
    }
}
