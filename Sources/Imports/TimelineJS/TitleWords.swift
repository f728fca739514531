import UTF8Text

/// The beginning of a text as a title.
enum TitleWords {
    /// Returns the first sentence of a text, or as many whole words as fit, with an ellipsis.
    ///
    /// - Parameter most: the maximum length in characters.
    static func first(of text: String, most: Int = 90) -> String {
        var end = text.startIndex
        var length = 0
        for word in text.parts(between: " ") where !word.isEmpty {
            let next = length + word.count + (length == 0 ? 0 : 1)
            if next > most { break }
            (length, end) = (next, word.endIndex)
            // A short word before a point is an abbreviation rather than an end.
            if word.count > 3, word.ends(with: "."), length > 20 { break }
        }
        if length == 0 { return String(text.prefix(most - 1)) + "…" }
        let title = text[..<end]
        return title.endIndex == text.endIndex || title.ends(with: ".") ? String(title) : title + "…"
    }
}
