#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system knows of a file that changes when the file is written or replaced.
public struct FileStamp: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64
    private let size: Int64
    private let modified: Time
    private let changed: Time

    private struct Time: Hashable, Sendable {
        let seconds: Int
        let nanoseconds: Int

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }
    }

    /// The stamp of the file at a path, through links; nil where there is none, or it is no regular file.
    public init?(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            modified = Time(status.st_mtimespec)
            changed = Time(status.st_ctimespec)
        #else
            modified = Time(status.st_mtim)
            changed = Time(status.st_ctim)
        #endif
    }

    /// The whole of it as a word.
    public var text: String {
        [
            Int(truncatingIfNeeded: device), Int(truncatingIfNeeded: number), Int(size), modified.seconds,
            modified.nanoseconds, changed.seconds, changed.nanoseconds,
        ].map { String($0, radix: 16) }.joined(separator: "-")
    }

    /// When its content or what is known of it was last changed, in seconds since 1970.
    public var secondOfChange: Int { changed.seconds }
}
