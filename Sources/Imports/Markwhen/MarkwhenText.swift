import UTF8Text

/// The description of an event of Markwhen, which is nearly Markdown.
enum MarkwhenText {
    /// Lines without the indentation that all of them have, and without empty lines at both ends.
    static func dedented(_ lines: [String]) -> String {
        let filled = lines.filter { !$0.utf8.allSatisfy { $0 <= 0x20 } }
        let indentation = filled.map { $0.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count }.min() ?? 0
        let cut = lines.map { line in
            line.utf8.allSatisfy { $0 <= 0x20 }
                ? "" : String(decoding: line.utf8.dropFirst(indentation), as: UTF8.self)
        }
        let start = cut.firstIndex { !$0.isEmpty } ?? cut.endIndex
        let end = (cut.lastIndex { !$0.isEmpty } ?? start - 1) + 1
        return cut[start..<end].joined(separator: "\n")
    }

    /// Markdown in which HTML is text, and links lead to the web only; and the addresses of the links that became text.
    static func safe(_ text: String) -> (text: String, lost: [String]) {
        let source = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var lost: [String] = []
        var index = 0
        while index < source.count {
            let byte = source[index]
            let next = index + 1 < source.count ? source[index + 1] : 0
            if byte == UInt8(ascii: "\\"), next != 0 {
                result += [byte, next]
                index += 2
                continue
            }
            if byte == UInt8(ascii: "<"), next.isASCIILetter || "/!?".utf8.contains(next),
                !isAutolink(source, from: index + 1)
            {
                result.append(UInt8(ascii: "\\"))
            }
            if byte == UInt8(ascii: "]"), next == UInt8(ascii: "("),
                let address = unsafeAddress(source, from: index + 2)
            {
                result.append(UInt8(ascii: "\\"))
                lost.append(address)
            } else if byte == UInt8(ascii: "]"), next == UInt8(ascii: ":") || next == UInt8(ascii: "[") {
                // Definitions of links, and links that name one.
                result.append(UInt8(ascii: "\\"))
            } else if byte == UInt8(ascii: "["), next == UInt8(ascii: "^") {
                result.append(UInt8(ascii: "\\"))
            } else if byte == UInt8(ascii: "!"), next == UInt8(ascii: "[") {
                // Pages load no pictures from other servers: a link to it remains.
                index += 1
                continue
            }
            result.append(byte)
            index += 1
        }
        return (String(decoding: result, as: UTF8.self), lost)
    }

    /// The length in bytes beyond which an address is none.
    private static let longestAddress = 500

    private static func isAutolink(_ source: [UInt8], from start: Int) -> Bool {
        let address = source[start...].prefix(longestAddress).prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }
        guard start + address.count < source.count, source[start + address.count] == UInt8(ascii: ">") else {
            return false
        }
        return LinkAddress(String(decoding: address, as: UTF8.self)).usable != nil
    }

    /// The address of a link, if it is none of the web; nil for an address of the web.
    private static func unsafeAddress(_ source: [UInt8], from start: Int) -> String? {
        let window = source[start...].prefix(longestAddress)
        let address = window.prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
        let text = String(decoding: address, as: UTF8.self)
        let usable = LinkAddress(text).usable
        return usable.map { $0.isWritten(as: text) } == true ? nil : text
    }

    /// A title without the addresses of links in it: `[text](address)` becomes `text`.
    static func withoutLinks(_ title: String) -> String {
        guard title.holds(text: "](") else { return title }
        var result = ""
        var rest = title[...]
        while let close = rest.firstRange(of: "]("), let open = rest[..<close.lowerBound].lastIndex(of: "["),
            let end = rest[close.upperBound...].firstIndex(of: ")")
        {
            result += rest[..<open] + rest[rest.index(after: open)..<close.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return HTMLMarkdown.collapsed(result + rest)
    }
}
