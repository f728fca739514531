import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileStamp {
    /// True where the file was changed so short a time ago that it may change again and keep its stamp: the
    /// times of some file systems are those of two seconds.
    var isFresh: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return secondOfChange >= now.tv_sec - 3
    }
}
