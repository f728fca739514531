#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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
