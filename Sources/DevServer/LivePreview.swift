import NIOCore
import NIOHTTP1
import SiteRendering
import Synchronization
import TimelineModel

/// The current preview, and the browsers that are notified when it changes.
final class LivePreview: Sendable {
    private struct State {
        var preview: Preview
        var listeners: [ObjectIdentifier: any Channel] = [:]
    }

    private let state: Mutex<State>

    init(_ preview: Preview) {
        state = Mutex(State(preview: preview))
    }

    var current: Preview { state.withLock { $0.preview } }

    /// Changes the preview, and then notifies every browser: a browser that reloads gets the new pages.
    func change(_ change: (inout Preview) -> Void) {
        // The old state is released outside of the lock, because freeing a large site takes a while.
        let before = current
        state.withLock { state in
            change(&state.preview)
            let event = state.preview.event
            for channel in state.listeners.values { Self.send(event, to: channel) }
        }
        withExtendedLifetime(before) {}
    }

    /// Sends the current state to a browser, and every later one. No state between is missed, and the order is kept.
    func add(_ channel: any Channel) {
        state.withLock { state in
            state.listeners[ObjectIdentifier(channel)] = channel
            Self.send(state.preview.event, to: channel)
        }
    }

    func remove(_ channel: any Channel) {
        state.withLock { state in state.listeners[ObjectIdentifier(channel)] = nil }
    }

    /// Sends an event to a browser, or closes its connection if it does not read.
    private static func send(_ event: String, to channel: any Channel) {
        guard channel.isWritable else {
            channel.close(promise: nil)
            return
        }
        let body = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: event)))
        channel.writeAndFlush(body, promise: nil)
    }
}
