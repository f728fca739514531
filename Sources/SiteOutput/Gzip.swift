import CZlib
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

    /// 15 bits of window, and 16 for gzip's header instead of zlib's.
    private static let windowBits: Int32 = 15 + 16

    /// Returns the bytes in gzip format, or nil if zlib refuses. No time is included, so that equal input gives equal
    /// output.
    package static func packed(_ bytes: UnsafeBufferPointer<UInt8>, _ effort: Effort) -> [UInt8]? {
        var stream = unsafe z_stream()
        let isReady = unsafe deflateInit2_(
            &stream, effort.level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard isReady == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        guard let length = UInt32(exactly: bytes.count) else { return nil }
        let bound = unsafe Int(deflateBound(&stream, UInt(length)))
        var isWhole = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            unsafe stream.avail_in = length
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(clamping: buffer.count)
            isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
            count = unsafe Int(stream.total_out)
        }
        return isWhole ? output : nil
    }

    /// Returns the bytes in gzip format, or nil if zlib refuses.
    package static func packed(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
        unsafe bytes.withUnsafeBufferPointer { unsafe packed($0, effort) }
    }

    /// Whether a file in gzip format holds exactly these bytes; false for anything that is not in this format.
    package static func isPacked(_ file: [UInt8], of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var stream = unsafe z_stream()
        let isReady = unsafe inflateInit2_(
            &stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard isReady == Z_OK else { return false }
        defer { unsafe inflateEnd(&stream) }
        guard let length = UInt32(exactly: file.count), let room = UInt32(exactly: bytes.count + 1) else {
            return false
        }
        var isWhole = false
        // A file that holds more does not fit, so the time is that of the bytes.
        let content = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
            unsafe file.withUnsafeBufferPointer { source in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = length
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = room
                isWhole = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0
            }
            count = unsafe Int(stream.total_out)
        }
        let isSame = unsafe content.elementsEqual(bytes)
        return isWhole && isSame
    }
}
