/// The target of a request as a path below the site's folder.
enum RequestTarget {
    /// The length in bytes above which a target is refused (RFC 9110, 4.1, asks for at least 8,000).
    static let longest = 8000

    /// Returns the decoded path of a target in origin form, `/events/a%20b.html?x`, without its first slash and its
    /// query; nil if it has another form or is not UTF-8.
    ///
    /// `..` is not resolved: a path that the site does not contain does not exist.
    static func path(of target: String) -> String? {
        let bytes = Array(target.utf8)
        guard bytes.first == UInt8(ascii: "/") else { return nil }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "?"), UInt8(ascii: "#"): index = bytes.count
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
                    let low = hexDigit(bytes[index + 2])
                else { return nil }
                decoded.append(high << 4 | low)
                index += 3
            case let byte:
                decoded.append(byte)
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
