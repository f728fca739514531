import UTF8Text

/// Writes rows of comma-separated values (RFC 4180): lines end with CRLF. Every text is quoted and every number is not,
/// since spreadsheets that are told to leave quoted fields alone change all others: `1911-08-12/` becomes a day.
struct CSVText {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Writes a text as it is.
    mutating func field(_ text: String?) {
        separate()
        var text = text ?? ""
        text.withUTF8 { unsafe append($0) }
    }

    /// Writes a text that people wrote. One that a spreadsheet would take for a formula gets an apostrophe before it,
    /// which `dateline import` removes again.
    mutating func text(_ text: String?) {
        field(text.map(FormulaGuard.guarded))
    }

    /// Writes the digits of a number.
    mutating func number(_ digits: String?) {
        separate()
        if let digits { bytes.append(text: digits) }
    }

    mutating func field(_ number: Int?) {
        separate()
        if let number { bytes.append(number: number) }
    }

    mutating func endRow() {
        bytes.append(literal: "\r\n")
        isFirst = true
    }

    /// Appends the rows written so far to a buffer, and forgets them.
    mutating func move(to output: inout OutputBuffer) {
        output.append(bytes: bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func separate() {
        if !isFirst { bytes.append(literal: ",") }
        isFirst = false
    }

    private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
        if field.isEmpty { return }
        bytes.append(literal: "\"")
        for index in field.indices {
            let byte = unsafe field[index]
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(literal: "\"")
    }
}
