import Testing
import UTF8Text

/// Fields that few values have, and ranges in half the room.
@Suite struct SeldomTests {
    private struct Fields: SeldomFields, Equatable {
        static let none = Fields()

        var number = 0
        var names: [String] = []
    }

    @Test("A group without fields takes one word, and reads as the defaults")
    func empty() {
        let group = Seldom<Fields>()
        #expect(MemoryLayout<Seldom<Fields>>.size == MemoryLayout<Int>.size)
        #expect(group[\.number] == 0 && group[\.names] == [])
        #expect(group.fields == Fields())
    }

    @Test("A change of a copy leaves the original as it is")
    func copies() {
        var group = Seldom<Fields>()
        group[\.names] = ["a"]
        var other = group
        #expect(other == group)
        other[\.number] = 2
        #expect(other.fields == Fields(number: 2, names: ["a"]))
        #expect(group.fields == Fields(names: ["a"]))
        #expect(other != group)
    }

    @Test(
        "A range in a file keeps its bounds up to 4 GiB",
        arguments: [0..<0, 7..<7, 3..<900, 0..<4_294_967_295])
    func ranges(_ range: Range<Int>) {
        #expect(ByteRange(range).offsets == range)
        #expect(MemoryLayout<ByteRange>.size == 8)
    }

    @Test("Bounds beyond that are stored as the greatest one")
    func longRanges() {
        #expect(ByteRange(5..<1 << 40).offsets == 5..<4_294_967_295)
        #expect(ByteRange(1 << 40..<1 << 41).offsets.isEmpty)
    }
}
