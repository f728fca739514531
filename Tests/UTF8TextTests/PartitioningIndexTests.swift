import Testing
import UTF8Text

@Suite("Binary search")
struct PartitioningIndexTests {
    @Test("The first matching index is found in lists and slices of any length", arguments: 0..<20)
    func every(_ count: Int) {
        for first in 0...count {
            let list = (0..<count).map { $0 >= first }
            #expect(list.partitioningIndex { $0 } == first)
            let part = ([false] + list)[1...]
            #expect(part.partitioningIndex { $0 } == first + 1, "a slice has indices of its own")
        }
    }

    @Test("A million elements take at most 20 comparisons")
    func looks() {
        var looks = 0
        let index = (0..<1_000_000).partitioningIndex {
            looks += 1
            return $0 >= 777_777
        }
        #expect(index == 777_777)
        #expect(looks <= 20)
    }
}
