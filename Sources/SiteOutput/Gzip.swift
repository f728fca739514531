import CZlib
import Files
import UTF8Text

/// Compression in gzip format (RFC 1952).
package enum Gzip {
    /// How long zlib looks for the shortest result.
    package enum Effort {
        /// For an answer that somebody waits for.
        case quick
        /// For a file that is compressed once and sent often.
        case best

        fileprivate var level: Int32 {
            switch self {
            case .quick: Z_DEFAULT_COMPRESSION
            case .best: Z_BEST_COMPRESSION
            }
        }
    }

    /// Returns the bytes in gzip format, or nil if zlib refuses. No time is included, so that equal input gives equal
    /// output.
    package static func packed(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
        guard bytes.count <= UInt32.max, let stream = ZlibStream(.packing(effort)) else { return nil }
        var packed: [UInt8] = []
        unsafe bytes.withUnsafeBytes { bytes in
            _ = unsafe stream.take(bytes, isLast: true) { unsafe packed.append(contentsOf: $0) }
        }
        return stream.isAtEnd ? packed : nil
    }

    /// Compresses a file piece by piece.
    ///
    /// - Parameter write: takes the bytes in gzip format; the length of every piece but the last suits
    ///   ``Fingerprint/Lanes``.
    /// - Returns: false if zlib refuses; the bytes are then not whole.
    static func pack(
        _ file: OpenFile, _ effort: Effort, _ write: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
    ) throws(FileFailure) -> Bool {
        guard let stream = ZlibStream(.packing(effort)) else { return false }
        try unsafe file.forEachPiece { piece throws(FileFailure) in
            try unsafe stream.take(piece, write)
        }
        try unsafe stream.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, write)
        return stream.isAtEnd
    }

    /// Whether a file in gzip format holds exactly the bytes of another one; false for anything that is not in this
    /// format.
    static func isPacked(_ file: OpenFile, of text: OpenFile) throws(FileFailure) -> Bool {
        guard let stream = ZlibStream(.unpacking) else { return false }
        var offset = 0
        var isSame = true
        try unsafe file.forEachPiece { piece throws(FileFailure) in
            // Nothing follows the end of the stream.
            isSame = isSame && !stream.isAtEnd
            // A file that holds more than the text is not unpacked any further.
            if !isSame { return }
            let rest = try unsafe stream.take(piece) { bytes throws(FileFailure) in
                if isSame { isSame = try unsafe text.holds(bytes, at: offset) }
                offset += bytes.count
            }
            isSame = isSame && rest == 0
        }
        return isSame && stream.isAtEnd && offset == text.size
    }
}

/// A stream of zlib in either direction, which takes bytes in pieces and gives them in pieces.
@safe
private final class ZlibStream {
    enum Direction {
        case packing(Gzip.Effort)
        case unpacking
    }

    private let direction: Direction
    /// The state of zlib, which refuses one that has been moved.
    private let state: UnsafeMutablePointer<z_stream>
    /// The bytes that have not been given yet, of which the first ``filled`` are valid.
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var filled = 0
    /// Whether all bytes have been given.
    private(set) var isAtEnd = false

    /// 15 bits of window, and 16 for gzip's header instead of zlib's.
    private static let windowBits: Int32 = 15 + 16

    /// - Returns: nil if zlib refuses.
    init?(_ direction: Direction) {
        self.direction = direction
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let code =
            switch direction {
            case .packing(let effort):
                unsafe deflateInit2_(
                    state, effort.level, Z_DEFLATED, Self.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                    size)
            case .unpacking: unsafe inflateInit2_(state, Self.windowBits, ZLIB_VERSION, size)
            }
        guard code == Z_OK else { return nil }
    }

    deinit {
        switch direction {
        case .packing: unsafe deflateEnd(state)
        case .unpacking: unsafe inflateEnd(state)
        }
        unsafe state.deallocate()
        unsafe room.deallocate()
    }

    /// Takes bytes, and gives those that zlib makes of them and of earlier ones: whenever there are 64 KiB, and at the end.
    ///
    /// - Parameter isLast: whether no more bytes follow.
    /// - Returns: how many bytes were not taken, because they follow the end or are in no format that zlib knows.
    @discardableResult
    func take<Failure>(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool = false,
        _ give: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        unsafe state.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
        unsafe state.pointee.avail_in = UInt32(bytes.count)
        var isFull: Bool
        var code: Int32
        repeat {
            unsafe state.pointee.next_out =
                room.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: filled)
            unsafe state.pointee.avail_out = UInt32(room.count - filled)
            let flush = isLast ? Z_FINISH : Z_NO_FLUSH
            code =
                switch direction {
                case .packing: unsafe deflate(state, flush)
                case .unpacking: unsafe inflate(state, flush)
                }
            filled = unsafe room.count - Int(state.pointee.avail_out)
            isFull = unsafe filled == room.count
            isAtEnd = code == Z_STREAM_END
            if isFull || isAtEnd {
                try unsafe give(UnsafeRawBufferPointer(rebasing: room[..<filled]))
                filled = 0
            }
        } while code == Z_OK && isFull
        return unsafe Int(state.pointee.avail_in)
    }
}
