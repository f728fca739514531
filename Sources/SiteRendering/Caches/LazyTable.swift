import Synchronization

/// Objects by number, each made when it is first asked for.
///
/// Several threads ask at a time, and none waits for another.
final class LazyTable<Object: AnyObject & Sendable>: Sendable {
    // Set up once; what stands in it is only ever filled in, atomically.
    private nonisolated(unsafe) let slots: UnsafeMutableBufferPointer<Atomic<Unmanaged<Object>?>>

    init(count: Int) {
        slots = .allocate(capacity: count)
        for number in 0..<count { slots.initializeElement(at: number, to: Atomic(nil)) }
    }

    deinit {
        for number in slots.indices { slots[number].load(ordering: .acquiring)?.release() }
        slots.deinitialize()
        slots.deallocate()
    }

    /// Looks at the object with a number, if it was made, without counting a reference to it.
    ///
    /// - Returns: false where it was not.
    @inline(__always)
    func withObject(_ number: Int, _ look: (Object) -> Void) -> Bool {
        precondition(slots.indices.contains(number))
        guard let known = slots[number].load(ordering: .acquiring) else { return false }
        known._withUnsafeGuaranteedRef { look($0) }
        return true
    }

    /// Looks at the object with a number without counting a reference to it.
    @inline(__always)
    func withObject<Result>(_ number: Int, _ make: () -> Object, _ look: (Object) -> Result) -> Result {
        precondition(slots.indices.contains(number))
        // The table holds on to what stands in it for as long as it lives.
        if let known = slots[number].load(ordering: .acquiring) {
            return known._withUnsafeGuaranteedRef { look($0) }
        }
        return look(object(number, make))
    }

    /// The object with a number. Two threads may make one at a time; both then have the first.
    func object(_ number: Int, _ make: () -> Object) -> Object {
        precondition(slots.indices.contains(number))
        if let known = slots[number].load(ordering: .acquiring) { return known.takeUnretainedValue() }
        let made = Unmanaged.passRetained(make())
        let (isKept, first) = slots[number].compareExchange(
            expected: nil, desired: made, ordering: .acquiringAndReleasing)
        if isKept { return made.takeUnretainedValue() }
        made.release()
        return first?.takeUnretainedValue() ?? object(number, make)
    }
}
