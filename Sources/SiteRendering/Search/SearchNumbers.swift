import TimelineModel
import UTF8Text

/// The numbers by which the data files name entries.
///
/// An entry's number depends on its slug and its neighbourhood alone, so a new entry does not change the numbers of
/// others, and only the files that contain its words change. The entries are cut into runs in timeline order
/// (``StableCuts``); each run gets a place among all numbers, and each entry one within its run, by hashing.
struct SearchNumbers: Sendable {
    /// The entries of each run, in timeline order.
    let runs: [Range<Int>]
    /// The place of each run; its numbers begin at the place times ``width``.
    let places: [Int]
    /// The number of each entry.
    let numbers: [Int]
    /// The count of numbers in a run, used or not.
    let width: Int

    /// The greatest number of entries in a run, which are in one file of results.
    private static let mostInRun = 32
    /// The count of numbers in a run. A quarter more than entries, and thus half as many again on average, lets few of
    /// them meet on one number; each further number would make the sets of entries longer.
    private static let longWidth = 40

    /// The numbers of a timeline's entries; for a short one, simply their indices.
    init(of timeline: Timeline, isLong: Bool) {
        let entries = timeline.entries
        guard isLong, !entries.isEmpty else {
            runs = [0..<entries.count]
            places = [0]
            numbers = Array(entries.indices)
            width = entries.count
            return
        }
        let hashes = entries.map { Fingerprint(of: Array($0.slug.value.utf8)) }
        runs = StableCuts.parts(entries.count, atMost: Self.mostInRun) {
            StableCuts.Key(hash: hashes[$0].low)
        }
        width = Self.longWidth
        places = Self.places(runs.map { hashes[$0.lowerBound].high }, among: Self.placeCount(for: runs.count))
        var numbers: [Int] = []
        numbers.reserveCapacity(entries.count)
        for (run, place) in zip(runs, places) {
            numbers += Self.places(hashes[run].map(\.high), among: width).map { place * Self.longWidth + $0 }
        }
        self.numbers = numbers
    }

    /// An upper bound of all numbers.
    var size: Int { ((places.max() ?? 0) + 1) * width }

    /// The entries in the order of their numbers.
    var order: [Int] { numbers.indices.sorted { numbers[$0] < numbers[$1] } }

    /// Returns the number of places for runs: at least 1.3 times as many, so that few of them meet on one place, and a
    /// multiple of an eighth of a power of two, so that it rarely changes.
    private static func placeCount(for count: Int) -> Int {
        let least = count + (count * 3 + 9) / 10
        var step = 1
        while step * 16 <= least { step *= 2 }
        return (least + step - 1) / step * step
    }

    /// Returns a place for each hash, all different. The hashes are placed in ascending order, each where its value
    /// belongs or right after the one before, so that a further one moves only those next to it.
    private static func places(_ hashes: [UInt64], among count: Int) -> [Int] {
        var places = [Int](repeating: 0, count: hashes.count)
        var free = 0
        for (rank, index) in hashes.indices.sorted(by: { hashes[$0] < hashes[$1] }).enumerated() {
            let own = Int(hashes[index].multipliedFullWidth(by: UInt64(count)).high)
            places[index] = min(max(own, free), count - (hashes.count - rank))
            free = places[index] + 1
        }
        return places
    }
}
