#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The number of files that the system lets this process open at once (getrlimit(2)).
enum FileLimit {
    /// Raises the limit as far as an unprivileged process may, up to 65,536, and returns it.
    static func raised() -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let kind = RLIMIT_NOFILE
        #endif
        guard unsafe getrlimit(kind, &limit) == 0 else { return .max }
        // Where there is none, the system counts all that could be open.
        let wanted = min(limit.rlim_max, 65_536)
        if limit.rlim_cur < wanted {
            let before = limit.rlim_cur
            limit.rlim_cur = wanted
            if unsafe setrlimit(kind, &limit) != 0 { limit.rlim_cur = before }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Whether a number of further files can be opened.
    static func canOpen(_ count: Int) -> Bool {
        var opened: [Int32] = []
        defer { for descriptor in opened { close(descriptor) } }
        for _ in 0..<count {
            let descriptor = unsafe open("/", O_RDONLY | O_CLOEXEC)
            if descriptor < 0 { return false }
            opened.append(descriptor)
        }
        return true
    }
}
