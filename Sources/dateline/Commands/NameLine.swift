import Diagnostics

/// A line editor for the terminal that completes names with Tab.
///
/// The terminal delivers each key as it is pressed. Its previous state is restored whenever the editor is left, also by
/// a signal, which then has its usual effect.
struct NameLine {
    /// The prompt before the line.
    let question: String
    let known: [SiteNames.Item]

    private var typed = ""

    init(_ question: String, _ known: [SiteNames.Item]) {
        self.question = question
        self.known = known
    }

    /// Whether the terminal delivers single keys and supports redrawing.
    static var isPossible: Bool {
        guard Console.inputIsTerminal, Console.errorIsTerminal, let kind = Console.variable("TERM") else {
            return false
        }
        return kind != "dumb"
    }

    /// Returns the line without its end; nil if the input ended.
    mutating func read() -> String? {
        guard let terminal = KeyTerminal() else { return readLine() }
        defer { terminal.restore() }
        draw()
        while let key = terminal.key(redraw: draw) {
            switch key {
            case 0x0A, 0x0D:
                Console.error("\n")
                return typed
            case 0x04 where typed.isEmpty: return nil
            case 0x09: complete()
            case 0x7F, 0x08: change { _ = $0.popLast() }
            case 0x15: change { $0 = "" }
            case 0x17: change { $0 = $0.split(separator: " ").dropLast().map { $0 + " " }.joined() }
            case 0x1B: terminal.skipSequence()
            case 0..<0x20: break
            default: append(key, terminal)
            }
        }
        return nil
    }

    // MARK: Drawing

    /// Draws the prompt and the line. The cursor position after the prompt is saved (DECSC), so that the line can be
    /// redrawn at any width.
    private func draw() { Console.error("\r\u{1B}[J\(question)\u{1B}7\(typed)") }

    private mutating func change(_ edit: (inout String) -> Void) {
        edit(&typed)
        Console.error("\u{1B}8\u{1B}[J\(typed)")
    }

    /// Appends a character of one or several bytes; the first byte determines their number (RFC 3629).
    private mutating func append(_ first: UInt8, _ terminal: KeyTerminal) {
        var bytes = [first]
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
        for _ in 0..<more {
            guard let next = terminal.key(redraw: {}) else { return }
            bytes.append(next)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        typed += text
        Console.error(text)
    }

    // MARK: Completing

    /// Completes the name if it is unambiguous; otherwise lists the similar ones.
    private mutating func complete() {
        let wanted = typed.trimmed
        let matches = SiteNames.matches(wanted, in: known)
        let near = wanted.isEmpty ? known : matches.exact.map { [$0] } ?? matches.near
        if near.isEmpty {
            Console.error("\u{07}")
        } else if near.count == 1 {
            change { $0 = near[0].id }
        } else if let longer = Self.commonStart(near.map(\.id)), longer.count > wanted.count,
            longer.hasPrefix(wanted.lowercased())
        {
            change { $0 = longer }
        } else {
            Console.error("\n" + Self.list(near))
            draw()
        }
    }

    private static func commonStart(_ ids: [String]) -> String? {
        guard var start = ids.first else { return nil }
        for id in ids { start = String(zip(start, id).prefix { $0 == $1 }.map(\.0)) }
        return start
    }

    /// The number of names that are listed: about half a screen.
    private static let most = 12

    private static func list(_ items: [SiteNames.Item]) -> String {
        let lines = items.prefix(most).map { "  \(printable($0.id))  \(printable($0.name))\n" }.joined()
        return items.count > most ? lines + "  … and \(items.count - most) more\n" : lines
    }
}
