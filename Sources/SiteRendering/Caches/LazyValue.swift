import Synchronization

/// A value that is made when it is first asked for. A thread that asks while another makes it waits, and does not make
/// it too.
final class LazyValue<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func value(_ make: () -> Value) -> Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
