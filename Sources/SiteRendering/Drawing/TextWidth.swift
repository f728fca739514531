/// The approximate width of texts: the build has no fonts, and a reader's are not known.
///
/// There are two estimates. The overview needs one that is never far too small and costs nothing, since it asks for the
/// width of each title while it shortens it, and room around a label does no harm there. On a map labels compete for
/// room, so it looks at each letter.
enum TextWidth {
    /// Returns the width of a text of 11 pixels in size, in pixels, by its scripts alone.
    static func pixels(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { width, scalar in
            // Letters beyond the alphabets of Europe are about as wide as they are high.
            width + (scalar.value < 0x300 ? 5.9 : scalar.value < 0x1100 ? 6.6 : 11.5)
        }
    }

    /// Returns the width of a text in a common sans-serif font, in ems, letter by letter; rather too wide than too
    /// narrow.
    static func ems(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems($1) }
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "|", "!", "·": 0.3
        case " ", "f", "r", "t", "(", ")", "[", "]", "/", "-", "\"": 0.38
        case "m", "w", "M", "W", "@", "%", "—", "…": 0.92
        case "a"..."z", "0"..."9": 0.58
        case "A"..."Z": 0.7
        default: emsBeyondASCII(scalar)
        }
    }

    private static func emsBeyondASCII(_ scalar: Unicode.Scalar) -> Double {
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
}
