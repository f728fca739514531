import TimelineModel

/// A coordinate in degrees, as spreadsheets of many languages write it.
enum Coordinate {
    /// Returns the degrees with a decimal point; nil if the text is no number, or beyond the limit.
    ///
    /// A decimal comma and the Arabic decimal separator (U+066B) are accepted, and so are Arabic-Indic digits.
    static func degrees(_ text: String, limit: Double) -> String? {
        guard let number = number(text), abs(number.value) <= limit else { return nil }
        return number.description
    }

    private static func number(_ text: String) -> Decimal? {
        var plain = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case ",", "\u{066B}": plain += "."
            case "\u{2212}": plain += "-"
            case "\u{0660}"..."\u{0669}": plain += String(scalar.value - 0x0660)
            case "\u{06F0}"..."\u{06F9}": plain += String(scalar.value - 0x06F0)
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return Decimal(plain)
    }

    /// Advice on a text that is no coordinate; nil if there is none.
    static func advice(_ text: String, limit: Double) -> String? {
        guard let number = number(text) else { return "write degrees with a decimal point, such as 53.54" }
        return
            "\(number) lies beyond \(Int(limit)): a spreadsheet in a language with a decimal comma reads 42.351 as 42351"
    }
}
