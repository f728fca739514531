#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading and writing of whole contents by a file descriptor, in as many system calls as that takes. A call that a
/// signal interrupts is repeated.
public enum Descriptor {
    /// Returns all bytes up to the end of a file, pipe or terminal; nil if the system reports an error.
    public static func readAll(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = unsafe read(descriptor, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { return nil }
            if got == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<got])
        }
    }

    /// Writes all bytes.
    ///
    /// - Parameter path: the path that a failure names.
    /// - Throws: if the system reports an error, or accepts no more bytes.
    public static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, of path: String
    ) throws(FileFailure) {
        var offset = 0
        while offset < bytes.count, let start = bytes.baseAddress {
            let put = unsafe write(descriptor, start + offset, bytes.count - offset)
            if put < 0, errno == EINTR { continue }
            if put < 0 { throw FileFailure(errorAt: path) }
            // A short write gives no reason.
            if put == 0 { throw FileFailure(path: path, reason: "could not be written in full") }
            offset += put
        }
    }

    /// Writes all bytes.
    ///
    /// - Parameter path: the path that a failure names.
    /// - Throws: if the system reports an error, or accepts no more bytes.
    public static func writeAll(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws(FileFailure) {
        var failure: FileFailure?
        unsafe bytes.withUnsafeBytes { bytes in
            do throws(FileFailure) { try unsafe writeAll(bytes, to: descriptor, of: path) } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
