import NIOCore
import NIOPosix
import SiteRendering
import Synchronization
import TimelineModel

/// Has files made that a site makes when they are asked for, away from the thread that serves all connections: what
/// takes long is in nobody's way.
///
/// Who asks for a file that is being made waits for it without a thread, and however many are sent it, it is in memory
/// once.
final class Renderings: Sendable {
    typealias Made = Result<[UInt8], FileFailure>

    private struct State {
        /// Which of the states of a preview the files are of.
        var name = ""
        var files: [String: EventLoopFuture<Made>] = [:]
        /// How many bytes the files have that are kept.
        var size = 0
    }

    /// What is kept in all. A file that finds no room is made each time.
    private static let mostKept = 32 << 20
    /// How many are made at once: many more than there are processors, since one that takes very long takes all the time
    /// a thread of its own.
    private static let threadCount = 12

    private let threads = NIOThreadPool(numberOfThreads: Renderings.threadCount)
    private let state = Mutex(State())

    init() { threads.start() }

    func stop() { try? threads.syncShutdownGracefully() }

    func made(_ file: OutputFile, for preview: Preview, on loop: any EventLoop) -> EventLoopFuture<Made> {
        let name = preview.stateName
        let (future, promise) = state.withLock { state -> (EventLoopFuture<Made>, EventLoopPromise<Made>?) in
            // An older state may still be asked for, by who began before the newer was there.
            if state.name != name { state = State(name: name) }
            if let future = state.files[file.path] { return (future, nil) }
            let promise = loop.makePromise(of: Made.self)
            state.files[file.path] = promise.futureResult
            return (promise.futureResult, promise)
        }
        guard let promise else { return future }
        threads.submit { jobState in
            guard jobState == .active else { return promise.fail(ChannelError.alreadyClosed) }
            let made = file.made(for: preview)
            self.keep(file.path, name, size: (try? made.get().count) ?? 0)
            promise.succeed(made)
        }
        return future
    }

    private func keep(_ path: String, _ name: String, size: Int) {
        state.withLock { state in
            guard state.name == name else { return }
            if state.size + size <= Self.mostKept { state.size += size } else { state.files[path] = nil }
        }
    }
}
