#if os(Linux)
    import Glibc

    /// Flags of the kernel's `fcntl.h` that Swift's module of the C library lacks.
    package enum LinuxFlags {
        /// `O_TMPFILE`: creates a file without a name in a folder.
        package static let nameless = 0o20_000_000 | O_DIRECTORY
        /// `AT_EMPTY_PATH`: the descriptor itself identifies the file.
        package static let emptyPath: Int32 = 0x1000
    }
#endif
