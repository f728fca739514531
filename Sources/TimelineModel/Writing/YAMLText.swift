import UTF8Text

/// Returns a text as a one-line YAML scalar that parses to the same text: plain if that is safe, otherwise quoted.
public func yamlScalar(_ text: String) -> String {
    isSafePlain(text) ? text : quotedScalar(text)
}

/// Returns texts as a YAML list on one line, in brackets.
public func yamlList(_ texts: [String]) -> String {
    "[" + texts.map(yamlScalar).joined(separator: ", ") + "]"
}

/// Returns a date as it is written into front matter, with quotes if YAML would read the plain text as something else.
///
/// - Parameter canonical: The date in canonical EDTF.
public func quotedDate(_ canonical: String) -> String {
    ["[", "{", "%", "?"].contains { canonical.begins(with: $0) } ? "\"\(canonical)\"" : canonical
}

/// Whether a text is safe as a plain scalar: it begins with a letter or digit and contains nothing with a meaning in
/// YAML, in a block or within brackets.
private func isSafePlain(_ text: String) -> Bool {
    if YAMLNode.nullWords.contains(text) { return false }
    // Nearly every text is ASCII; Unicode's tables are slow.
    if let answer = unsafe text.utf8.withContiguousStorageIfAvailable(unsafe isSafePlainASCII) ?? nil {
        return answer
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
        first.properties.isAlphabetic || first.properties.numericType != nil, last != " "
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
        scalar == " " || scalar == "-" || scalar == "." || scalar == "/" || scalar == "_"
            || scalar == "’" || scalar == "–"
            || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

/// The answer for a text that is all ASCII; nil for others.
private func isSafePlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var isSafe = true
    for index in unsafe bytes.indices {
        let byte = unsafe bytes[index]
        if byte >= 0x80 { return nil }
        if !byte.isASCIIAlphanumeric {
            isSafe = isSafe && index > 0 && " -./_".utf8.contains(byte)
        }
    }
    return unsafe isSafe && bytes.last != nil && bytes.last != UInt8(ascii: " ")
}

/// Returns a text in double quotes, with every character escaped that needs it (YAML 1.1, section 5.6).
func quotedScalar(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.isControl, "\u{2028}", "\u{2029}", "\u{FEFF}":
            result += "\\u" + hexadecimal(scalar.value, atLeast: 4, uppercase: true)
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
