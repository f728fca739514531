import Synchronization

/// Names among which the nearest is looked for again and again: a site may have as many unknown ids as registered ones.
///
/// Few names are all compared. Of many only those are that have most of their rare runs of letters in common with the
/// name that is looked for, so that a look-up costs the same however many names there are. What it finds rests on the
/// names alone: neither on their order, nor on what was looked for before, nor on the number of threads.
public final class NearestNames: Sendable {
    private let names: @Sendable () -> [String]
    private let made = Mutex<NameIndex?>(nil)

    /// - Parameter names: asked for when the first name is looked for; most sites never do.
    public init(_ names: @escaping @Sendable () -> [String]) { self.names = names }

    /// The name that a writer most likely meant by another, or nil if none is near; see ``nearestName(to:among:)``.
    ///
    /// - Parameter other: what is not meant, since it is what refers to the name.
    public func nearest(to name: String, except other: String? = nil) -> String? {
        search(for: name, except: other).name
    }

    /// The same, with how many names were compared.
    func search(for name: String, except other: String? = nil) -> (name: String?, compared: Int) {
        let index = made.withLock { made in
            let index = made ?? NameIndex(names())
            made = index
            return index
        }
        return index.search(for: name, except: other)
    }
}

/// Names with what is found by their letters; it never changes.
private final class NameIndex: Sendable {
    /// Up to so many names it takes less time to compare each than to choose.
    private static let few = 128
    /// How many of many names are compared.
    private static let mostCompared = 32
    /// How many places in the lists of runs are looked at to choose them.
    private static let mostPlaces = 512

    /// Each once, in the order of their bytes.
    private let names: [ComparedName]
    /// The places of the names that have a run of three letters, where there are many names.
    private let places: [UInt64: [Int32]]

    init(_ names: [String]) {
        self.names = Set(names).sorted(byBytesOf: \.self).map { ComparedName($0) }
        var places: [UInt64: [Int32]] = [:]
        if self.names.count > Self.few {
            for (place, name) in self.names.enumerated() {
                for run in name.runs { places[run, default: []].append(Int32(truncatingIfNeeded: place)) }
            }
        }
        self.places = places
    }

    func search(for name: String, except other: String?) -> (name: String?, compared: Int) {
        let wanted = ComparedName(name)
        var nearest = NearestSoFar(to: wanted)
        let chosen = names.count > Self.few ? chosen(for: wanted) : Array(names.indices)
        for place in chosen where names[place].text != other { nearest.compare(names[place]) }
        return (nearest.name, chosen.count)
    }

    /// The places of the names that have most runs in common with another; of equals the first.
    private func chosen(for wanted: ComparedName) -> [Int] {
        let lists = wanted.runs.compactMap { run in places[run].map { (run: run, places: $0) } }
            .sorted { ($0.places.count, $0.run) < ($1.places.count, $1.run) }
        var shared: [Int32: Int] = [:]
        var left = Self.mostPlaces
        for list in lists where left > 0 {
            for place in list.places.prefix(left) { shared[place, default: 0] += 1 }
            left -= list.places.count
        }
        let ranked = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(Self.mostCompared).map { Int($0.key) }
    }
}

extension ComparedName {
    /// The runs of three letters, each once; the beginning and the end count as letters.
    fileprivate var runs: Set<UInt64> {
        let padded = [1, 1] + scalars.map { UInt64($0.value) } + [2, 2]
        return Set((2..<padded.count).map { padded[$0 - 2] << 42 | padded[$0 - 1] << 21 | padded[$0] })
    }
}
