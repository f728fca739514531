import NIOCore
import NIOPosix
import SiteOutput
import SiteRendering
import Synchronization
import TimelineModel

/// Renders files on request, on threads other than the one that serves all connections, so that a slow file delays
/// nobody else.
///
/// A request for a file that is already being rendered waits without a thread. However many clients receive a file, it
/// is in memory once.
final class Renderings: Sendable {
    typealias Made = Result<[UInt8], WriteFailure>

    private struct State {
        /// The name of the preview's state from which the files were rendered.
        var name = ""
        var files: [String: EventLoopFuture<Made>] = [:]
        /// The total size of the files that are kept, in bytes.
        var size = 0
    }

    /// The limit of memory for rendered files, in bytes. A file that does not fit is rendered each time.
    private static let mostKept = 32 << 20
    /// The number of files that are rendered at once: many more than there are processors, because one that takes very
    /// long occupies a thread all the time.
    private static let threadCount = 12

    private let threads = NIOThreadPool(numberOfThreads: Renderings.threadCount)
    private let state = Mutex(State())

    init() { threads.start() }

    func stop() { try? threads.syncShutdownGracefully() }

    func made(_ file: OutputFile, for preview: Preview, on loop: any EventLoop) -> EventLoopFuture<Made> {
        let name = preview.stateName
        let (future, promise) = state.withLock { state -> (EventLoopFuture<Made>, EventLoopPromise<Made>?) in
            // A request that began before the newest state may still ask for an older one.
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
