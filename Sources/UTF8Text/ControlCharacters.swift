/// Whether a scalar has no glyph and changes how other text is displayed: controls (C0, C1), line and paragraph
/// separators, and controls of writing direction. Text for people shows a sign in its place, text for programs an
/// escape.
package func steersDisplay(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{061C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        true
    default: false
    }
}
