import Dispatch
import Files
import Synchronization
import Testing

/// Objects that are made when they are first requested.
@Suite struct LazyTableTests {
    private final class Thing: Sendable {
        static let alive = Atomic(0)
        let number: Int

        init(_ number: Int) {
            self.number = number
            Self.alive.add(1, ordering: .relaxed)
        }

        deinit { Self.alive.subtract(1, ordering: .relaxed) }
    }

    @Test("All threads get the same object for a number, and the table frees its objects")
    func makesOnce() {
        do {
            let table = LazyTable<Thing>(count: 100)
            let again = Thing(0)
            #expect(table.object(3) { again } === table.object(3) { Thing(9) })
            let first = Mutex<[Int: ObjectIdentifier]>([:])
            DispatchQueue.concurrentPerform(iterations: 2000) { turn in
                let number = turn % 100
                if number == 3 { return }
                let thing = table.object(number) { Thing(number) }
                let known = first.withLock { first in
                    let known = first[number] ?? ObjectIdentifier(thing)
                    first[number] = known
                    return known
                }
                #expect(known == ObjectIdentifier(thing) && thing.number == number)
            }
            #expect(Thing.alive.load(ordering: .relaxed) == 100)
        }
        #expect(Thing.alive.load(ordering: .relaxed) == 0)
    }

    @Test func aTableMayBeEmpty() { _ = LazyTable<Thing>(count: 0) }
}
