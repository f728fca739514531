/// The input files that may have changed. Whether they did is found by reading them.
public enum InputChange: Hashable, Sendable {
    /// Files by their paths, relative to the site's folder.
    case paths(Set<String>)
    /// Any file.
    case everything

    mutating func add(_ other: InputChange) {
        switch (self, other) {
        case (.paths(let mine), .paths(let others)): self = .paths(mine.union(others))
        default: self = .everything
        }
    }
}

/// Reports possible changes of a site's input files.
public protocol InputWatcher: AnyObject {
    /// Waits for a change.
    ///
    /// - Parameter milliseconds: the longest wait; nil is forever.
    /// - Returns: the change; nil if there was none in that time.
    /// - Throws: a failure if changes can no longer be observed.
    func change(within milliseconds: Int?) throws(WatchFailure) -> InputChange?
}

/// The reason why changes cannot be observed.
public struct WatchFailure: Error, Hashable, Sendable {
    /// The reason, in words.
    public let reason: String
}

extension InputWatcher {
    /// Waits for a change, and then until nothing has changed for a moment, so that saving several files leads to one
    /// build.
    ///
    /// - Parameters:
    ///   - milliseconds: the longest wait for the first change; nil is forever.
    ///   - quiet: the time without changes that ends the wait, in milliseconds.
    ///   - longest: the number of further changes to wait for at most, so that continuous writing is shown too.
    /// - Returns: all changes together; nil if there was none in that time.
    /// - Throws: a failure if changes can no longer be observed.
    public func settledChange(
        within milliseconds: Int? = nil, quiet: Int = 40, longest: Int = 10
    ) throws(WatchFailure) -> InputChange? {
        guard var change = try change(within: milliseconds) else { return nil }
        for _ in 0..<longest {
            guard let more = try self.change(within: quiet) else { break }
            change.add(more)
        }
        return change
    }
}

/// Returns the best watcher that the system offers for a site's folder: inotify on Linux, else polling.
///
/// - Parameter onPolling: called with the reason if polling replaces inotify.
public func inputWatcher(
    for root: String, onPolling: (WatchFailure) -> Void = { _ in }
) -> any InputWatcher {
    #if os(Linux)
        do {
            return try InotifyWatcher(root: root)
        } catch {
            onPolling(error)
        }
    #endif
    return PollingWatcher(root: root)
}
