import UTF8Text

/// Writes blocks of Markdown: paragraphs, headings, code and rules, within lists and quotes.
struct MarkdownBlocks {
    enum Container: Equatable {
        case bulletList
        case orderedList(start: Int)
        case quote
    }

    private struct Open {
        var container: Container
        /// The sign of the list's items, which differs from that of a list just before it.
        var sign: Character
        /// The number of the next item.
        var number: Int
        /// Whether an item is open, and has no block yet.
        var isItemEmpty = false
        var isInItem = false
        /// The width of the sign of the open item, with the space after it.
        var width = 2
    }

    /// The Markdown so far, without a line end after the last block.
    private(set) var text = ""
    private var open: [Open] = []
    /// Whether the last block was a paragraph of a list's item, after which the next item needs no empty line.
    private var isAfterItem = false
    /// The list that ended last, if nothing has followed it.
    private var endedSign: Character?

    /// The depth beyond which lists and quotes are not nested further: their text stays.
    private static let deepest = 12

    mutating func begin(_ container: Container) {
        guard open.count < Self.deepest else {
            ignored.append(container == .quote)
            return
        }
        var sign: Character = "-"
        var number = 1
        switch container {
        case .bulletList: sign = endedSign == "-" ? "+" : "-"
        case .orderedList(let start):
            sign = endedSign == "." ? ")" : "."
            number = (0...999_999_999).contains(start) ? start : 1
        case .quote: break
        }
        open.append(Open(container: container, sign: sign, number: number))
    }

    /// Containers that were not opened because they are too deep; true for a quote.
    private var ignored: [Bool] = []

    mutating func beginItem() {
        endItem()
        guard ignored.isEmpty else { return }
        if open.last.map({ $0.container == .quote }) ?? true { begin(.bulletList) }
        guard !open.isEmpty else { return }
        open[open.count - 1].isInItem = true
        open[open.count - 1].isItemEmpty = true
    }

    mutating func endItem() {
        guard ignored.isEmpty, let last = open.last, last.container != .quote, last.isInItem else { return }
        open[open.count - 1].isInItem = false
    }

    mutating func endList() { end { $0 != .quote } }

    mutating func endQuote() { end { $0 == .quote } }

    private mutating func end(_ isWanted: (Container) -> Bool) {
        if ignored.popLast() != nil { return }
        guard let index = open.lastIndex(where: { isWanted($0.container) }) else { return }
        let list = open[index]
        open.removeSubrange(index...)
        endedSign = list.container == .quote ? nil : list.sign
    }

    mutating func add(paragraph: String) { add(lines: paragraph, isParagraph: true) }

    mutating func add(heading: String, level: Int) {
        add(
            lines: String(repeating: "#", count: level) + " " + Self.closedHeading(heading),
            isParagraph: false)
    }

    /// Signs at the end of a heading would be taken for its closing sequence (CommonMark 0.30, section 4.2).
    private static func closedHeading(_ text: String) -> String {
        guard text.ends(with: "#") else { return text }
        let rest = text.dropLast(text.reversed().prefix { $0 == "#" }.count)
        // Only signs after a space, or alone, close a heading.
        return rest.isEmpty || rest.ends(with: " ") ? rest + "\\" + text.dropFirst(rest.count) : text
    }

    /// Adds code in a fence that is longer than any in it.
    mutating func add(code: String) {
        var lines = code.replacing("\r\n", with: "\n").parts(between: "\n").map(String.init)
        while lines.first.map({ $0.allSatisfy(\.isWhitespace) }) == true { lines.removeFirst() }
        while lines.last.map({ $0.allSatisfy(\.isWhitespace) }) == true { lines.removeLast() }
        if lines.isEmpty { return }
        let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        add(lines: ([fence] + lines + [fence]).joined(separator: "\n"), isParagraph: false)
    }

    mutating func addRule() { add(lines: "* * *", isParagraph: false) }

    private mutating func add(lines: String, isParagraph: Bool) {
        let isFirstOfItem = open.last.map { $0.isItemEmpty && $0.isInItem } ?? false
        if !text.isEmpty {
            // Items of one paragraph each follow each other without empty lines.
            if isAfterItem, isFirstOfItem {
                text += "\n"
            } else {
                text += "\n" + trimmed(prefix(begins: false)) + "\n"
            }
        }
        for (number, line) in lines.parts(between: "\n").enumerated() {
            if number > 0 { text += "\n" }
            let prefix = prefix(begins: number == 0)
            text += line.isEmpty ? trimmed(prefix) : prefix + line
        }
        isAfterItem = isParagraph && isFirstOfItem
        endedSign = nil
    }

    private func trimmed(_ prefix: String) -> String {
        var prefix = prefix
        while prefix.ends(with: " ") { prefix.removeLast() }
        return prefix
    }

    /// The beginning of a line within the open containers; the first line of an item has its sign.
    private mutating func prefix(begins: Bool) -> String {
        var prefix = ""
        for index in open.indices {
            switch open[index].container {
            case .quote: prefix += "> "
            case .bulletList, .orderedList:
                guard open[index].isItemEmpty || open[index].isInItem else { continue }
                guard begins, open[index].isItemEmpty else {
                    prefix += String(repeating: " ", count: open[index].isItemEmpty ? 0 : open[index].width)
                    continue
                }
                var sign = String(open[index].sign)
                if case .orderedList = open[index].container {
                    sign = String(open[index].number) + sign
                    open[index].number += 1
                }
                prefix += sign + " "
                open[index].width = sign.utf8.count + 1
                open[index].isItemEmpty = false
            }
        }
        return prefix
    }
}
