import Synchronization
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A store of byte strings that are needed once more, later: the first ones stay in memory, and all beyond a limit go to
/// a file without a name, which ends with the program.
///
/// Several threads may use it at once. Where the file cannot be created or is full, everything stays in memory.
public final class Spool: Sendable {
    /// A byte string in a spool's file.
    public struct Piece: Sendable {
        private let spool: Spool
        /// The offset in the file, above the length in the lowest 24 bits.
        private let place: UInt64

        fileprivate static let mostBytes = 1 << 24 - 1

        fileprivate init(_ spool: Spool, at offset: Int, _ count: Int) {
            self.spool = spool
            place = UInt64(offset) << 24 | UInt64(count)
        }

        /// The number of bytes.
        public var count: Int { Int(place & 0xFF_FFFF) }

        fileprivate var offset: Int { Int(place >> 24) }

        /// The bytes; empty if the system could not read them, which ``Spool/failure`` then tells.
        public var bytes: [UInt8] { spool.bytes(of: self) }
    }

    /// The path of the output folder, for messages and for the file's place.
    private let folder: String
    /// The number of bytes that stay in memory.
    private let limit: Int
    /// The number of bytes that have been given to the spool so far.
    private let given = Atomic(0)
    /// The number of bytes in the file.
    private let written = Atomic(0)
    /// The file, created on first use; nil if it cannot be.
    private let file = LazyValue<File?>()
    private let failed = Mutex<FileFailure?>(nil)

    private struct File: Sendable {
        let descriptor: Int32
        /// Reads the file, and closes it in the end.
        let reader: OpenFile
    }

    /// Creates an empty spool; the file is created when the limit is exceeded.
    ///
    /// - Parameters:
    ///   - folder: the folder on whose file system the file is created: in the folder itself, or in the nearest one
    ///     above it that exists.
    ///   - limit: the number of bytes that stay in memory.
    public init(besides folder: String, limit: Int = 16 << 20) {
        self.folder = folder
        self.limit = limit
    }

    /// The first failure to read bytes again.
    public var failure: FileFailure? { failed.withLock { $0 } }

    /// Writes bytes to the file.
    ///
    /// - Returns: nil if they are to stay in memory.
    public func piece(of bytes: [UInt8]) -> Piece? {
        guard bytes.count <= Piece.mostBytes else { return nil }
        guard given.add(bytes.count, ordering: .relaxed).newValue > limit, let file = openFile else {
            return nil
        }
        let offset = written.add(bytes.count, ordering: .relaxed).oldValue
        let isWritten = unsafe bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return true }
            return unsafe pwrite(file.descriptor, start, bytes.count, off_t(offset)) == bytes.count
        }
        return isWritten ? Piece(self, at: offset, bytes.count) : nil
    }

    private func bytes(of piece: Piece) -> [UInt8] {
        guard let file = openFile else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: piece.count) { buffer, count in
            let room = unsafe UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: piece.count)
            do throws(FileFailure) {
                let got = try unsafe file.reader.read(into: room, from: piece.offset)
                guard got == piece.count else {
                    throw FileFailure(path: folder, reason: "a file without a name has lost its end")
                }
                count = got
            } catch {
                failed.withLock { if $0 == nil { $0 = error } }
            }
        }
    }

    private var openFile: File? {
        file.value {
            let descriptor = Self.namelessFile(besides: folder)
            guard descriptor >= 0, let reader = try? OpenFile(folder, descriptor: descriptor) else {
                return nil
            }
            return File(descriptor: descriptor, reader: reader)
        }
    }

    /// Opens a file without a name, which no other program can open.
    ///
    /// - Returns: -1 if the system or the file system does not support such files.
    private static func namelessFile(besides folder: String) -> Int32 {
        #if os(Linux)
            var place = folder.begins(with: "/") ? folder : "./" + folder
            while true {
                let file = unsafe open(place, O_RDWR | LinuxFlags.nameless | O_EXCL | O_CLOEXEC, 0o600)
                guard file < 0, errno == ENOENT, let parent = place.pathFolder else { return file }
                place = String(parent)
            }
        #else
            return -1
        #endif
    }
}
