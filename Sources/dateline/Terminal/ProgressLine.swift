import Synchronization

/// The progress of a long build, in one line of the terminal.
final class ProgressLine: Sendable {
    private let start: ContinuousClock.Instant
    /// The time at which the line was last written; nil before the first time.
    private let shown = Mutex<ContinuousClock.Instant?>(nil)

    init(since start: ContinuousClock.Instant) {
        self.start = start
    }

    /// Writes the line, unless the build began less than 500 ms ago or the line was written less than 100 ms ago.
    func show(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        guard now - start > .milliseconds(500) else { return }
        shown.withLock { last in
            if let last, now - last < .milliseconds(100) { return }
            last = now
            Console.error("\r\u{1B}[K\(done) of \(total) files")
        }
    }

    func clear() {
        shown.withLock { last in
            if last != nil { Console.error("\r\u{1B}[K") }
        }
    }
}
