import Testing
import UTF8Text

@testable import TimelineModel

/// Texts and names by number.
@Suite struct NameTableTests {
    @Test func textsOfAnyLengthAreToldApart() {
        let letters = "abcdefghijklmnopqrstuvwxyzabcdefghij"
        var texts = (0...letters.utf8.count).map { String(letters.prefix($0)) }
        // Each text differs in one letter, at every offset, also beyond the bytes that distinguish most texts.
        for place in 0..<letters.utf8.count {
            texts.append(letters.prefix(place) + "0" + letters.dropFirst(place + 1))
        }
        var table = ByteTable()
        for (number, text) in (texts + texts).enumerated() {
            let found = Array(text.utf8).withUnsafeBufferPointer { table.intern($0) }
            #expect(found == number % texts.count, "\(text)")
        }
        #expect(texts.indices.allSatisfy { String(decoding: table[$0], as: UTF8.self) == texts[$0] })
    }

    @Test func aTableGrows() {
        var table = ByteTable()
        for _ in 0..<2 {
            for number in 0..<20_000 {
                let found = Array("w\(number)".utf8).withUnsafeBufferPointer { table.intern($0) }
                if found != number { Issue.record("\(number) is \(found)") }
            }
        }
        #expect(table.count == 20_000)
    }

    @Test func aTextThatIsNotThereHasNoNumber() {
        var table = ByteTable()
        func number(_ text: String, _ table: ByteTable) -> Int? {
            Array(text.utf8).withUnsafeBufferPointer { table.number(of: $0) }
        }
        #expect(number("a", table) == nil)
        for text in ["", "a", "ab"] { _ = Array(text.utf8).withUnsafeBufferPointer { table.intern($0) } }
        #expect(number("", table) == 0 && number("a", table) == 1 && number("ab", table) == 2)
        #expect(number("b", table) == nil)
    }

    @Test func namesAreTheSameAsStringsAre() {
        var table = NameTable()
        let names = ["a", "e", "caf\u{E9}", "한국", "", "a-name-of-more-than-sixteen-letters"]
        #expect(names.allSatisfy { table.number(of: $0) == nil })
        #expect(names.map { table.intern($0) } == Array(names.indices))
        #expect(names.map { table.intern($0) } == Array(names.indices))
        #expect(table.intern("cafe\u{301}") == 2)
        #expect(table.number(of: "cafe\u{301}") == 2)
        #expect(table.number(of: "cafe") == nil)
    }
}
