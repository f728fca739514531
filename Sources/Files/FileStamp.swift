#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file's metadata that changes when the file is written or replaced: device, inode, size and times.
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

    /// Reads the stamp of the file at a path, and follows links.
    ///
    /// - Returns: `nil` if there is no file or it is not a regular one.
    public init?(at path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
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

    /// The whole stamp as one word of hexadecimal numbers.
    public var text: String {
        [
            Int(truncatingIfNeeded: device), Int(truncatingIfNeeded: number), Int(size), modified.seconds,
            modified.nanoseconds, changed.seconds, changed.nanoseconds,
        ].map { String($0, radix: 16) }.joined(separator: "-")
    }

    /// The time of the last change of content or metadata (`ctime`), in seconds since 1970.
    public var secondOfChange: Int { changed.seconds }
}
