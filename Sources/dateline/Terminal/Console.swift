import ArgumentParser
import Files

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
        error(unsafe "error: standard output: \(String(cString: strerror(errno)))\n")
        throw ExitCode.inputOutput
    }

    static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether diagnostics are coloured: on a terminal, unless NO_COLOR is set and not empty (no-color.org) or TERM is
    /// `dumb`.
    static var isColoured: Bool {
        guard errorIsTerminal, unsafe getenv("NO_COLOR").map({ unsafe $0.pointee == 0 }) ?? true else {
            return false
        }
        return unsafe getenv("TERM").map { unsafe String(cString: $0) } != "dumb"
    }

    /// An environment variable; nil if it is unset, empty or not valid UTF-8.
    static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
        return unsafe String(validatingCString: value)
    }

    /// All bytes of standard input; nil if they cannot be read.
    static func readAll() -> [UInt8]? {
        Descriptor.readAll(STDIN_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { buffer in
            do throws(FileFailure) {
                try unsafe Descriptor.writeAll(UnsafeRawBufferPointer(buffer), to: descriptor, of: "")
                return true
            } catch {
                return false
            }
        }
    }
}
