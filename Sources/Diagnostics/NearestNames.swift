import Synchronization
import UTF8Text

/// An index of names for repeated searches for the one nearest to an unknown name: a site may have as many unknown ids
/// as registered ones.
///
/// All names of a small set are compared. Of a large set only a few dozen are: those that share the most trigrams with
/// the unknown name, of which the rarest are looked up first. The cost of a look-up therefore does not grow with the
/// number of names. The result depends on the names alone: not on their order, earlier look-ups, or the number of
/// threads.
public final class NearestNames: Sendable {
    private let names: @Sendable () -> [String]
    private let made = Mutex<NameIndex?>(nil)

    /// Creates an index that is built at the first look-up; most sites never need one.
    ///
    /// - Parameter names: returns the names; called at the first look-up.
    public init(_ names: @escaping @Sendable () -> [String]) { self.names = names }

    /// Returns the name that a writer most likely meant, or nil if none is near; see ``nearestName(to:among:)``.
    ///
    /// - Parameter other: a name that cannot be meant, because it is the one that makes the reference.
    public func nearest(to name: String, except other: String? = nil) -> String? {
        search(for: name, except: other).name
    }

    /// Returns the nearest name, and the number of names that were compared.
    func search(for name: String, except other: String? = nil) -> (name: String?, compared: Int) {
        let index = made.withLock { made in
            let index = made ?? NameIndex(names())
            made = index
            return index
        }
        return index.search(for: name, except: other)
    }
}

/// An immutable trigram index of names.
private final class NameIndex: Sendable {
    /// The number of names up to which comparing all takes less time than choosing some.
    private static let few = 128
    /// The number of names that are compared out of a large set.
    private static let mostCompared = 32
    /// The number of entries of trigram lists that are examined to choose them.
    private static let mostIndices = 512

    /// The names without duplicates, in byte order.
    private let names: [ComparedName]
    /// The indices of the names that contain each trigram; empty for a small set.
    private let indices: [UInt64: [Int32]]

    init(_ names: [String]) {
        self.names = Set(names).sorted(byBytesOf: \.self).map { ComparedName($0) }
        var indices: [UInt64: [Int32]] = [:]
        if self.names.count > Self.few {
            for (index, name) in self.names.enumerated() {
                for run in name.runs { indices[run, default: []].append(Int32(truncatingIfNeeded: index)) }
            }
        }
        self.indices = indices
    }

    func search(for name: String, except other: String?) -> (name: String?, compared: Int) {
        let wanted = ComparedName(name)
        var nearest = NearestSoFar(to: wanted)
        let chosen = names.count > Self.few ? chosen(for: wanted) : Array(names.indices)
        for index in chosen where names[index].text != other { nearest.compare(names[index]) }
        return (nearest.name, chosen.count)
    }

    /// The indices of the names that share most trigrams with the wanted one; of equals, those first in byte order.
    private func chosen(for wanted: ComparedName) -> [Int] {
        let lists = wanted.runs.compactMap { run in indices[run].map { (run: run, indices: $0) } }
            .sorted { ($0.indices.count, $0.run) < ($1.indices.count, $1.run) }
        var shared: [Int32: Int] = [:]
        var left = Self.mostIndices
        for list in lists where left > 0 {
            for index in list.indices.prefix(left) { shared[index, default: 0] += 1 }
            left -= list.indices.count
        }
        let ranked = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(Self.mostCompared).map { Int($0.key) }
    }
}

extension ComparedName {
    /// The distinct trigrams; the beginning and the end count as letters.
    fileprivate var runs: Set<UInt64> {
        let padded = [1, 1] + scalars.map { UInt64($0.value) } + [2, 2]
        return Set((2..<padded.count).map { padded[$0 - 2] << 42 | padded[$0 - 1] << 21 | padded[$0] })
    }
}
