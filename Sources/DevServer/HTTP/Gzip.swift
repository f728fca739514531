import CZlib

/// Returns the bytes in gzip format (RFC 1952), or nil if zlib refuses. No time is included, so that equal input gives
/// equal output.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 for gzip's header instead of zlib's.
    let isReady = unsafe deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    guard isReady == Z_OK, let length = UInt32(exactly: bytes.count) else { return nil }
    defer { unsafe deflateEnd(&stream) }
    let bound = unsafe Int(deflateBound(&stream, UInt(length)))
    var isWhole = false
    var input = bytes
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = length
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(clamping: buffer.count)
            isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
        }
        count = unsafe Int(stream.total_out)
    }
    return isWhole ? output : nil
}
