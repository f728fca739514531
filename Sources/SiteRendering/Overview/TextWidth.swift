import EDTF
import TimelineModel

/// The approximate width of texts. The build has no fonts, and some extra room around a label does no harm.
enum TextWidth {
    /// Returns the width of a text of 11 pixels in size, in pixels.
    static func of(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { width, scalar in
            // Letters beyond the alphabets of Europe are about as wide as they are high.
            width + (scalar.value < 0x300 ? 5.9 : scalar.value < 0x1100 ? 6.6 : 11.5)
        }
    }
}
