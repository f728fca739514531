import Testing

@testable import CommonMark

@Suite("The lines of a source")
struct SourceLinesTests {
    @Test(
        "In any order of asking they begin where they do",
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
