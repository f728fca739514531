import CCMark

/// The syntax of citations in running text, `[^source-id]`.
enum CitationSyntax {
    /// The next citation, brackets included: an id is any text without brackets that is not blank.
    static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var from = start
        while let open = unsafe text.firstOffset(of: .openBracket, in: from..<text.count) {
            from = open + 1
            guard from < text.count, unsafe text[from] == .caret else { continue }
            var end = from + 1
            while end < text.count, unsafe text[end] != .closeBracket, unsafe text[end] != .openBracket {
                end += 1
            }
            if end < text.count, unsafe text[end] == .closeBracket,
                unsafe text[from + 1..<end].contains(where: { !$0.isWhitespace })
            {
                return open..<end + 1
            }
            from = end
        }
        return nil
    }

    /// The id in a citation that ``next(in:from:)`` found.
    static func id(_ citation: UnsafeBufferPointer<UInt8>.SubSequence) -> String {
        var id = unsafe citation.dropFirst(2).dropLast()
        while let first = unsafe id.first, first.isWhitespace { unsafe id = unsafe id.dropFirst() }
        while let last = unsafe id.last, last.isWhitespace { unsafe id = unsafe id.dropLast() }
        return unsafe String(decoding: id, as: UTF8.self)
    }
}
