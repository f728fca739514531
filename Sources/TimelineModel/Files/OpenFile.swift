#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is open, read piece by piece: a film takes no more memory than a page does.
public final class OpenFile: Sendable {
    private enum Storage {
        case descriptor(Int32)
        case bytes([UInt8])
    }

    /// How much is read at a time of what is not to be held in memory.
    public static let pieceSize = 256 << 10

    public let path: String
    /// In bytes, when it was opened.
    public let size: Int
    /// What the system knows of it; nil for one in memory.
    public let stamp: FileStamp?
    private let content: Storage

    /// A file in memory.
    public init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        size = bytes.count
        stamp = nil
        content = .bytes(bytes)
    }

    /// Takes over a descriptor, and closes it when nobody holds the file any more.
    ///
    /// - Throws: where it is none of a regular file.
    package init(_ path: String, descriptor: Int32) throws(FileFailure) {
        self.path = path
        content = .descriptor(descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
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

    /// Reads bytes from a place on.
    ///
    /// - Returns: how many there were: fewer than there is room for at the file's end alone.
    public func read(
        into buffer: UnsafeMutableRawBufferPointer, from offset: Int
    ) throws(FileFailure) -> Int {
        switch content {
        case .bytes(let bytes):
            let part = bytes[min(offset, bytes.count)...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            return part.count
        case .descriptor(let descriptor):
            var count = 0
            while count < buffer.count, let start = buffer.baseAddress {
                let got = pread(descriptor, start + count, buffer.count - count, off_t(offset + count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { throw FileFailure(errorAt: path) }
                if got == 0 { break }
                count += got
            }
            return count
        }
    }

    /// The first bytes, or all of a shorter file.
    ///
    /// - Throws: where they cannot be read, or the system has no memory for them.
    public func read(first most: Int = .max) throws(FileFailure) -> [UInt8] {
        if case .bytes(let bytes) = content { return bytes.count <= most ? bytes : Array(bytes.prefix(most)) }
        let size = min(most, self.size)
        try holdInMemory(size)
        var failure: FileFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(FileFailure) {
                let room = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size)
                count = try read(into: room, from: 0)
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Gives all bytes in their order, a piece at a time.
    public func forEachPiece(
        _ body: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
    ) throws(FileFailure) {
        let room = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(Self.pieceSize, max(size, 1)), alignment: 16)
        defer { room.deallocate() }
        var offset = 0
        while true {
            let count = try read(into: room, from: offset)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
            offset += count
        }
    }

    /// Swift ends the program where memory is refused; so much is asked for beforehand in a way that may fail.
    private func holdInMemory(_ count: Int) throws(FileFailure) {
        guard count > Self.pieceSize else { return }
        guard let memory = malloc(count) else {
            throw FileFailure(path: path, reason: "no memory for its \(count) bytes")
        }
        free(memory)
    }
}

extension FileFailure {
    /// What the system's last error says of a path; of a limit also what to raise.
    package init(errorAt path: String) {
        let reason = String(cString: strerror(errno))
        switch errno {
        case EMFILE: self.init(path: path, reason: reason + "; raise the limit of this program (ulimit -n)")
        case ENFILE: self.init(path: path, reason: reason + "; raise the limit of the system (fs.file-max)")
        case EILSEQ:
            self.init(path: path, reason: "has a name, or stands in a folder with one, that is not UTF-8")
        default: self.init(path: path, reason: reason)
        }
    }
}
