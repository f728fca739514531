import Diagnostics

/// A search for unquoted dates that break the YAML syntax.
///
/// Without quotes, YAML reads a date that begins with `[`, `{` or `%` (in braces with `?` too) as a list or a map, or
/// fails at it. Only those at which it fails are searched for here, in the source text.
enum UnquotedDate {
    /// The maximum number of such dates in one file, since each costs another parse.
    static let most = 50

    /// Returns the range of the value of a date key that begins before the offset at which the YAML could not be
    /// parsed.
    ///
    /// - Parameters:
    ///   - yaml: The range of the YAML in the file.
    ///   - offset: The offset at which libyaml failed.
    static func value(
        in bytes: [UInt8], _ yaml: Range<Int>, keys: Set<String>, stopping offset: Int
    ) -> Range<Int>? {
        var index = min(offset, yaml.upperBound - 1)
        while index >= yaml.lowerBound {
            if bytes[index] == UInt8(ascii: ":"), keys.contains(key(before: index, in: bytes, yaml)),
                let start = start(after: index, in: bytes, yaml), start <= offset
            {
                let end = end(from: start, in: bytes, yaml)
                return end.isClosed && lineEnd(from: start, in: bytes, yaml) < offset
                    ? nil : start..<end.offset
            }
            index -= 1
        }
        return nil
    }

    /// Returns the word that ends at a colon if it is a key, or an empty text.
    private static func key(before colon: Int, in bytes: [UInt8], _ yaml: Range<Int>) -> String {
        var start = colon
        while start > yaml.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
        var before = start
        while before > yaml.lowerBound, bytes[before - 1] == 0x20 { before -= 1 }
        let isKey =
            before == yaml.lowerBound || isLineEnd(bytes[before - 1])
            || "-,{[".utf8.contains(bytes[before - 1])
        return isKey ? String(decoding: bytes[start..<colon], as: UTF8.self) : ""
    }

    /// Returns the offset of a value that YAML takes for a list, a map or a directive, or `nil`.
    private static func start(after colon: Int, in bytes: [UInt8], _ yaml: Range<Int>) -> Int? {
        var index = colon + 1
        while index < yaml.upperBound, bytes[index] == 0x20 || isLineEnd(bytes[index]) { index += 1 }
        guard index > colon + 1, index < yaml.upperBound, "[{%?".utf8.contains(bytes[index]) else {
            return nil
        }
        return index
    }

    /// Returns the end of a value: at the end of its line, at a comment, or where the list or map around it continues.
    private static func end(
        from start: Int, in bytes: [UInt8], _ yaml: Range<Int>
    ) -> (offset: Int, isClosed: Bool) {
        var depth = 0
        var index = start
        scan: while index < yaml.upperBound, !isLineEnd(bytes[index]) {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { break scan }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: break scan
            case UInt8(ascii: "#") where bytes[index - 1] == 0x20: break scan
            default: break
            }
            index += 1
        }
        while index > start + 1, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
        return (index, depth == 0)
    }

    private static func lineEnd(from start: Int, in bytes: [UInt8], _ yaml: Range<Int>) -> Int {
        bytes[start..<yaml.upperBound].firstIndex(where: isLineEnd) ?? yaml.upperBound
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte == UInt8(ascii: "_")
    }
}
