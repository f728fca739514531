import Files
import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileStamp {
    /// Whether the file was changed so recently that it may change again and keep its stamp: some file systems record
    /// times in steps of two seconds.
    var isFresh: Bool {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return secondOfChange >= now.tv_sec - 3
    }
}
