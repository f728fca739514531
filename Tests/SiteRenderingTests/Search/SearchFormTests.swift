import EDTF
import TestSupport
import Testing
import UTF8Text

@testable import SiteRendering
@testable import TimelineModel

/// How terms, sets, days and texts are written in the data files.
@Suite struct SearchFormTests {
    @Test(arguments: [
        [], [0], [5], [0, 1, 2, 3, 4, 5, 6], [31, 32, 33, 1_000_000], Array(0..<100),
        Array(stride(from: 3, to: 3000, by: 7)), Array(stride(from: 0, to: 500, by: 2)),
    ])
    func postingsComeBack(_ set: [UInt32]) {
        var bytes: [UInt8] = []
        bytes.append(postings: set)
        #expect(decodedPostings(String(decoding: bytes, as: UTF8.self)) == set.map { Int($0) })
    }

    @Test func randomPostingsComeBackAndAreNeverLongerThanABitmap() {
        var generator = SeededGenerator.announced("postings")
        for _ in 0..<200 {
            let count = Int.random(in: 1...2000, using: &generator)
            let density = Double.random(in: 0...1, using: &generator)
            let set = (0..<UInt32(count)).filter { _ in Double.random(in: 0...1, using: &generator) < density
            }
            var bytes: [UInt8] = []
            bytes.append(postings: set)
            #expect(decodedPostings(String(decoding: bytes, as: UTF8.self)) == set.map { Int($0) })
            #expect(bytes.count <= count / 6 + 2)
        }
    }

    @Test func numbersOfAnySize() {
        var bytes: [UInt8] = []
        for number in [0, 31, 32, 1023, 1024, 4_000_000_000_000_000] { bytes.append(digits: number) }
        #expect(
            numbers(ofDigits: String(decoding: bytes, as: UTF8.self))
                == [0, 31, 32, 1023, 1024, 4_000_000_000_000_000])
        bytes = []
        for number in [0, -1, 1, -32, 32] { bytes.append(signedDigits: number) }
        #expect(numbers(ofDigits: String(decoding: bytes, as: UTF8.self)) == [0, 1, 2, 63, 64])
    }

    @Test(arguments: [
        ("</script>", #""\u003c/script>""#), ("\"a\\b\"", #""\"a\\b\"""#),
        ("a\nb\u{0}\u{7F}", #""a\nb\u0000\u007f""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("é朝…", "\"é朝…\""), ("¨©", "\"¨©\""),
        ("<!--", #""\u003c!--""#),
    ])
    func textCannotEndItsScript(_ text: String, _ written: String) {
        var file = DataFile()
        file.text(text)
        var output = OutputBuffer()
        file.write("x", to: &output)
        #expect(
            String(decoding: output.bytes, as: UTF8.self) == "dateline_search(\"x\",\(written));\n")
    }

    @Test func termsAreInTheOrderOfUTF16() {
        let words = ["b", "a", "ab", "", "é", "\u{FF21}", "\u{20000}", "\u{E000}", "z", "aa", "한"]
        var table = ByteTable()
        for word in words + words { Array(word.utf8).withUnsafeBufferPointer { _ = table.intern($0) } }
        #expect(table.count == words.count)
        let sorted = table.inOrderOfUTF16().map { String(decoding: table[$0], as: UTF8.self) }
        #expect(sorted == words.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    }

    @Test(arguments: [
        ("1970-01-01", 0, 0), ("1970", 0, 364), ("1970-02", 31, 58), ("-0001-12-31", -719_529, -719_529),
        ("1970-01-01/1970-01-03", 0, 2), ("1970/..", 0, SearchDays.limit),
        ("../1970-01-02", -SearchDays.limit, 1),
        ("/1970-01-02", -SearchDays.limit, 1), ("[1970-01-02,1970-01-05]", 1, 4),
        ("Y9000000000000000", SearchDays.limit, SearchDays.limit),
    ])
    func days(_ date: String, _ first: Int, _ last: Int) throws {
        let days = SearchDays.days(of: try DateExpression(date))
        #expect(days.first == first)
        #expect(days.last == last)
    }
}
