import TimelineModel
import UTF8Text

/// The address of a link in an imported text.
struct LinkAddress {
    /// The address as written, without spaces around it.
    let written: String
    /// The address to use; nil if it is none of the web, or leads nowhere.
    let usable: String?

    init(_ text: String) {
        written = HTMLMarkdown.trimmed(text)
        // An address without a scheme has that of its page, and pages of today have https.
        let whole = written.begins(with: "//") ? "https:" + written : written
        let encoded = Self.encoded(whole)
        usable = WebAddress.isSafe(encoded) ? encoded : nil
    }

    /// Whether a scheme was added.
    var isCompleted: Bool { written.begins(with: "//") && usable != nil }

    /// Encodes the characters that browsers encode in the path of an address (URL Standard, path percent-encode set).
    private static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { !needsCode($0) }
        if isPlain { return text }
        return text.unicodeScalars.map { scalar in
            scalar.isASCII && needsCode(UInt8(ascii: scalar))
                ? percentTriple(UInt8(ascii: scalar)) : String(scalar)
        }.joined()
    }

    private static func needsCode(_ byte: UInt8) -> Bool {
        byte == 0x20 || "\"<>\\^`{|}".utf8.contains(byte)
    }

    /// The address as the destination of a link in Markdown: parentheses could end it, and `&copy;` would be read as a
    /// character.
    static func destination(_ address: String) -> String {
        guard address.utf8.contains(where: { "()&".utf8.contains($0) }) else { return address }
        var result: [UInt8] = []
        var rest = address.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"): result.append(text: percentTriple(byte))
            case UInt8(ascii: "&"):
                let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
                result.append(text: rest.dropFirst(name.count).first == UInt8(ascii: ";") ? "&amp;" : "&")
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
