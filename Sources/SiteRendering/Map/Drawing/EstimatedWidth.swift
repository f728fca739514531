/// Returns the approximate width of a text in a common sans-serif font, in ems; rather too wide than too narrow.
func estimatedWidth(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

private func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "|", "!", "·": 0.3
    case " ", "f", "r", "t", "(", ")", "[", "]", "/", "-", "\"": 0.38
    case "m", "w", "M", "W", "@", "%", "—", "…": 0.92
    case "a"..."z", "0"..."9": 0.58
    case "A"..."Z": 0.7
    default: widthBeyondASCII(scalar)
    }
}

private func widthBeyondASCII(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .uppercaseLetter: return 0.74
    default: break
    }
    switch scalar.value {
    // Hangul, ideographs, kana, full-width forms, pictures.
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0x1F000...0x3FFFF:
        return 1.02
    default: return 0.64
    }
}

/// Returns a name as one line, or as two of similar width if it is long.
///
/// - Parameter limit: the width above which it is broken, in ems.
func brokenIntoLines(_ name: String, limit: Double) -> [String] {
    let whole = estimatedWidth(of: name)
    guard whole > limit else { return [name] }
    let words = name.split(separator: " ")
    var best: (lines: [String], width: Double)?
    for count in 1..<max(words.count, 1) {
        let lines = [words[..<count], words[count...]].map { $0.joined(separator: " ") }
        let width = lines.map(estimatedWidth).max() ?? whole
        if width < best?.width ?? whole { best = (lines, width) }
    }
    return best?.lines ?? [name]
}
