import NIOCore
import Synchronization

/// The open connections and their activities, bounded in number and memory, so that no client takes what others need.
///
/// A new connection is always accepted. If there are too many, the one that has waited longest without a request is
/// closed; if none waits, the one that has taken nothing of its answer for longest.
final class Connections: Sendable {
    enum Business: Hashable, Sendable {
        /// A request is awaited, or has arrived in part.
        case waiting
        /// An answer is being made.
        case working
        /// An answer is being sent; the value is the memory that it holds, in bytes.
        case sending(Int)
        /// Events are sent as they occur.
        case streaming

        fileprivate var held: Int {
            if case .sending(let count) = self { count } else { 0 }
        }
    }

    fileprivate struct Entry {
        let channel: any Channel
        var business = Business.waiting
        /// The time at which the activity began, or at which the client last took something.
        var since: NIODeadline
    }

    fileprivate struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var held = 0
    }

    /// The limit of memory for answers, in bytes.
    private let mostHeld: Int
    private let most: Int
    private let state = Mutex(State())

    init(most: Int, mostHeld: Int = 128 << 20) {
        self.most = most
        self.mostHeld = mostHeld
    }

    var count: Int { state.withLock { $0.entries.count } }

    func add(_ channel: any Channel) {
        let inTheWay = state.withLock { state in
            let inTheWay = state.entries.count < most ? nil : state.leastNeeded()
            state.entries[ObjectIdentifier(channel)] = Entry(channel: channel, since: .now())
            return inTheWay
        }
        inTheWay?.close(promise: nil)
    }

    func remove(_ channel: any Channel) {
        state.withLock { state in
            guard let entry = state.entries.removeValue(forKey: ObjectIdentifier(channel)) else { return }
            state.held -= entry.business.held
        }
    }

    /// Records a connection's current activity. If all answers together then hold too much memory, stalled connections
    /// are closed.
    func note(_ channel: any Channel, _ business: Business) {
        let inTheWay = state.withLock { state -> [any Channel] in
            let key = ObjectIdentifier(channel)
            guard var entry = state.entries[key] else { return [] }
            state.held += business.held - entry.business.held
            (entry.business, entry.since) = (business, .now())
            state.entries[key] = entry
            return state.held > mostHeld ? state.stalled(holding: state.held - mostHeld, but: key) : []
        }
        for other in inTheWay { other.close(promise: nil) }
    }

    /// Records that the client has taken something.
    func noteProgress(_ channel: any Channel) {
        state.withLock { $0.entries[ObjectIdentifier(channel)]?.since = .now() }
    }
}

extension Connections.State {
    /// The connection that is closed to make room for another.
    fileprivate func leastNeeded() -> (any Channel)? {
        func rank(_ entry: Connections.Entry) -> Int {
            switch entry.business {
            case .waiting: 0
            case .sending: 1
            case .streaming: 2
            case .working: 3
            }
        }
        return entries.values.min { (rank($0), $0.since) < (rank($1), $1.since) }?.channel
    }

    /// The connections whose clients have taken nothing for longest; as many as hold `excess` bytes together.
    fileprivate func stalled(holding excess: Int, but key: ObjectIdentifier) -> [any Channel] {
        var left = excess
        var found: [any Channel] = []
        let senders = entries.filter { $0.key != key && $0.value.business.held > 0 }.values
        for entry in senders.sorted(by: { $0.since < $1.since }) where left > 0 {
            left -= entry.business.held
            found.append(entry.channel)
        }
        return found
    }
}
