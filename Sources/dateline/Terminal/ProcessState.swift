import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What holds for the whole process, whoever started it.
enum ProcessState {
    /// Makes that writing fails in words, and in no other file.
    static func prepare() {
        // A limit on the size of files is an error of writing, like a full disk, and no end.
        signal(SIGXFSZ, SIG_IGN)
        // What asks for memory ends the program by one of these where it gets none.
        for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV] { signal(number, endSayingWhatIsMissing) }
        // The next file that is opened would get the number of a stream that is closed, and what is printed would go
        // into it. A folder can be neither read nor written.
        for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
            _ = open("/", O_RDONLY | O_DIRECTORY)
        }
    }

    /// Asks for as many open files as work on all processors takes; where the system does not let this process have
    /// them, that is said here. What runs threads for us ends the program without a word.
    static func requireFiles() throws {
        let wanted = 24 + 4 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var limit = rlimit()
        if getrlimit(openFiles, &limit) == 0, limit.rlim_cur < rlim_t(wanted), limit.rlim_cur < limit.rlim_max
        {
            limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
            setrlimit(openFiles, &limit)
        }
        var opened: [Int32] = []
        defer { for file in opened { close(file) } }
        for _ in 0..<least {
            let file = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if file < 0 {
                Console.error(
                    "error: \(String(cString: strerror(errno))): at least \(least) more files must be open at a time; "
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

/// Ends the program after a fault: with a message where the system has no memory left for it, by the signal elsewhere.
private func endSayingWhatIsMissing(_ number: Int32) {
    // A handler may ask nothing but the system. So much at a time is asked for by large sites alone.
    let sample = mmap(nil, 256 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    if sample == MAP_FAILED {
        let message: StaticString =
            "error: the system gives this program no more memory; raise its limit (ulimit -v)\n"
        _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(EX_IOERR)
    }
    signal(number, SIG_DFL)
    raise(number)
}

/// Makes Ctrl-C and a request to terminate end the program at once and well. A preview has nothing to put away:
/// it writes no file, and its connections end with it.
func endOnSignals() {
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGTERM) { _ in _exit(0) }
    // Who starts this program may have kept these from its own thread, and a mask is inherited.
    var ending = sigset_t()
    sigemptyset(&ending)
    sigaddset(&ending, SIGINT)
    sigaddset(&ending, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &ending, nil)
    // A reader who is gone is an error of writing, and no end.
    signal(SIGPIPE, SIG_IGN)
}

/// Opens an address with what the desktop opens addresses with; says so where there is nothing.
func openInBrowser(_ address: String) {
    #if canImport(Darwin)
        let tool = "open"
    #else
        let tool = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(tool), strdup(address), nil]
    defer {
        for argument in arguments { free(argument) }
    }
    var process = pid_t()
    if posix_spawnp(&process, tool, nil, nil, &arguments, environ) != 0 {
        Console.error("\(tool) is not there to open the page\n")
    }
}

/// A path from the top of the file system; as it is where the current folder is not known.
func absolutePath(_ path: String) -> String {
    guard path.utf8.first != UInt8(ascii: "/"), let pointer = getcwd(nil, 0) else { return path }
    defer { free(pointer) }
    let here = String(cString: pointer)
    return path == "." ? here : here + "/" + path
}
