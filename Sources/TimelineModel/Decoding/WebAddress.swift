import Diagnostics

/// The rules for addresses that links may contain.
public enum WebAddress {
    static let schemes = ["http", "https", "mailto", "ftp", "tel"]

    /// Whether a text is an absolute address with a harmless scheme and without spaces and control characters, and with
    /// a host that can exist where the scheme requires one.
    public static func isSafe(_ text: String) -> Bool {
        // Nearly every address is of the web and in ASCII; Unicode's tables are slow to ask.
        let isOfTheWeb = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            ([StaticString])(["https://", "http://"]).contains { scheme in
                unsafe beginsWith(scheme, bytes)
                    && hasPlainHost(UnsafeBufferPointer(rebasing: bytes[scheme.utf8CodeUnitCount...]))
            } && (unsafe bytes.allSatisfy(isPlain))
        }
        if isOfTheWeb == true { return true }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.utf8.index(after: colon)...]
        guard schemes.contains(scheme), !rest.isEmpty else { return false }
        if fault(in: text) != nil { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return isPlain(UInt8(ascii: scalar)) }
            return !scalar.properties.isWhitespace && !isControl(scalar)
        }
    }

    /// Whether an address continues with a host that needs no closer check: labels of ASCII letters separated by
    /// points, then a path or nothing.
    private static func hasPlainHost(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (label, points) = (0, 0)
        var at = 0
        while at < bytes.count {
            let byte = unsafe bytes[at]
            if byte | 0x20 &- UInt8(ascii: "a") < 26 {
                label += 1
            } else if byte == UInt8(ascii: "."), label > 0 {
                (label, points) = (0, points + 1)
            } else {
                break
            }
            // What is long enough to have too long a name or label is looked at again.
            if label > 63 { return false }
            at += 1
        }
        return unsafe points > 0 && label > 0 && at < 250
            && (at == bytes.count || bytes[at] == UInt8(ascii: "/"))
    }

    /// Whether an ASCII byte may occur in an address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }

    private static func beginsWith(_ start: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe bytes.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
    }
}

extension WebAddress {
    /// Whether a character is a control character, changes the writing direction or is invisible.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .surrogate, .unassigned].contains(scalar.properties.generalCategory)
    }
}
