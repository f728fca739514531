import Foundation
import Testing

/// A connection to a server on this machine, byte by byte.
final class Client {
    /// Writing to a server that is gone raises no signal.
    #if canImport(Darwin)
        private static let flags: Int32 = 0
    #else
        private static let flags = Int32(MSG_NOSIGNAL)
    #endif

    private let socket: Int32
    private(set) var received: [UInt8] = []
    /// The number of bytes that were received while waiting for the end.
    private(set) var count = 0

    init(port: Int) throws {
        #if canImport(Darwin)
            socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #else
            socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "no connection: \(String(cString: strerror(errno)))")
        var time = timeval(tv_sec: 0, tv_usec: 200_000)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(socket)
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Self.flags) }
    }

    /// Asks for an address; the connection ends with the answer unless it is kept.
    func get(_ uri: String, port: Int, keeping: Bool = false) {
        send(
            "GET \(uri) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(keeping ? "" : "Connection: close\r\n")\r\n")
    }

    /// Everything that is received until it contains a text, the connection ends or a generous time has passed.
    @discardableResult
    func text(until mark: String? = nil, seconds: Int = 30) -> String {
        let end = Date.now.addingTimeInterval(Double(seconds))
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while Date.now < end {
            let text = String(decoding: received, as: UTF8.self)
            if let mark, text.contains(mark) { return text }
            let count = recv(socket, &buffer, buffer.count, 0)
            if count == 0 { break }
            if count > 0 { received += buffer[..<count] }
        }
        return String(decoding: received, as: UTF8.self)
    }

    /// Closes the sending side of the connection.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Sends as much as the system accepts at once.
    ///
    /// - Returns: The number of sent bytes.
    func sendAtOnce(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes {
            Foundation.send(socket, $0.baseAddress, $0.count, Self.flags | Int32(MSG_DONTWAIT))
        }
    }

    /// Whether the server has ended the connection, or does so within a generous time.
    func isEnded(seconds: Int = 10) -> Bool {
        let end = Date.now.addingTimeInterval(Double(seconds))
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while Date.now < end {
            let count = recv(socket, &buffer, buffer.count, 0)
            self.count += max(0, count)
            if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return true }
        }
        return false
    }

    /// Discards everything received so far.
    func forget() { received = [] }
}
