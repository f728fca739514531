import Synchronization

/// What pages of one site show of the items of their lists, by the section and the item's identity: an entry stands
/// in a line of some ten lists, and that line is made once.
final class Fragments: Sendable {
    struct Key: Hashable {
        /// The number of the section: see ``SectionNumbers``.
        var section: Int
        /// What the section stands on.
        var shape: ObjectIdentifier
        /// Which item.
        var identity: Int
    }

    /// Bytes that a shelf keeps at most; what is beyond is made each time.
    private let mostBytes: Int

    /// A part of the items, so that threads which write at a time seldom wait for each other.
    private final class Shelf: Sendable {
        struct State {
            var fragments: [Key: [UInt8]] = [:]
            var size = 0
        }

        let state = Mutex(State())
    }

    private static let shelfCount = 32

    /// - Parameter count: how many items there are. Each may keep half a KiB, which holds a line, so that a site of any
    ///   size makes its lines once, and memory grows by less than a twentieth for them.
    init(count: Int) {
        mostBytes = max(16 << 20, 512 * count) / Self.shelfCount
    }

    private let shelves = (0..<shelfCount).map { _ in Shelf() }

    private func shelf(_ key: Key) -> Shelf { shelves[key.identity & (Self.shelfCount - 1)] }

    subscript(key: Key) -> [UInt8]? { shelf(key).state.withLock { $0.fragments[key] } }

    /// Two threads may make one at a time; both are the same.
    func keep(_ bytes: UnsafeBufferPointer<UInt8>, for key: Key) {
        shelf(key).state.withLock { state in
            guard state.size + bytes.count <= mostBytes else { return }
            if state.fragments.updateValue(Array(bytes), forKey: key) == nil { state.size += bytes.count }
        }
    }
}
