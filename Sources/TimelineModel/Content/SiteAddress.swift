import Diagnostics
import UTF8Text

/// The address at which a site is published: the scheme `http` or `https`, a host, an optional port and a folder.
///
/// The canonical address of every page begins with it, and links of `404.html` use its folder from whatever address the
/// page is shown at. A folder that begins with two slashes would therefore lead to another host, and is refused.
public struct SiteAddress: Hashable, Sendable {
    /// The address with a slash at its end; characters of the path that are not ASCII are percent-encoded.
    public let text: String

    /// A reason for which a text is not the address of a site.
    public struct Mistake: Error, Hashable, Sendable {
        /// The reason in words that follow the subject, such as `has a query`.
        public let reason: String
        /// The range of the mistake in the text, in UTF-8 bytes.
        public let range: Range<Int>
    }

    /// Parses an address, with or without a slash at its end.
    ///
    /// - Throws: a ``Mistake`` if the text is not the address of a site.
    public init(_ text: String) throws(Mistake) {
        let bytes = Array(text.utf8)
        func mistake(_ reason: String, _ range: Range<Int>) -> Mistake {
            Mistake(reason: reason, range: range)
        }
        guard let scheme = Self.schemes.first(where: { text.lowercased().begins(with: $0) }) else {
            throw mistake("begins with neither http:// nor https://", 0..<bytes.count)
        }
        if let (range, reason) = Self.unfit(text) { throw mistake(reason, range) }
        let start = scheme.utf8.count
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
        if end == start { throw mistake("names no host", 0..<bytes.count) }
        if let reason = Self.unfitAuthority(String(decoding: bytes[start..<end], as: UTF8.self)) {
            throw mistake(reason, start..<end)
        }
        var offset = end
        var parts = String(decoding: bytes[end...], as: UTF8.self).parts(between: "/").dropFirst()
        if parts.last?.isEmpty == true { parts.removeLast() }
        for part in parts {
            offset += 1
            let range = offset - (part.isEmpty ? 1 : 0)..<offset + part.utf8.count + (part.isEmpty ? 1 : 0)
            if part.isEmpty {
                throw mistake("has an empty part in its path", range.clamped(to: 0..<bytes.count))
            }
            if let reason = Self.unfitName(part) { throw mistake(reason, range) }
            offset += part.utf8.count
        }
        let host = String(decoding: bytes[start..<end], as: UTF8.self)
        self.text = scheme + host + "/" + parts.map { Self.inASCII($0) + "/" }.joined()
    }

    private static let schemes = ["https://", "http://"]

    /// Returns the first character that no site address may contain, with the reason.
    private static func unfit(_ text: String) -> (range: Range<Int>, reason: String)? {
        var offset = 0
        for scalar in text.unicodeScalars {
            let next = offset + String(scalar).utf8.count
            let reason: String? =
                switch scalar {
                case "?": "has a query"
                case "#": "has a fragment"
                case "\\", "<", ">", "\"", "^", "`", "{", "|", "}":
                    "contains '\(scalar)', which no address contains"
                default:
                    if scalar.properties.isWhitespace {
                        "contains a space"
                    } else if WebAddress.isControl(scalar) {
                        "contains an invisible character"
                    } else {
                        nil
                    }
                }
            if let reason { return (offset..<next, reason) }
            offset = next
        }
        return nil
    }

    /// Returns the fault of a host and port, or `nil`. A site's own address has one spelling: without a user, an empty
    /// port, a final point or percent-encoded letters.
    private static func unfitAuthority(_ authority: String) -> String? {
        if authority.holds("@") { return "names a user, which is not part of a site's address" }
        if let fault = WebAddress.fault(inAuthority: authority[...]) { return fault }
        if authority.ends(with: ":") { return "has no port from 1 to 65535 after ':'" }
        let host = WebAddress.host(of: "//" + authority) ?? ""
        return host.ends(with: ".") || host.holds("%") ? "has no valid host" : nil
    }

    private static func unfitName(_ name: Substring) -> String? {
        let decoded = percentDecoded(name)
        if decoded.isWritten(as: ".") || decoded.isWritten(as: "..") { return "has '\(name)' in its path" }
        if decoded.unicodeScalars.contains(where: WebAddress.isControl) {
            return "contains an invisible character"
        }
        let bytes = Array(name.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
            let digits = bytes[(index + 1)...].prefix(2)
            if digits.count < 2 || !digits.allSatisfy({ $0.isASCIIHexDigit }) {
                return "has a '%' without two digits"
            }
        }
        return nil
    }

    /// Percent-encodes the characters that are not ASCII. The others are kept, since they may be encoded already.
    private static func inASCII(_ name: Substring) -> String {
        name.unicodeScalars.map { $0.isASCII ? String($0) : percentEncoded(String($0)) }.joined()
    }
}

extension Rule {
    static let invalidBaseURL = Rule(
        "invalid-base-url",
        "base_url consists of http or https, a host, an optional port, and a path without empty parts; nothing else."
    )
}
