#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file that is read piece by piece, so that a film takes no more memory than a page.
public final class OpenFile: Sendable {
    private enum Storage {
        case descriptor(Int32)
        case bytes([UInt8])
    }

    /// The size in bytes of a piece, for content that is not held in memory.
    public static let pieceSize = 256 << 10

    /// The path by which the file was opened, for diagnostics.
    public let path: String
    /// The size in bytes when the file was opened.
    public let size: Int
    /// The file's metadata when it was opened; `nil` for a file in memory.
    public let stamp: FileStamp?
    private let content: Storage

    /// Creates a file in memory.
    public init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        size = bytes.count
        stamp = nil
        content = .bytes(bytes)
    }

    /// Takes ownership of a descriptor, which is closed when the last reference to the file is gone.
    ///
    /// - Throws: a ``FileFailure`` if the descriptor is not that of a regular file.
    package init(_ path: String, descriptor: Int32) throws(FileFailure) {
        self.path = path
        content = .descriptor(descriptor)
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            (size, stamp) = (0, nil)
            throw FileFailure(errorAt: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            (size, stamp) = (0, nil)
            throw FileFailure(path: path, reason: "not a regular file")
        }
        size = Int(status.st_size)
        stamp = FileStamp(status)
    }

    deinit {
        if case .descriptor(let descriptor) = content { close(descriptor) }
    }

    /// Reads bytes from an offset into a buffer.
    ///
    /// - Returns: The number of bytes read, which is less than the buffer's size only at the end of the file.
    /// - Throws: a ``FileFailure`` if the system reports an error.
    public func read(
        into buffer: UnsafeMutableRawBufferPointer, from offset: Int
    ) throws(FileFailure) -> Int {
        switch content {
        case .bytes(let bytes):
            let part = bytes[min(offset, bytes.count)...].prefix(buffer.count)
            unsafe buffer.copyBytes(from: part)
            return part.count
        case .descriptor(let descriptor):
            var count = 0
            while count < buffer.count, let start = buffer.baseAddress {
                let got = unsafe pread(descriptor, start + count, buffer.count - count, off_t(offset + count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { throw FileFailure(errorAt: path) }
                if got == 0 { break }
                count += got
            }
            return count
        }
    }

    /// Whether the file has these bytes at an offset.
    ///
    /// - Throws: a ``FileFailure`` if the system reports an error.
    package func holds(
        _ bytes: UnsafeRawBufferPointer, at offset: Int
    ) throws(FileFailure) -> Bool {
        let room = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(Self.comparedAtOnce, max(bytes.count, 1)), alignment: 16)
        defer { unsafe room.deallocate() }
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress, let other = room.baseAddress {
            let count = min(room.count, bytes.count - start)
            let got = try unsafe read(into: .init(rebasing: room[..<count]), from: offset + start)
            guard unsafe got == count && memcmp(base + start, other, count) == 0 else { return false }
            start += count
        }
        return true
    }

    /// The number of bytes that ``holds(_:at:)`` reads at once: little enough for the processor's cache.
    private static let comparedAtOnce = 64 << 10

    /// Returns the first bytes, or all bytes of a shorter file.
    ///
    /// - Throws: a ``FileFailure`` if they cannot be read, or the system has no memory for them.
    public func read(first most: Int = .max) throws(FileFailure) -> [UInt8] {
        if case .bytes(let bytes) = content { return bytes.count <= most ? bytes : Array(bytes.prefix(most)) }
        let size = min(most, self.size)
        try holdInMemory(size)
        var failure: FileFailure?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(FileFailure) {
                let room = unsafe UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size)
                count = try unsafe read(into: room, from: 0)
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Calls a closure with all bytes in order, one piece of at most ``pieceSize`` bytes at a time.
    ///
    /// - Parameter most: the number of bytes after which the closure is not called any more.
    /// - Throws: a ``FileFailure`` of a read, or of the closure.
    public func forEachPiece(
        first most: Int = .max, _ body: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
    ) throws(FileFailure) {
        let room = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(Self.pieceSize, max(size, 1)), alignment: 16)
        defer { unsafe room.deallocate() }
        var offset = 0
        while true {
            let wanted = min(room.count, most - offset)
            let count = try unsafe read(into: .init(rebasing: room[..<wanted]), from: offset)
            if count == 0 { return }
            try unsafe body(UnsafeRawBufferPointer(rebasing: room[..<count]))
            offset += count
        }
    }

    /// Checks that the system has memory for so many bytes, with an allocation that may fail. Swift would end the
    /// program.
    private func holdInMemory(_ count: Int) throws(FileFailure) {
        guard count > Self.pieceSize else { return }
        guard let memory = unsafe malloc(count) else {
            throw FileFailure(path: path, reason: "no memory for its \(count) bytes")
        }
        unsafe free(memory)
    }
}

extension FileFailure {
    /// Creates a failure from `errno`; if a limit was reached, the reason says which limit to raise.
    package init(errorAt path: String) {
        let reason = unsafe String(cString: strerror(errno))
        switch errno {
        case EMFILE: self.init(path: path, reason: reason + "; raise the limit of this program (ulimit -n)")
        case ENFILE: self.init(path: path, reason: reason + "; raise the limit of the system (fs.file-max)")
        case EILSEQ:
            self.init(path: path, reason: "has a name that is not UTF-8, or is in a folder with such a name")
        default: self.init(path: path, reason: reason)
        }
    }
}
