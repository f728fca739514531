import EDTF
import TimelineModel

/// How wide a text is, about: the build has no fonts, and a label that is given some room too much is fine.
enum TextWidth {
    /// Pixels at 11 pixels of type.
    static func of(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { width, scalar in
            // Letters beyond the alphabets of Europe are about as wide as they are high.
            width + (scalar.value < 0x300 ? 5.9 : scalar.value < 0x1100 ? 6.6 : 11.5)
        }
    }
}
