import Diagnostics
import UTF8Text

/// The host of an address, checked by the rules that browsers follow (WHATWG URL, "Host parsing" and "Port state") and
/// by RFC 3986, section 3.2. A name must also be one that DNS can resolve (RFC 1123, section 2.1; RFC 1035, section
/// 2.3.4): its labels are not empty, have at most 63 bytes, and neither begin nor end with a hyphen. Sources, links in
/// Markdown and the site's own address all use this one rule.
extension WebAddress {
    /// Returns the fault of the part of an address between `//` and its path, in words that follow "it", or `nil` if it
    /// has none.
    static func fault(inAuthority authority: Substring) -> String? {
        if authority.unicodeScalars.contains(where: \.properties.isWhitespace) {
            return "has a space in its host"
        }
        var host = authority
        if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
            host = authority[authority.utf8.index(after: at)...]
        }
        if host.begins(with: "[") { return faultInNumber(host) }
        let parts = host.parts(between: ":", atMost: 2)
        if parts[0].isEmpty { return "names no host" }
        if ["http", "https", "ftp"].contains(parts[0].lowercased()) { return "has two schemes" }
        if !isHost(percentDecoded(parts[0])) { return "has no valid host" }
        return parts.count > 1 ? fault(inPort: parts[1]) : nil
    }

    /// Returns the fault of an `http`, `https` or `ftp` address, in words that follow "it"; nil if the address has no
    /// fault or another scheme.
    static func fault(in address: String) -> String? {
        guard let scheme = webScheme(of: address) else { return nil }
        let rest = address[address.utf8.index(address.startIndex, offsetBy: scheme.utf8.count + 1)...]
        guard let server = rest.rest(after: "//") else { return "has no // after its scheme" }
        return fault(inAuthority: authority(server))
    }

    /// Returns the scheme of an address if it is `http`, `https` or `ftp`, whose addresses name a host.
    static func webScheme(of address: String) -> String? {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = address[..<colon]
        return ["http", "https", "ftp"].contains(scheme.lowercased()) ? String(scheme) : nil
    }

    /// Returns the part of a text before the path, the query and the fragment.
    private static func authority(_ text: Substring) -> Substring {
        text[..<(text.utf8.firstIndex { "/?#\\".utf8.contains($0) } ?? text.endIndex)]
    }

    /// Returns the fault of a host in brackets with its port, such as `[::1]:80`.
    private static func faultInNumber(_ host: Substring) -> String? {
        guard let end = host.utf8.lastIndex(of: UInt8(ascii: "]")),
            isIPv6(host[host.utf8.index(after: host.startIndex)..<end])
        else { return "has no valid host" }
        let rest = host[host.utf8.index(after: end)...]
        if rest.isEmpty { return nil }
        guard let port = rest.rest(after: ":") else { return "has no valid host" }
        return fault(inPort: port)
    }

    /// Returns the fault of a port. An empty port means the default of the scheme.
    private static func fault(inPort port: Substring) -> String? {
        if port.isEmpty { return nil }
        let areDigits = port.utf8.allSatisfy { $0.isASCIIDigit }
        guard areDigits, let number = UInt16(port), number > 0 else {
            return "has no port from 1 to 65535 after ':'"
        }
        return nil
    }

    private static func isHost(_ host: String) -> Bool {
        // A point at the end is the root of all names.
        let name = host.start(before: ".") ?? host[...]
        let labels = name.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0 == "." || "。．｡".unicodeScalars.contains($0)
        }
        guard name.utf8.count <= 253, labels.allSatisfy({ isLabel(String($0)) }), let last = labels.last
        else { return false }
        // Numbers alone are an address of the fourth version, and each of them has its room.
        guard last.allSatisfy({ ("0"..."9").contains($0) }) else { return true }
        let numbers = labels.map { UInt64(String($0)) }
        guard numbers.count <= 4, let end = numbers.last ?? nil else { return false }
        return end < 1 << UInt64(8 * (5 - numbers.count))
            && numbers.dropLast().allSatisfy { $0.map { $0 < 256 } ?? false }
    }

    private static func isLabel(_ label: String) -> Bool {
        !label.isEmpty && label.utf8.count <= 63 && !label.begins(with: "-") && !label.ends(with: "-")
            && label.unicodeScalars.allSatisfy(mayStandInHost)
    }

    private static func mayStandInHost(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": return true
            default: return false
            }
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .otherSymbol:
            return true
        default:
            // Points and signs within words of some languages (RFC 5892, appendix A).
            return "·・׳״".unicodeScalars.contains(scalar)
        }
    }

    /// Whether a text is an IPv6 address (RFC 4291, section 2.2): eight groups of up to four hexadecimal digits, some
    /// of which `::` may replace; an IPv4 address may replace the last two.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = halves(of: text)
        var groups = 0
        for (number, half) in halves.enumerated() where !half.isEmpty {
            let parts = half.parts(between: ":")
            for (index, part) in parts.enumerated() {
                let isLast = number == halves.count - 1 && index == parts.count - 1
                if isLast, part.holds(".") {
                    let numbers = part.parts(between: ".")
                    guard numbers.count == 4,
                        numbers.allSatisfy({ !$0.begins(with: "+") && UInt8($0) != nil })
                    else { return false }
                    groups += 2
                } else {
                    guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0.isASCIIHexDigit })
                    else { return false }
                    groups += 1
                }
            }
        }
        return halves.count == 2 ? groups < 8 : groups == 8
    }

    private static func halves(of text: Substring) -> [Substring] {
        guard let gap = text.firstRange(of: "::") else { return [text] }
        return [text[..<gap.lowerBound], text[gap.upperBound...]]
    }
}

extension WebAddress {
    /// Returns the host of an address: `www.example.org` of `https://user@www.example.org:80/a`; `nil` if it names
    /// none.
    public static func host(of address: String) -> Substring? {
        let bytes = address.utf8
        guard let start = address.firstRange(of: "//")?.upperBound else { return nil }
        let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
        var authority = address[start..<end]
        if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
            authority = authority[authority.utf8.index(after: at)...]
        }
        let from = authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        let host =
            authority.utf8[from...].firstIndex(of: UInt8(ascii: ":")).map { authority[..<$0] } ?? authority
        return host.isEmpty ? nil : host
    }

    /// Returns the host of an address without a leading `www.`; `nil` if the address names none.
    public static func shortHost(of address: String) -> Substring? {
        host(of: address).map { $0.rest(after: "www.") ?? $0 }
    }
}
