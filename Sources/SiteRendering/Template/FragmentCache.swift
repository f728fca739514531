import Synchronization

/// What pages of one site show of the items of their lists, by the section and the item's identity: an entry stands
/// in a line of some ten lists and a claim on the pages of all whom it concerns, and each is made once.
final class FragmentCache: Sendable {
    /// What one section writes, for one kind of items.
    private struct Key: Hashable {
        /// The number of the section: see ``SectionNumbers``.
        var section: Int32
        /// What the section stands on.
        var shape: ObjectIdentifier
    }

    /// What is written for one item.
    final class Fragment: Sendable {
        private let bytes: [UInt8]
        /// The way up to the site's folder, and where it stands in the bytes.
        private let root: [UInt8]
        private let places: [Int32]

        var size: Int { bytes.count + 4 * places.count }

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ places: [Int32], of root: [UInt8]) {
            self.bytes = Array(bytes)
            self.places = places
            self.root = root
        }

        /// Appends the bytes as they are of a page with a way up of its own.
        func write(to output: inout OutputBuffer, root other: [UInt8]) {
            bytes.withUnsafeBufferPointer { bytes in
                var start = 0
                if other != root {
                    for place in places {
                        output.append(UnsafeBufferPointer(rebasing: bytes[start..<Int(place)]))
                        output.append(bytes: other)
                        start = Int(place) + root.count
                    }
                }
                output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
            }
        }
    }

    /// The fragments of one section, by the identity of the item.
    final class Table: Sendable {
        fileprivate let shape: ObjectIdentifier
        fileprivate let fragments: LazyTable<Fragment>

        fileprivate init(shape: ObjectIdentifier, count: Int) {
            self.shape = shape
            fragments = LazyTable(count: count)
        }

        /// Writes what is known of an item; false where it is not.
        func write(_ identity: Int, to output: inout OutputBuffer, root: borrowing [UInt8]) -> Bool {
            fragments.withObject(identity) { $0.write(to: &output, root: root) }
        }
    }

    private let count: Int
    /// Bytes that are kept at most; what is beyond is made each time.
    private let mostBytes: Int
    private let size = Atomic(0)
    /// Tables by the number of their section, for one kind of items each: nearly every section has one kind alone. Threads
    /// look here all the time, and none waits for another.
    private let first = LazyTable<Table>(count: FragmentCache.sectionCount)
    /// As many sections as a theme has by far; those beyond wait for each other.
    private static let sectionCount = 256
    private let further = Mutex<[Key: Table]>([:])

    /// - Parameter count: how many items there are; their identities are below it. Each may keep a KiB, which holds
    ///   a line or a claim, so that a site of any size makes them once.
    init(count: Int) {
        self.count = count
        mostBytes = max(16 << 20, count << 10)
    }

    /// Looks at the table of a section and the kind of its items.
    func withTable(section: Int32, shape: Shape, _ look: (Table) -> Void) {
        let key = Key(section: section, shape: ObjectIdentifier(shape))
        func make() -> Table { Table(shape: key.shape, count: count) }
        guard (0..<Self.sectionCount).contains(Int(section)) else { return look(furtherTable(key, make)) }
        first.withObject(Int(section), make) { table in
            look(table.shape == key.shape ? table : furtherTable(key, make))
        }
    }

    private func furtherTable(_ key: Key, _ make: () -> Table) -> Table {
        further.withLock { tables in
            if let known = tables[key] { return known }
            let table = make()
            tables[key] = table
            return table
        }
    }

    /// Two threads may make one at a time; both are the same.
    func keep(_ fragment: Fragment, of identity: Int, in table: Table) {
        let size = size.add(fragment.size, ordering: .relaxed).newValue
        if size <= mostBytes { _ = table.fragments.object(identity) { fragment } }
    }
}
