import CommonMark
import UTF8Text

/// Writes the text of one paragraph, heading or list item in Markdown: text with emphasis, links, code and line breaks.
///
/// White space is collapsed as browsers do, and moved out of emphasis, where CommonMark does not allow it. Emphasis that
/// CommonMark cannot express, because letters touch it from outside (CommonMark 0.30, section 6.2), is left out and
/// counted.
struct InlineMarkdown {
    enum Mark: Equatable {
        case emphasis, strong
        case link(address: String, title: String)

        var isLink: Bool {
            if case .link = self { true } else { false }
        }

        var sign: String {
            switch self {
            case .emphasis: "*"
            case .strong: "**"
            case .link: "["
            }
        }
    }

    /// A mark that has been opened.
    private struct Open {
        var mark: Mark
        /// The offset of its sign in the output; nil while no text has followed.
        var offset: Int?
        /// Whether the sign is left out, because CommonMark would not read it as one.
        var isDropped = false
        /// Whether the mark continues from a paragraph in which it had text.
        var isContinued = false
    }

    private var output: [UInt8] = []
    private var open: [Open] = []
    /// The numbers of emphases within one of the same kind, which change nothing: plain and strong ones.
    private var nested = (plain: 0, strong: 0)
    /// Closing signs whose next character is not known yet.
    private var closing: [Open] = []
    private var needsSpace = false
    /// Whether a line break comes before the next text.
    private var needsBreak = false
    private var isLineStart = true
    /// The number of emphases that were left out.
    private(set) var droppedEmphases = 0

    /// Whether nothing has been written.
    var isEmpty: Bool { output.isEmpty }
    /// Whether a link is open.
    var isWithinLink: Bool { open.contains { $0.mark.isLink } }

    /// Appends text; runs of white space become one space.
    mutating func append(text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if isSpace(bytes[index]) {
                needsSpace = true
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
            append(word: String(decoding: bytes[index..<end], as: UTF8.self), isWhole: end < bytes.count)
            index = end
        }
    }

    /// - Parameter isWhole: whether white space follows the word, so that no other text can continue it.
    private mutating func append(word: String, isWhole: Bool = false) {
        if isWithinLink { return append(escaping: word, isWhole: isWhole) }
        // An address in a text is a link for readers, as in the programs that texts come from.
        guard word.contains(byte: UInt8(ascii: ":")),
            let start = word.firstRange(of: "http://")?.lowerBound
                ?? word.firstRange(of: "https://")?.lowerBound,
            let address = Self.address(in: word[start...])
        else { return append(escaping: word, isWhole: isWhole) }
        let before = String(word[..<start])
        let after = String(word[start...].dropFirst(address.count))
        append(escaping: before, isWhole: false)
        write(first: "<") { output, _ in output.append(text: "<" + address + ">") }
        append(escaping: after, isWhole: isWhole)
    }

    private mutating func append(escaping text: String, isWhole: Bool) {
        guard let first = text.unicodeScalars.first else { return }
        write(first: first) { output, isLineStart in
            // What follows decides whether some signs have a meaning.
            output.append(markdown: isWhole ? text + " " : text, isLineStart: isLineStart)
            if isWhole { output.removeLast() }
        }
    }

    /// The web address at the beginning of a word, without the punctuation of the sentence; nil if it names no server.
    private static func address(in word: Substring) -> String? {
        var address = word.prefix { $0 != "<" && $0 != ">" && $0 != "\"" }
        let hasParenthesis = address.holds("(")
        while let last = address.last, ".,;:!?)]}'’”»*_".contains(last) {
            // A parenthesis that the address itself opens belongs to it.
            if last == ")", hasParenthesis { break }
            address.removeLast()
        }
        return LinkAddress(String(address)).usable.map { $0 == address } == true ? String(address) : nil
    }

    /// Appends code between backticks.
    mutating func append(code: String) {
        let words = code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty { return }
        let longest = words.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let pad = words.begins(with: "`") || words.ends(with: "`") ? " " : ""
        write(first: "`") { output, _ in output.append(text: fence + pad + words + pad + fence) }
    }

    /// Appends a line break, unless the paragraph is empty or was just broken.
    mutating func appendBreak() {
        needsSpace = false
        needsBreak = !output.isEmpty
    }

    /// Opens emphasis or a link. Within a mark of the same kind nothing is opened.
    mutating func begin(_ mark: Mark) {
        if open.contains(where: { $0.mark == mark }) {
            if mark == .emphasis { nested.plain += 1 } else { nested.strong += 1 }
        } else if !needsSpace, !needsBreak, let last = closing.last, last.mark == mark {
            // `<b>a</b><b>b</b>` is one emphasis: CommonMark would not see where the second one begins.
            open.append(closing.removeLast())
        } else {
            open.append(Open(mark: mark))
        }
    }

