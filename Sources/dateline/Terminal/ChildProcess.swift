import ArgumentParser
import Diagnostics
import Files
import Synchronization

// The environment is a global variable of C's.
#if canImport(Glibc)
    @unsafe @preconcurrency import Glibc
#elseif canImport(Darwin)
    @unsafe @preconcurrency import Darwin
#endif

#if canImport(Darwin)
    /// The attributes of a spawned process, a pointer on Darwin.
    private typealias SpawnAttributes = posix_spawnattr_t?
#else
    /// The attributes of a spawned process, a structure elsewhere.
    private typealias SpawnAttributes = posix_spawnattr_t
#endif

/// Another program, started without a shell.
enum ChildProcess {
    /// The result of a finished program.
    struct Result {
        /// Its exit code; if a signal ended it, 128 plus the signal's number, as in shells.
        var status: Int32
        /// Its standard output if that was captured; otherwise empty.
        var output: [UInt8]
    }

    /// Serialises starts. A program started between the creation of a pipe and the closing of its far end would inherit
    /// that end and keep it open.
    private static let starting = Mutex(())

    /// Runs a program, found by PATH, and waits for it.
    ///
    /// - Parameter captures: whether to return its output; otherwise the program shares this one's streams.
    /// - Returns: the result; nil if the program cannot be started.
    static func run(_ arguments: [String], capturing captures: Bool = false) -> Result? {
        guard let (child, reading) = start(arguments, capturing: captures) else { return nil }
        var output: [UInt8] = []
        if let reading {
            output = Descriptor.readAll(reading) ?? []
            close(reading)
        }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            if errno != EINTR { return Result(status: 127, output: output) }
        }
        let signal = status & 0x7F
        return Result(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output)
    }

    /// Starts a program, found by PATH, that shares this one's streams, and does not wait for it.
    ///
    /// - Returns: false if the program cannot be started.
    static func launch(_ arguments: [String]) -> Bool { start(arguments, capturing: false) != nil }

    /// Starts a program, and returns its process id and the reading end of the pipe for its output.
    private static func start(_ arguments: [String], capturing captures: Bool) -> (pid_t, Int32?)? {
        starting.withLock { _ in spawn(arguments, capturing: captures) }
    }

    private static func spawn(_ arguments: [String], capturing captures: Bool) -> (pid_t, Int32?)? {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
        #endif
        guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var ends: [Int32] = [-1, -1]
        if captures {
            guard unsafe pipe(&ends) == 0 else { return nil }
            _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
            unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
            unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
            unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        #if canImport(Darwin)
            var attributes: SpawnAttributes = nil
        #else
            var attributes = SpawnAttributes()
        #endif
        Self.setSignals(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        var child: pid_t = 0
        let failure = unsafe posix_spawnp(&child, arguments[0], &actions, &attributes, pointers, environment)
        if captures { close(ends[1]) }
        if failure == 0 { return (child, captures ? ends[0] : nil) }
        if captures { close(ends[0]) }
        return nil
    }

    /// Gives the program the default action for the signals that this one ignores.
    private static func setSignals(_ attributes: inout SpawnAttributes) {
        unsafe posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGXFSZ)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    }

    /// The environment that the program inherits: this one's own.
    private static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        #if canImport(Darwin)
            return _NSGetEnviron().pointee
        #else
            return unsafe environ
        #endif
    }
}

/// The user's text editor.
enum Editor {
    /// Opens a file with `$VISUAL` or `$EDITOR`, and waits until the editor exits. The variable may contain arguments:
    /// `code --wait`.
    static func open(_ path: String) throws {
        let names = ["VISUAL", "EDITOR"].compactMap { Console.variable($0) }
        guard let command = names.first else {
            Console.error("error: neither VISUAL nor EDITOR is set; the entry was written\n")
            throw ExitCode.inputOutput
        }
        let words = command.split(separator: " ").map(String.init)
        guard let result = ChildProcess.run(words + [path]) else {
            Console.error("error: \(printable(words[0])): cannot be started; the entry was written\n")
            throw ExitCode.inputOutput
        }
        if result.status != 0 { throw ExitCode(result.status) }
    }
}
