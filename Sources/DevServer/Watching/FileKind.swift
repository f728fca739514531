import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SourceSnapshot {
    /// True where something stands at a path, through links.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// True where a file is a symbolic link, or stands in a folder that is one.
    static func isLink(_ root: String, _ path: String) -> Bool {
        var current = root
        for name in path.split(separator: "/") {
            current += "/" + name
            var status = stat()
            if lstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
        }
        return false
    }
}

extension FileStamp {
    /// True where the file was changed so short a time ago that it may change again and keep its stamp: the
    /// times of some file systems are those of two seconds.
    var isFresh: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return secondOfChange >= now.tv_sec - 3
    }
}