    /// Closes emphasis of a kind.
    mutating func end(_ mark: Mark) {
        if mark == .emphasis, nested.plain > 0 {
            nested.plain -= 1
        } else if mark == .strong, nested.strong > 0 {
            nested.strong -= 1
        } else {
            end { $0 == mark }
        }
    }

    /// Closes the open link, if there is one.
    mutating func endLink() { end(\.isLink) }

    /// Closes a mark; marks that were opened later are closed with it and opened again.
    private mutating func end(_ isWanted: (Mark) -> Bool) {
        guard let index = open.lastIndex(where: { isWanted($0.mark) }) else { return }
        let later = open[(index + 1)...].map(\.mark)
        while open.count > index { close(open.removeLast()) }
        for mark in later { open.append(Open(mark: mark)) }
    }

    private mutating func close(_ mark: Open) {
        if mark.offset != nil {
            closing.append(mark)
        } else if case .link(let address, _) = mark.mark, !mark.isContinued {
            // A link without text shows its address.
            open.append(mark)
            append(word: address)
            if let last = open.popLast() { closing.append(last) }
        }
    }

    /// Returns the Markdown of the paragraph, and begins the next one, in which the open marks continue.
    mutating func finish() -> String {
        let marks = open
        while let last = open.popLast() { if last.offset != nil { closing.append(last) } }
        endClosing(before: " ")
        let text = String(decoding: output, as: UTF8.self)
        output.removeAll(keepingCapacity: true)
        (needsSpace, needsBreak, isLineStart) = (false, false, true)
        for mark in marks {
            open.append(Open(mark: mark.mark, isContinued: mark.offset != nil || mark.isContinued))
        }
        return text
    }

    // MARK: Signs

    private mutating func write(first: Unicode.Scalar, _ append: (inout [UInt8], Bool) -> Void) {
        let isBroken = needsBreak && !output.isEmpty
        let isSpaced = needsSpace && !output.isEmpty && !isBroken
        let hasSign = open.contains { $0.offset == nil && !$0.isDropped }
        endClosing(before: isSpaced || isBroken ? " " : hasSign ? "*" : first)
        if isBroken {
            output.append(text: "\\\n")
            isLineStart = true
        }
        if isSpaced { output.append(UInt8(ascii: " ")) }
        (needsSpace, needsBreak) = (false, false)
        let isAfterSign = !isSpaced && output.last == UInt8(ascii: "*") && !isEscaped
        for index in open.indices where open[index].offset == nil && !open[index].isDropped {
            openSign(index, before: first, isAfterSign: isAfterSign)
        }
        append(&output, isLineStart)
        isLineStart = false
    }

    private mutating func openSign(_ index: Int, before first: Unicode.Scalar, isAfterSign: Bool) {
        let mark = open[index].mark
        if case .link = mark {
            open[index].offset = output.count
            output.append(UInt8(ascii: "["))
            return
        }
        let next: Unicode.Scalar = open[(index + 1)...].contains { $0.mark.isLink } ? "[" : first
        let isFlanking =
            !isBlank(next) && (!isPunctuation(next) || isBlank(lastScalar) || isPunctuation(lastScalar))
        guard isFlanking, !isAfterSign else {
            open[index].isDropped = true
            open[index].offset = nil
            droppedEmphases += 1
            return
        }
        open[index].offset = output.count
        output.append(text: mark.sign)
    }

    private mutating func endClosing(before next: Unicode.Scalar) {
        for mark in closing {
            switch mark.mark {
            case .link(let address, let title):
                output.append(text: "](" + LinkAddress.destination(address))
                if !title.isEmpty {
                    output.append(
                        text: " \"" + markdownText(title, isLineStart: false).replacing("\"", with: "\\\"")
                            + "\"")
                }
                output.append(text: ")")
            case .emphasis, .strong:
                guard let offset = mark.offset, !mark.isDropped else { continue }
                let isFlanking = !isPunctuation(lastScalar) || isBlank(next) || isPunctuation(next)
                if isFlanking {
                    output.append(text: mark.mark.sign)
                } else {
                    let length = mark.mark.sign.utf8.count
                    output.removeSubrange(offset..<(offset + length))
                    for index in open.indices {
                        if let other = open[index].offset, other > offset {
                            open[index].offset = other - length
                        }
                    }
                    droppedEmphases += 1
                }
            }
        }
        closing.removeAll(keepingCapacity: true)
    }

    private var lastScalar: Unicode.Scalar {
        output.isEmpty ? " " : String(decoding: output.suffix(4), as: UTF8.self).unicodeScalars.last ?? " "
    }

    private var isEscaped: Bool {
        output.count > 1 && output[output.count - 2] == UInt8(ascii: "\\")
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? isSpace(UInt8(ascii: scalar)) : scalar.properties.isWhitespace
    }

    private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return !isBlank(scalar) && !UInt8(ascii: scalar).isASCIIAlphanumeric }
        return switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
