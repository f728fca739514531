import Testing

@testable import UTF8Text

/// JSON with the location of every value.
@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> (value: JSONValue, reader: JSONReader) {
        let bytes = Array(text.utf8)
        return try JSONReader.read(bytes, in: bytes.indices)
    }

    @Test(arguments: [
        ("\"a\\n\\u0041\\ud83d\\ude00\\/\"", "a\nA😀/"), ("-1.5e3", "-1.5e3"), ("true", "true"),
        (" 12 ", "12"),
        ("\t\"tab\"", "tab"),
    ])
    func scalarsAreRead(_ text: String, _ expected: String) throws {
        #expect(try read(text).value.scalar == expected)
    }

    @Test func valuesHaveTheirRanges() throws {
        let value = try read("{\"a\": [1, {\"b\": \"c\"}]}").value
        #expect(value["a"]?.elements?[0].range == 7..<8)
        #expect(value["a"]?.elements?[1]["b"]?.range == 16..<19)
        #expect(value["b"] == nil)
    }

    @Test func aLoneSurrogateIsReplacedAndListed() throws {
        let result = try read("\"a\\ud800b\\udc00\"")
        #expect(result.value.scalar == "a\u{FFFD}b\u{FFFD}")
        #expect(result.reader.loneSurrogates == [2..<8, 9..<15])
    }

    @Test func theLastOfRepeatedKeysCounts() throws {
        let result = try read("{\"a\": 1, \"b\": 2, \"a\": 3}")
        #expect(result.value["a"]?.scalar == "3")
        #expect(result.value.members?.count == 2)
        #expect(result.reader.repeatedKeys == [1..<4])
    }

    @Test(arguments: [
        ("{\"a\": 1", 0, "an object that is not closed"),
        ("[1 2]", 3, "a comma or the end of the array is missing here"),
        ("{a: 1}", 1, "no key in double quotes begins here"), ("{\"a\" 1}", 5, "a colon is missing here"),
        ("'a'", 0, "a single quote: JSON has double quotes"),
        ("[1,]", 3, "a bracket where a value is missing: no comma stands before it"),
        ("\"a", 0, "a string that is not closed"),
        ("012", 0, "a number that begins with 0: write it in quotes, or without the zero"),
        ("1 2", 2, "text after the end of the JSON"), ("nul", 0, "no JSON value begins here"),
        ("\"\\x\"", 1, "an escape that JSON does not have"),
        ("\"a\nb\"", 2, "a line end or control character within a string: write it as \\n or \\u00XX"),
        ("// no", 0, "a comment: JSON has none"), ("1.", 2, "a number without a digit here"),
        ("\"\\u12\"", 1, "\\u without four hexadecimal digits"),
    ])
    func mistakesHaveTheirPlaces(_ text: String, _ offset: Int, _ summary: String) {
        do {
            _ = try read(text)
            Issue.record("\(text) was read")
        } catch let mistake as JSONReader.Mistake {
            #expect(mistake.summary == summary)
            #expect(mistake.range.lowerBound == offset)
        } catch { Issue.record("\(error)") }
    }

    @Test func deepNestingIsRefused() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONReader.Mistake.self) { try read(text) }
    }
}
