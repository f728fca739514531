import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Settings of the whole process, independent of the program that started it.
enum ProcessState {
    /// Ensures that failed writes are reported as errors, and that no output goes to an unintended file.
    static func prepare() {
        // Exceeding the limit of file size is a write error, like a full disk, and must not end the program.
        signal(SIGXFSZ, SIG_IGN)
        // A failed allocation ends the program by one of these signals.
        for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV] { signal(number, endSayingWhatIsMissing) }
        // The number of a closed standard stream would go to the next file that is opened, and output into that file. A
        // folder takes the number instead, because it can be neither read nor written.
        for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
            _ = unsafe open("/", O_RDONLY | O_DIRECTORY)
        }
    }

    /// Raises the limit of open files to what work on all processors takes, and checks that enough can be opened. The
    /// thread runtime would otherwise end the program without a message.
    ///
    /// - Throws: `ExitCode.inputOutput`, after a message, if too few can be opened.
    static func requireFiles() throws {
        let wanted = 24 + 4 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var limit = rlimit()
        if unsafe getrlimit(openFiles, &limit) == 0, limit.rlim_cur < rlim_t(wanted),
            limit.rlim_cur < limit.rlim_max
        {
            limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
            unsafe setrlimit(openFiles, &limit)
        }
        var opened: [Int32] = []
        defer { for file in opened { close(file) } }
        for _ in 0..<least {
            let file = unsafe open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if file < 0 {
                Console.error(
                    unsafe "error: \(String(cString: strerror(errno))): at least \(least) more files must be open at a time; "
                        + "raise the system's limit (ulimit -n)\n")
                throw ExitCode.inputOutput
            }
            opened.append(file)
        }
    }

    private static let least = 16

    #if canImport(Darwin)
        private static let openFiles = RLIMIT_NOFILE
    #else
        private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
}

/// Ends the program after a fault: with a message if the system has no memory left for it, otherwise by the signal.
private func endSayingWhatIsMissing(_ number: Int32) {
    // A signal handler may only make system calls. Only large sites ask for this much memory at once.
    let sample = unsafe mmap(nil, 256 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    if unsafe sample == MAP_FAILED {
        let message: StaticString =
            "error: the system gives this program no more memory; raise its limit (ulimit -v)\n"
        _ = unsafe write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(EX_IOERR)
    }
    signal(number, SIG_DFL)
    raise(number)
}

/// Makes Ctrl-C and SIGTERM end the program at once, with exit code 0. A preview has nothing to clean up: it writes no
/// file, and its connections end with it.
func endOnSignals() {
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGTERM) { _ in _exit(0) }
    // The parent process may have blocked these signals, and the mask is inherited.
    var ending = sigset_t()
    unsafe sigemptyset(&ending)
    unsafe sigaddset(&ending, SIGINT)
    unsafe sigaddset(&ending, SIGTERM)
    unsafe pthread_sigmask(SIG_UNBLOCK, &ending, nil)
    // A reader that has gone is a write error, and must not end the program.
    signal(SIGPIPE, SIG_IGN)
}

/// Opens an address with the desktop's own tool; prints a message if there is none.
func openInBrowser(_ address: String) {
    #if canImport(Darwin)
        let tool = "open"
    #else
        let tool = "xdg-open"
    #endif
    if !ChildProcess.launch([tool, address]) { Console.error("\(tool) is not there to open the page\n") }
}

/// Returns the absolute form of a path; the path itself if the current folder is not known.
func absolutePath(_ path: String) -> String {
    guard path.utf8.first != UInt8(ascii: "/"), let pointer = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(pointer) }
    let here = unsafe String(cString: pointer)
    return path == "." ? here : here + "/" + path
}
