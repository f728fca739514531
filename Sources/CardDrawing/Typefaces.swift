import UTF8Text

/// The typefaces of cards. Each list ends with families for scripts that the first ones lack; whatever no family has is
/// looked for in all installed fonts.
struct Typefaces {
    /// The families of headings and dates.
    let serif: String
    /// The families of small texts.
    let sans: String

    /// - Parameters:
    ///   - preferred: the site's own families for headings.
    ///   - language: the language (BCP 47) that chooses the form of Chinese characters, unless the text shows it.
    ///   - text: a text of the card.
    init(preferred: [String], language: String, for text: String) {
        let chinese = Self.chineseForm(language, text)
        func list(_ first: [String], _ style: String, _ arabic: String) -> String {
            let families =
                first + ["Noto \(style)"] + chinese.map { "Noto \(style) CJK \($0)" }
                + ["Noto \(arabic) Arabic"] + Self.scripts.map { "Noto \(style) \($0)" }
                + ["DejaVu \(style)", style == "Serif" ? "serif" : "sans-serif"]
            return families.joined(separator: ",")
        }
        // A comma separates families, so no name contains one.
        let preferred = preferred.filter { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: ",")) }
        serif = list(preferred, "Serif", "Naskh")
        sans = list([], "Sans", "Sans")
    }

    private static let scripts = [
        "Hebrew", "Devanagari", "Thai", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi", "Kannada",
        "Malayalam", "Sinhala", "Khmer", "Lao", "Myanmar", "Georgian", "Armenian", "Ethiopic", "Tibetan",
    ]

    /// Returns the regional forms of Chinese characters in order of preference, by the names of Noto's families.
    private static func chineseForm(_ language: String, _ text: String) -> [String] {
        let subtags = language.lowercased().parts(between: "-")
        var form = "SC"
        if text.unicodeScalars.contains(where: { (0x3040...0x30FF).contains($0.value) }) {
            form = "JP"
        } else if text.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) {
            form = "KR"
        } else {
            switch subtags.first {
            case "ja": form = "JP"
            case "ko": form = "KR"
            case "zh" where subtags.contains("hk") || subtags.contains("mo"): form = "HK"
            case "zh" where subtags.contains("hant") || subtags.contains("tw"): form = "TC"
            default: break
            }
        }
        return [form] + ["SC", "TC", "JP", "KR", "HK"].filter { $0 != form }
    }

    /// Returns the distance of lines as a multiple of the typeface's own. Letters with marks above and below need all of
    /// it; others look better closer together.
    static func lineSpacing(of text: String) -> Double {
        let isTall = text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x109F, 0x1200...0x137F, 0x1700...0x1CFF, 0xA840...0xABFF, 0xFB1D...0xFDFF: true
            default: false
            }
        }
        return isTall ? 0.98 : 0.84
    }
}
