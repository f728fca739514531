import UTF8Text

/// Returns a text as a one-line YAML scalar that parses to the same text: plain if that is safe, otherwise quoted.
public func yamlScalar(_ text: String) -> String {
    isSafePlain(text) ? text : quotedScalar(text)
}

/// Returns texts as a YAML list on one line, in brackets.
public func yamlList(_ texts: [String]) -> String {
    "[" + texts.map(yamlScalar).joined(separator: ", ") + "]"
}

/// Whether a text is safe as a plain scalar: it begins with a letter or digit and contains nothing with a meaning in
/// YAML, in a block or within brackets.
private func isSafePlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
        !YAMLNode.nullWords.contains(text)
    else { return false }
    guard first.properties.isAlphabetic || first.properties.numericType != nil, last != " ", last != ":"
    else {
        return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
        scalar == " " || scalar == "-" || scalar == "." || scalar == "/" || scalar == "’" || scalar == "–"
            || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

/// Returns a text in double quotes, with every character escaped that needs it (YAML 1.1, section 5.6).
func quotedScalar(_ text: String) -> String {
    var result = "\""
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
