import Testing

@testable import Imports

/// Tables of values separated by commas, semicolons or tabs.
@Suite struct TableReadingTests {
    private func records(_ text: String) -> [[String]] {
        var reader = DelimitedReader(Array(text.utf8), from: 0)
        var records: [[String]] = []
        while reader.next() { records.append(reader.cells.indices.map { reader.text($0) }) }
        return records
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("sep=;\na;b\n", [["a", "b"]]),
        ("\"a,b\",\"say \"\"hi\"\"\"\n", [["a,b", "say \"hi\""]]),
        ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
        ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("a,b\n\n1,2", [["a", "b"], [""], ["1", "2"]]),
        ("a\"b,c", [["a\"b", "c"]]),
    ])
    func cellsAreRead(_ text: String, _ expected: [[String]]) { #expect(records(text) == expected) }

    @Test func anUnclosedQuoteIsFound() {
        var reader = DelimitedReader(Array("a,b\n1,\"x\n2,y\n".utf8), from: 0)
        while reader.next() {}
        #expect(reader.unclosedQuote == 6)
    }

    @Test func textAfterAQuoteStaysInTheCell() {
        #expect(records("\"a\"b,c\n") == [["\"a\"b", "c"]])
    }
}
