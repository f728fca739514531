import Diagnostics
import Testing

@Suite("Lines and columns")
struct LineTableTests {
    private func positions(_ text: String, _ offsets: [Int]) -> [[Int]] {
        let table = LineTable(Array(text.utf8))
        return offsets.map { offset in
            let position = table.position(of: offset)
            return [position.line, position.column]
        }
    }

    @Test("Lines end with LF")
    func lineFeed() {
        #expect(
            positions("ab\nc\n", [0, 1, 2, 3, 4, 5]) == [
                [1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [3, 1],
            ])
    }

    @Test("Lines end with CR LF and with a lone CR")
    func carriageReturn() {
        #expect(positions("a\r\nb\rc", [0, 1, 3, 4, 5]) == [[1, 1], [1, 2], [2, 1], [2, 2], [3, 1]])
        #expect(positions("a\r", [2]) == [[2, 1]])
    }

    @Test("Columns count scalars, not bytes")
    func scalars() {
        // ä is two bytes, 港 three, the flag two scalars of four bytes.
        #expect(positions("ä港🇰🇵x", [0, 2, 5, 9, 13]) == [[1, 1], [1, 2], [1, 3], [1, 4], [1, 5]])
    }

    @Test("A byte order mark is not counted as a column")
    func byteOrderMark() {
        #expect(positions("\u{FEFF}a\nb", [0, 3, 4, 5]) == [[1, 1], [1, 1], [1, 2], [2, 1]])
    }

    @Test("Offsets outside the text give its first or last position")
    func outside() {
        #expect(positions("ab\nc", [-5, 4, 99]) == [[1, 1], [2, 2], [2, 2]])
        #expect(positions("", [0, 1]) == [[1, 1], [1, 1]])
    }

    @Test("A line's text has no line end, and lines outside the text are empty")
    func lines() {
        let table = LineTable(Array("\u{FEFF}one\r\n\r\nthree\rfour".utf8))
        let lines = (0...6).map { String(decoding: table.line($0), as: UTF8.self) }
        #expect(lines == ["", "one", "", "three", "four", "", ""])
    }

    @Test("Columns of a long line count scalars, too", arguments: ["x", "ä", "港", "🇰🇵", "aä港"])
    func longLines(unit: String) {
        let text = "first\n" + String(repeating: unit, count: 1_000)
        let table = LineTable(Array(text.utf8))
        var offset = 6
        var column = 1
        for scalar in text.unicodeScalars.dropFirst(6) {
            #expect(table.position(of: offset) == LineTable.Position(line: 2, column: column))
            offset += String(scalar).utf8.count
            column += 1
        }
    }
}
