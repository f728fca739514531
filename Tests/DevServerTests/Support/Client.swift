import Foundation
import Testing

/// A connection to a server on this machine, byte by byte.
final class Client {
    /// A server that is gone is no signal.
    #if canImport(Darwin)
        private static let flags: Int32 = 0
    #else
        private static let flags = Int32(MSG_NOSIGNAL)
    #endif

    private let socket: Int32
    private(set) var received: [UInt8] = []
    /// How many bytes came while only the end was waited for.
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

    /// Everything that was received, until a text is in it, the connection ends or a generous time is over.
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

    /// Says that nothing more is sent.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Sends as much as the system takes at once.
    ///
    /// - Returns: how many bytes that were.
    func sendAtOnce(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes {
            Foundation.send(socket, $0.baseAddress, $0.count, Self.flags | Int32(MSG_DONTWAIT))
        }
    }

    /// True where the other side has ended the connection, or does so in a generous time.
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

    /// What was received by now is forgotten.
    func forget() { received = [] }
}
