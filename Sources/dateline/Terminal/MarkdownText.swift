/// Returns Markdown that renders as the given text: every character that may have a meaning is escaped by a backslash.
func markdownText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if meaningful.contains(scalar) || result.isEmpty && meaningfulAtStart.contains(scalar) {
            result += "\\"
        }
        result.unicodeScalars.append(scalar)
    }
    // `1. x` begins a list.
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = result.dropFirst(digits.count).first, mark == "." || mark == ")" {
        result.insert("\\", at: result.index(result.startIndex, offsetBy: digits.count))
    }
    return result
}

private let meaningful = "\\`*_[]<>&".unicodeScalars
private let meaningfulAtStart = "#+-=~".unicodeScalars
