import Synchronization

/// A value that is created on first use, under a lock: a second thread waits for the first instead of creating the
/// value too.
package final class LazyValue<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    package init() {}

    /// The value; nil if it has not been created.
    package var known: Value? { made.withLock { $0 } }

    /// Returns the value, which is created if necessary.
    package func value(_ make: () -> Value) -> Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
