/// A script, and the Debian package with a font for it.
public struct Script: Hashable, Sendable {
    /// The code of ISO 15924, such as `Hang`.
    public let code: String

    /// The name of the script in English; its code if it is rare.
    public var name: String { Self.names[code] ?? (code == "Zyyy" ? "symbols" : code) }

    /// The Debian package with a font for the script.
    public var package: String {
        switch code {
        case "Hani", "Hang", "Hira", "Kana", "Bopo": "fonts-noto-cjk"
        case "Zyyy", "Zinh": "fonts-noto-core, fonts-symbola or fonts-noto-color-emoji"
        default: "fonts-noto-core or fonts-noto-extra"
        }
    }

    private static let names = [
        "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Bopo": "Bopomofo",
        "Cans": "Canadian syllabics",
        "Cher": "Cherokee", "Copt": "Coptic", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Egyp": "hieroglyphs",
        "Ethi": "Ethiopic", "Geor": "Georgian", "Goth": "Gothic", "Grek": "Greek", "Gujr": "Gujarati",
        "Guru": "Gurmukhi", "Hang": "Hangul", "Hani": "Chinese characters", "Hebr": "Hebrew",
        "Hira": "Hiragana", "Kana": "Katakana", "Khmr": "Khmer", "Knda": "Kannada", "Laoo": "Lao",
        "Latn": "Latin", "Mlym": "Malayalam", "Mong": "Mongolian", "Mymr": "Burmese", "Orya": "Odia",
        "Runr": "Runes", "Sinh": "Sinhala", "Syrc": "Syriac", "Taml": "Tamil", "Telu": "Telugu",
        "Thaa": "Thaana", "Thai": "Thai", "Tibt": "Tibetan", "Tfng": "Tifinagh", "Xsux": "cuneiform",
        "Yiii": "Yi",
    ]
}
