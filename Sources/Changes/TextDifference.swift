import UTF8Text

/// The parts of two texts that differ, with a few words around them.
struct TextDifference {
    let was: String
    let now: String

    /// The greatest number of words of an excerpt, and those that it keeps before and after what differs.
    private static let (most, around) = (60, 6)

    /// Compares two texts word by word; white space does not count. Texts of up to 60 words are shown whole.
    init(_ old: String, _ new: String) {
        let (old, new) = (old.split { $0.isWhitespace }, new.split { $0.isWhitespace })
        if old.count <= Self.most, new.count <= Self.most {
            was = old.joined(separator: " ")
            now = new.joined(separator: " ")
            return
        }
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }
            .prefix(min(old.count, new.count) - start).count
        was = Self.excerpt(old, start..<(old.count - end))
        now = Self.excerpt(new, start..<(new.count - end))
    }

    private static func excerpt(_ words: [Substring], _ range: Range<Int>) -> String {
        let start = max(0, range.lowerBound - around)
        let whole = min(words.count, range.upperBound + around)
        let end = min(whole, start + most)
        return (start > 0 ? "… " : "") + words[start..<end].joined(separator: " ")
            + (end < words.count ? " …" : "")
    }

    /// Returns a text that stands alone, cut after 60 words.
    static func shortened(_ text: String) -> String {
        let words = text.split { $0.isWhitespace }
        return excerpt(words, 0..<words.count)
    }
}
