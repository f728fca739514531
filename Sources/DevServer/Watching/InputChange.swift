/// What may have changed among the files that a site is made of. That it has is seen by reading them.
public enum InputChange: Hashable, Sendable {
    /// Files by their paths from the site's folder.
    case paths(Set<String>)
    /// Anything.
    case everything

    mutating func add(_ other: InputChange) {
        switch (self, other) {
        case (.paths(let mine), .paths(let others)): self = .paths(mine.union(others))
        default: self = .everything
        }
    }
}

/// Tells what may have changed.
public protocol InputWatcher: AnyObject {
    /// Waits for a change.
    ///
    /// - Parameter milliseconds: how long; nil waits for ever.
    /// - Returns: nil where there was none in that time.
    func change(within milliseconds: Int?) throws(WatchFailure) -> InputChange?
}

/// Why changes cannot be seen.
public struct WatchFailure: Error, Hashable, Sendable {
    /// In words.
    public let reason: String
}

extension InputWatcher {
    /// Waits for a change, and then until nothing has changed for a moment: who saves several files at once
    /// wants to see one site.
    ///
    /// - Parameters:
    ///   - quiet: how long nothing is to change, in milliseconds.
    ///   - longest: how many changes are waited for at most; who never stops writing is shown something too.
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

/// The best watcher that the system has for a site's folder.
///
/// - Parameter told: told why it is one that looks from time to time, where the system would have a better one.
public func inputWatcher(
    for root: String, told: (WatchFailure) -> Void = { _ in }
) -> any InputWatcher {
    #if os(Linux)
        do {
            return try InotifyWatcher(root: root)
        } catch {
            told(error)
        }
    #endif
    return PollingWatcher(root: root)
}
