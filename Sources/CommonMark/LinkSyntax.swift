/// Finds the ends of a link's parts exactly as libcmark 0.30 does (CommonMark 0.30, sections 4.7 and 6.3). It reads
/// only what libcmark has recognised as a link or may recognise as a definition.
enum LinkSyntax {
    /// The part of a link after the closing bracket of its text.
    struct Tail {
        /// The destination as written; nil when the link names a reference or is its own label.
        var destination: Range<Int>?
        var end: Int
    }

    /// The tail of a link or image whose closing bracket ends at `at`.
    static func tail(in text: [UInt8], at: Int) -> Tail {
        if byte(text, at) == .openParenthesis {
            let start = skipWhitespace(text, at + 1)
            if let destination = destination(in: text, at: start) {
                let gap = skipWhitespace(text, destination.end)
                let title = gap > destination.end ? title(in: text, at: gap) ?? gap : gap
                let end = skipWhitespace(text, title)
                if byte(text, end) == .closeParenthesis {
                    return Tail(destination: destination.written, end: end + 1)
                }
            }
        }
        return Tail(destination: nil, end: labelEnd(in: text, at: at) ?? at)
    }

    /// Reads a link reference definition at the start of the remaining paragraph. Returns its label with the brackets,
    /// and the offset of the next line.
    static func definition(in text: [UInt8], at: Int) -> (label: Range<Int>, end: Int)? {
        guard let labelEnd = labelEnd(in: text, at: at), byte(text, labelEnd) == .colon else { return nil }
        guard text[at + 1..<labelEnd - 1].contains(where: { !$0.isWhitespace }) else { return nil }
        guard let destination = destination(in: text, at: skipToNextLine(text, labelEnd + 1)) else {
            return nil
        }
        let label = at..<labelEnd
        let gap = skipToNextLine(text, destination.end)
        if gap > destination.end, let title = title(in: text, at: gap), let end = lineEnd(text, title) {
            return (label, end)
        }
        return lineEnd(text, destination.end).map { (label, $0) }
    }

    /// Reads a destination, in angle brackets or bare; `written` excludes the brackets.
    private static func destination(in text: [UInt8], at start: Int) -> (written: Range<Int>, end: Int)? {
        guard byte(text, start) == .lessThan else { return bareDestination(in: text, at: start) }
        var at = start + 1
        while let next = byte(text, at) {
            switch next {
            case .greaterThan: return (start + 1..<at, at + 1)
            case .backslash: at += 2
            case .lineFeed, .lessThan: return nil
            default: at += 1
            }
        }
        return nil
    }

    private static func bareDestination(in text: [UInt8], at start: Int) -> (written: Range<Int>, end: Int)? {
        var at = start
        var depth = 0
        while let next = byte(text, at), !next.isWhitespace {
            if next == .backslash, let escaped = byte(text, at + 1), escaped.isPunctuation {
                at += 1
            } else if next == .openParenthesis {
                depth += 1
                // libcmark's own limit.
                if depth > 32 { return nil }
            } else if next == .closeParenthesis {
                if depth == 0 { break }
                depth -= 1
            }
            at += 1
        }
        let isWhitespaceFirst = at == start && byte(text, at) != .closeParenthesis
        return isWhitespaceFirst || depth != 0 || at >= text.count ? nil : (start..<at, at)
    }

    /// Returns the offset past the title that begins at `start`. A title without another end ends at an escaped quote,
    /// as in libcmark's scanner, which takes the longest match.
    private static func title(in text: [UInt8], at start: Int) -> Int? {
        guard let open = byte(text, start) else { return nil }
        guard open == .quote || open == .apostrophe || open == .openParenthesis else { return nil }
        let close: UInt8 = open == .openParenthesis ? .closeParenthesis : open
        var fallback: Int?
        var at = start + 1
        while let next = byte(text, at) {
            if next == close { return at + 1 }
            if next == .openParenthesis, open == next { return fallback }
            if next == .backslash, let escaped = byte(text, at + 1), escaped.isPunctuation {
                at += 1
                if escaped == close { fallback = at + 1 }
            }
            at += 1
        }
        return fallback
    }

    /// Returns the offset past the closing bracket of the label that begins at `start`; labels may be empty.
    private static func labelEnd(in text: [UInt8], at start: Int) -> Int? {
        guard byte(text, start) == .openBracket else { return nil }
        var at = start + 1
        while let next = byte(text, at), at - start <= 1001 {
            if next == .closeBracket { return at + 1 }
            if next == .openBracket { return nil }
            if next == .backslash, let escaped = byte(text, at + 1), escaped.isPunctuation { at += 1 }
            at += 1
        }
        return nil
    }

    private static func byte(_ text: [UInt8], _ at: Int) -> UInt8? { at < text.count ? text[at] : nil }

    private static func skipWhitespace(_ text: [UInt8], _ start: Int) -> Int {
        var at = start
        while let next = byte(text, at), next.isWhitespace { at += 1 }
        return at
    }

    private static func skipSpaces(_ text: [UInt8], _ start: Int) -> Int {
        var at = start
        while let next = byte(text, at), next.isSpaceOrTab { at += 1 }
        return at
    }

    /// Returns the offset past spaces and at most one line ending.
    private static func skipToNextLine(_ text: [UInt8], _ start: Int) -> Int {
        let at = skipSpaces(text, start)
        return byte(text, at) == .lineFeed ? skipSpaces(text, at + 1) : at
    }

    /// Returns the start of the next line if only spaces remain on this one.
    private static func lineEnd(_ text: [UInt8], _ start: Int) -> Int? {
        let at = skipSpaces(text, start)
        if at >= text.count { return at }
        return text[at] == .lineFeed ? at + 1 : nil
    }
}
