import Files
import Synchronization
import UTF8Text

/// Caches the output of list items, which is the same on all pages of a site: some ten lists show an entry, and the
/// pages of all actors concerned show a claim. The key is the section and the identity of the item. Without the cache a
/// build of 1,000 entries takes 10 % more instructions.
package final class FragmentCache: Sendable {
    /// Identifies a table: one section with one kind of item.
    private struct Key: Hashable {
        /// The number of the section: see ``SectionNumbers``.
        var section: Int32
        /// The shape of the items.
        var shape: ObjectIdentifier
    }

    /// The rendered bytes of one item, in a single piece of memory: a large site has one for each entry.
    @safe
    final class Fragment: Sendable {
        /// The bytes, followed by the offsets of ``root`` in them, of four bytes each. They do not change after
        /// initialisation.
        nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
        /// The number of bytes before the offsets.
        private let byteCount: Int32
        /// The relative path to the site's root with which the item was rendered.
        private let root: [UInt8]

        /// The memory that the fragment takes, in bytes.
        var size: Int { unsafe memory.count }

        /// Creates the fragment of an item.
        ///
        /// - Parameters:
        ///   - bytes: the item's output on one page.
        ///   - offsets: where that page's relative path to the site's root occurs in `bytes`, ascending.
        ///   - root: that path.
        init(_ bytes: UnsafeBufferPointer<UInt8>, _ offsets: [Int], of root: [UInt8]) {
            let memory = UnsafeMutableRawBufferPointer.allocate(
                byteCount: bytes.count + 4 * offsets.count, alignment: 1)
            unsafe memory.copyBytes(from: bytes)
            for (number, offset) in offsets.enumerated() {
                unsafe memory.storeBytes(
                    of: Int32(offset), toByteOffset: bytes.count + 4 * number, as: Int32.self)
            }
            unsafe self.memory = UnsafeRawBufferPointer(memory)
            byteCount = Int32(bytes.count)
            self.root = root
        }

        deinit { unsafe memory.deallocate() }

        /// Appends the bytes, with another page's relative path to the site's root in place of the original one.
        func write(to output: inout OutputBuffer, root other: [UInt8]) {
            let end = Int(byteCount)
            var written = 0
            if other != root {
                for place in stride(from: end, to: unsafe memory.count, by: 4) {
                    let offset = unsafe Int(memory.loadUnaligned(fromByteOffset: place, as: Int32.self))
                    append(written..<offset, to: &output)
                    output.append(bytes: other)
                    written = offset + root.count
                }
            }
            append(written..<end, to: &output)
        }

        @inline(__always)
        private func append(_ range: Range<Int>, to output: inout OutputBuffer) {
            let part = unsafe UnsafeRawBufferPointer(rebasing: memory[range])
            unsafe output.append(part.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// The fragments of one section with one kind of item, by the identity of the item.
    final class Table: Sendable {
        fileprivate let shape: ObjectIdentifier
        fileprivate let fragments: LazyTable<Fragment>

        fileprivate init(shape: ObjectIdentifier, count: Int) {
            self.shape = shape
            fragments = LazyTable(count: count)
        }

        /// Appends the fragment of an item, and returns false if it is not in the cache.
        func write(_ identity: Int, to output: inout OutputBuffer, root: borrowing [UInt8]) -> Bool {
            fragments.withObject(identity) { $0.write(to: &output, root: root) }
        }
    }

    /// The number of items that may have identities.
    private let count: Int
    /// The capacity of the cache in bytes; items beyond it are rendered each time.
    private let mostBytes: Int
    /// The size of all fragments in bytes.
    private let size = Atomic(0)
    /// The tables by section number, each for the first kind of item seen there: nearly every section has only one.
    /// All threads read this constantly and without locks.
    private let first = LazyTable<Table>(count: FragmentCache.sectionCount)
    /// The number of sections that are found without a lock; far more than a theme has.
    private static let sectionCount = 256
    /// The tables for all other sections and kinds of items.
    private let further = Mutex<[Key: Table]>([:])

    /// - Parameter count: the number of items; identities are below it. The capacity is one KiB for each, which holds
    ///   a line or a claim, so that a site of any size renders each item once.
    package init(count: Int) {
        self.count = count
        mostBytes = max(16 << 20, count << 10)
    }

    /// Calls a closure with the table for a section and the shape of its items.
    func withTable(section: Int32, shape: Shape, _ look: (Table) -> Void) {
        let key = Key(section: section, shape: ObjectIdentifier(shape))
        func make() -> Table { Table(shape: key.shape, count: count) }
        guard (0..<Self.sectionCount).contains(Int(section)) else { return look(furtherTable(key, make)) }
        first.withObject(Int(section), make) { table in
            look(table.shape == key.shape ? table : furtherTable(key, make))
        }
    }

    /// Returns a table that is not among the first ones, under a lock.
    private func furtherTable(_ key: Key, _ make: () -> Table) -> Table {
        further.withLock { tables in
            if let known = tables[key] { return known }
            let table = make()
            tables[key] = table
            return table
        }
    }

    /// Stores a fragment if there is room. Two threads may render the same item at once; their fragments are equal.
    func keep(_ fragment: Fragment, of identity: Int, in table: Table) {
        let size = size.add(fragment.size, ordering: .relaxed).newValue
        if size <= mostBytes { _ = table.fragments.object(identity) { fragment } }
    }
}
