import Testing

@testable import CommonMark

@Suite("Lines of a source")
struct SourceLinesTests {
    @Test(
        "Lines begin at the same offsets whatever the order of the requests",
        arguments: ["a\nbb\n\nc", "a\r\nb\rc\n", "", "\n", "a"])
    func anyOrder(_ text: String) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            let count = 8
            var forward = SourceLines(bytes)
            let starts = (1...count).map { forward.start(ofLine: $0) }
            var backward = SourceLines(bytes)
            let reversed = (1...count).reversed().map { backward.start(ofLine: $0) }
            let same = Array(starts.reversed()) == reversed
            #expect(same)
        }
    }
}
