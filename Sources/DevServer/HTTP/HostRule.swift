import Diagnostics
import UTF8Text

/// The host names by which a request may address this server.
///
/// A page of another site can make its own name resolve to this machine (DNS rebinding) and then read what is served;
/// its requests carry that name. Only names of this machine and the one that the server was given are accepted.
struct HostRule: Sendable {
    private let names: Set<String>
    private let takesAddresses: Bool
    private let port: Int

    /// - Parameters:
    ///   - host: the host that the server listens on.
    ///   - port: the port that it listens on.
    init(listeningOn host: String, port: Int) {
        names = ["127.0.0.1", "localhost", "[::1]", Self.bracketed(host.lowercased())]
        // A server that listens on all addresses does not know them. A rebound name is never a number.
        takesAddresses = ["0.0.0.0", "::"].contains(host)
        self.port = port
    }

    /// Whether the value of a Host header names this server.
    func allows(_ value: String) -> Bool {
        // Letters that are written otherwise are another name.
        guard value.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        let (name, port) = Self.parts(of: value.lowercased())
        guard port == self.port else { return false }
        return names.contains(name) || takesAddresses && Self.isAddress(name)
    }

    /// Returns a host as a URL has it: IPv6 addresses are in brackets.
    static func bracketed(_ host: String) -> String {
        host.holds(":") && !host.begins(with: "[") ? "[\(host)]" : host
    }

    /// Returns the name and port of a Host header. A missing port is 80, that of HTTP; nil is one that is not a number.
    private static func parts(of value: String) -> (name: String, port: Int?) {
        let bytes = value.utf8
        let end = bytes.lastIndex(of: UInt8(ascii: "]")).map { bytes.index(after: $0) } ?? value.startIndex
        guard let colon = bytes[end...].firstIndex(of: UInt8(ascii: ":")) else { return (value, 80) }
        let digits = value[bytes.index(after: colon)...]
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { $0.isASCIIDigit }
        return (String(value[..<colon]), isNumber ? Int(digits) : nil)
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.begins(with: "["), name.ends(with: "]") { return true }
        let parts = name.parts(between: ".")
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
