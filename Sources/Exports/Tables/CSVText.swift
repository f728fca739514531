import UTF8Text

/// Writes rows of comma-separated values (RFC 4180): lines end with CRLF. Every text is quoted and every number is not,
/// since spreadsheets that are told to leave quoted fields alone change all others: `1911-08-12/` becomes a day.
struct CSVText: ~Copyable {
    private var output = OutputBuffer(capacity: 4 << 10)
    private var isFirst = true

    /// The rows written so far, in UTF-8.
    var bytes: [UInt8] { output.bytes }

    /// Writes a text as it is.
    mutating func field(_ text: String?) {
        separate()
        guard let text, !text.isEmpty else { return }
        output.append(literal: "\"")
        append(text)
        output.append(literal: "\"")
    }

    /// Writes a text in UTF-8 as it is.
    mutating func field(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        if text.isEmpty { return }
        output.append(literal: "\"")
        unsafe append(text)
        output.append(literal: "\"")
    }

    /// Writes a text that people wrote. One that a spreadsheet would take for a formula gets an apostrophe before it,
    /// which `dateline import` removes again.
    mutating func text(_ text: String?) {
        separate()
        guard let text, !text.isEmpty else { return }
        begin(guarding: text.utf8.first)
        append(text)
        output.append(literal: "\"")
    }

    /// Writes a text in UTF-8 that people wrote.
    mutating func text(utf8 text: [UInt8]?) {
        separate()
        guard let text, !text.isEmpty else { return }
        begin(guarding: text.first)
        unsafe text.withUnsafeBufferPointer { unsafe append($0) }
        output.append(literal: "\"")
    }

    /// Writes texts that people wrote, joined by `; `.
    mutating func texts<Item>(_ items: [Item], _ text: (Item) -> String) {
        separate()
        guard let first = items.first.map(text), items.count > 1 || !first.isEmpty else { return }
        begin(guarding: first.utf8.first)
        append(first)
        for item in items.dropFirst() {
            output.append(literal: "; ")
            append(text(item))
        }
        output.append(literal: "\"")
    }

    /// Writes the digits of a number.
    mutating func number(_ digits: String?) {
        separate()
        if let digits { output.append(text: digits) }
    }

    mutating func field(_ number: Int?) {
        separate()
        if let number { output.append(number: number) }
    }

    mutating func endRow() {
        output.append(literal: "\r\n")
        isFirst = true
    }

    /// Appends the rows written so far to a buffer, and forgets them.
    mutating func move(to other: inout OutputBuffer) { output.move(to: &other) }

    private mutating func separate() {
        if !isFirst { output.append(literal: ",") }
        isFirst = false
    }

    /// Begins a field that people wrote.
    ///
    /// - Parameter first: its first byte.
    private mutating func begin(guarding first: UInt8?) {
        output.append(literal: FormulaGuard.isNeeded(at: first) ? "\"'" : "\"")
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { unsafe append($0) }
    }

    /// Appends a part of a quoted field, in which each quote is doubled.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = unsafe text[...]
        while let quote = unsafe rest.firstIndex(of: UInt8(ascii: "\"")) {
            unsafe output.append(UnsafeBufferPointer(rebasing: rest[...quote]))
            output.append(literal: "\"")
            unsafe rest = rest[(quote + 1)...]
        }
        unsafe output.append(UnsafeBufferPointer(rebasing: rest))
    }
}
