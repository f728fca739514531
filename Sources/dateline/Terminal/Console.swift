import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard streams. This is the only code that prints.
enum Console {
    /// Prints the requested output.
    ///
    /// - Throws: `ExitCode.inputOutput` if it cannot be printed, because a reader must not take missing output for
    ///   success.
    static func output(_ text: String) throws {
        if write(text, to: STDOUT_FILENO) { return }
        error("error: standard output: \(String(cString: strerror(errno)))\n")
        throw ExitCode.inputOutput
    }

    static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether diagnostics are coloured: on a terminal, unless NO_COLOR is set and not empty (no-color.org) or TERM is
    /// `dumb`.
    static var isColoured: Bool {
        guard errorIsTerminal, getenv("NO_COLOR").map({ $0.pointee == 0 }) ?? true else { return false }
        return getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    /// An environment variable; nil if it is unset, empty or not valid UTF-8.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(validatingCString: value)
    }

    /// All bytes of standard input; nil if they cannot be read.
    static func readAll() -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = read(STDIN_FILENO, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { return nil }
            if got == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<got])
        }
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { buffer in
            var position = 0
            while position < buffer.count, let base = buffer.baseAddress {
                let put = systemWrite(descriptor, base + position, buffer.count - position)
                if put < 0, errno == EINTR { continue }
                guard put > 0 else { return false }
                position += put
            }
            return true
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
