import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard input in single keys, without line buffering and echo.
struct KeyTerminal {
    /// The terminal's previous state.
    private let before: termios
    /// The signals that would end or stop the program while the terminal's state is changed.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    /// The longest time before a signal is noticed, in milliseconds.
    private static let patience: Int32 = 200

    /// Nil if standard input is not a terminal.
    init?() {
        var state = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &state) == 0 else { return nil }
        before = state
        take()
    }

    /// Restores the terminal's state and the signals' default actions.
    func restore() {
        var state = before
        unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
        for signal in Self.signals { Self.handle(signal, SIG_DFL) }
    }

    private func take() {
        var state = before
        state.c_lflag &= ~tcflag_t(ICANON | ECHO)
        // An earlier program may have set the minimum number of bytes to 0: reading must wait for one.
        unsafe withUnsafeMutableBytes(of: &state.c_cc) { characters in
            unsafe characters[Int(VMIN)] = 1
            unsafe characters[Int(VTIME)] = 0
        }
        caughtSignal.store(0, ordering: .relaxed)
        for signal in Self.signals { Self.handle(signal) { caughtSignal.store($0, ordering: .relaxed) } }
        unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
    }

    /// Returns the next byte; nil at the end of input.
    ///
    /// - Parameter redraw: called when the program continues after it was stopped.
    func key(redraw: () -> Void) -> UInt8? {
        while true {
            // A signal just before the poll does not interrupt it, and is noticed when the poll ends.
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&input, 1, Self.patience)
            let signal = caughtSignal.exchange(0, ordering: .relaxed)
            if signal != 0 {
                restore()
                Console.error("\n")
                raise(signal)
                // Only after a stop does the program continue here.
                take()
                redraw()
            } else if ready > 0 {
                var byte: UInt8 = 0
                let got = unsafe read(STDIN_FILENO, &byte, 1)
                if got == 1 { return byte }
                if got == 0 || errno != EINTR { return nil }
            } else if ready < 0, errno != EINTR {
                return nil
            }
        }
    }

    /// Skips the rest of an arrow key or of another key of several bytes (ECMA-48, 5.4); Escape alone has none.
    func skipSequence() {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&input, 1, 50) == 1, let kind = key(redraw: {}) else { return }
        guard kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else { return }
        while let byte = key(redraw: {}), !(0x40...0x7E).contains(byte) {}
    }

    /// Sets a signal's handler without SA_RESTART, so that a signal interrupts the wait for a key.
    private static func handle(_ number: Int32, _ handler: sig_t?) {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #else
            unsafe action.__sigaction_handler.sa_handler = handler
        #endif
        unsafe sigaction(number, &action, nil)
    }
}

/// The last signal caught while keys are read; 0 if none.
private let caughtSignal = Atomic<Int32>(0)
