import UTF8Text

/// A fast path for short texts without markup, as most values of sources are.
extension ValidSource {
    /// Whether CommonMark renders the line unchanged: no character has a meaning, none becomes a character reference in
    /// HTML, and no white space would be removed.
    var isPlainLine: Bool {
        // A line that begins with a letter can only begin a paragraph.
        guard unreadTail == nil, let first = unsafe bytes.first, first.isASCIILetter || first >= 0x80 else {
            return false
        }
        var isAfterSpace = false
        for index in unsafe bytes.indices {
            let byte = unsafe bytes[index]
            if byte == .space {
                if isAfterSpace { return false }
                isAfterSpace = true
            } else {
                guard Self.isPlain[Int(byte)] else { return false }
                isAfterSpace = false
            }
        }
        return !isAfterSpace
    }

    /// The letters, digits, bytes beyond ASCII, and the punctuation that begins no inline (CommonMark 0.30, section 6).
    private static let isPlain: [Bool] = (0...255).map { (byte: UInt8) in
        byte >= 0x80 || byte.isASCIIAlphanumeric || punctuation.contains(byte)
    }

    private static let punctuation = Array(",.;:?%/()-'+".utf8)
}

extension MarkdownDocument {
    /// Creates the document of a plain line, without a block around it.
    init(plainLine source: ValidSource) {
        html = unsafe Array(source.bytes)
        firstParagraph = unsafe String(decoding: source.bytes, as: UTF8.self)
    }
}
