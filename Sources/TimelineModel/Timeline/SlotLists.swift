/// Lists of slots or of other small numbers, one for each entry or thing, stored in a single array. A list may contain a
/// number twice.
public struct SlotLists: Sendable {
    private var numbers: [Int32] = []
    /// The end of each list in ``numbers``.
    private var ends: [Int32] = []

    /// The numbers of a list or of a part of one, in order.
    public struct Slots: RandomAccessCollection, Sendable {
        @usableFromInline
        let numbers: ArraySlice<Int32>

        @usableFromInline
        init(_ numbers: ArraySlice<Int32>) { self.numbers = numbers }

        /// No numbers.
        public static var none: Slots { Slots([]) }

        @inlinable public var startIndex: Int { numbers.startIndex }
        @inlinable public var endIndex: Int { numbers.endIndex }
        @inlinable public subscript(index: Int) -> Int { Int(numbers[index]) }
    }

    /// A part of one list, as offsets into the numbers of all lists.
    struct Part {
        private(set) var start: Int32
        private(set) var end: Int32

        /// Returns the part of a length that begins at an offset, and moves the offset to its end.
        static func next(_ count: Int, from offset: inout Int32) -> Part {
            defer { offset += Int32(count) }
            return Part(start: offset, end: offset + Int32(count))
        }
    }

    /// Creates an empty collection of lists.
    public init() {}

    /// The numbers of a list, by its index.
    public subscript(list: Int) -> Slots {
        Slots(numbers[(list == 0 ? 0 : Int(ends[list - 1]))..<Int(ends[list])])
    }

    /// The numbers of a part of a list.
    subscript(part: Part) -> Slots { Slots(numbers[Int(part.start)..<Int(part.end)]) }

    /// Returns the number that follows a part of a list.
    func slot(behind part: Part) -> Int { Int(numbers[Int(part.end)]) }

    /// The offset at which the current list begins.
    var start: Int32 { ends.last ?? 0 }
    /// The offset at which the current list ends so far.
    var end: Int { numbers.count }

    /// Appends a number to the current list.
    public mutating func append(_ number: Int) { numbers.append(Int32(number)) }

    /// Ends the current list; the next one begins.
    public mutating func endList() { ends.append(Int32(numbers.count)) }

    /// Gives back the memory in which the lists could have grown.
    public mutating func fit() {
        numbers = unsafe numbers.withUnsafeBufferPointer { unsafe Array($0) }
        ends = unsafe ends.withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// Returns, for each number below a count, the lists that contain it, in ascending order.
    public func inverted(count: Int) -> SlotLists {
        var inverted = SlotLists()
        inverted.numbers = Array(repeating: 0, count: numbers.count)
        var ends = [Int32](repeating: 0, count: count)
        for number in numbers { ends[Int(number)] += 1 }
        var end: Int32 = 0
        for number in ends.indices {
            end += ends[number]
            ends[number] = end
        }
        inverted.ends = ends
        // Each range is filled from its end, so the lists are visited backwards.
        for list in self.ends.indices.reversed() {
            for number in self[list].numbers {
                ends[Int(number)] -= 1
                inverted.numbers[Int(ends[Int(number)])] = Int32(list)
            }
        }
        return inverted
    }
}
