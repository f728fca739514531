import NIOCore
import Synchronization

/// The connections that are open, and what they are busy with: bounds in all, so that no client takes what others need.
///
/// There is always room for one more: who has waited longest without asking for anything has to go, then who has taken
/// nothing of an answer for longest.
final class Connections: Sendable {
    enum Business: Hashable, Sendable {
        /// A request is awaited, or has come in part.
        case waiting
        /// An answer is made.
        case working
        /// An answer is sent that takes so many bytes of memory.
        case sending(Int)
        /// Events are sent as they come.
        case streaming

        fileprivate var held: Int {
            if case .sending(let count) = self { count } else { 0 }
        }
    }

    fileprivate struct Entry {
        let channel: any Channel
        var business = Business.waiting
        /// Since when, or when the other side last took something.
        var since: NIODeadline
    }

    fileprivate struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var held = 0
    }

    /// How many answers may be in memory, in bytes.
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

    /// Tells what a connection does from now on.
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

    /// Tells that the other side has taken something.
    func noteProgress(_ channel: any Channel) {
        state.withLock { $0.entries[ObjectIdentifier(channel)]?.since = .now() }
    }
}

extension Connections.State {
    /// The one that is missed least.
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

    /// Those that have taken nothing for longest, as many as hold so much.
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
