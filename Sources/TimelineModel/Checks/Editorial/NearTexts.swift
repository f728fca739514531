/// A search for similar texts that does not compare all pairs (the symmetric deletion algorithm of SymSpell).
///
/// Texts that are equal once a letter is removed from either share a key, and only texts with a common key are
/// compared. The cost grows linearly with the number of texts, and with the square of their length, which is capped.
enum NearTexts {
    /// The minimum length; shorter texts resemble too many others.
    private static let shortest = 5
    /// The maximum length; longer texts are compared by their beginnings.
    private static let longest = 48

    /// Returns the pairs of texts that differ by at most one inserted, deleted or replaced letter, as the indices of an
    /// earlier and a later text. A text is paired only with the first that it resembles.
    ///
    /// Case, spaces and signs are ignored. Digits are not: Pier 1 is not Pier 2.
    static func pairs(_ texts: [String]) -> [(Int, Int)] {
        var first: [String: Int] = [:]
        var pairs: [(Int, Int)] = []
        for (number, text) in texts.enumerated() {
            let letters = Array(wordList(of: text).joined().unicodeScalars.prefix(longest))
            let digits = letters.filter { $0.properties.numericType != nil }
            let suffix = "\n" + String(String.UnicodeScalarView(digits))
            var nearest: Int?
            for key in keys(letters) {
                let key = key + suffix
                if let other = first[key] {
                    nearest = min(nearest ?? other, other)
                } else {
                    first[key] = number
                }
            }
            if let nearest, nearest != number { pairs.append((nearest, number)) }
        }
        return pairs
    }

    /// Returns the text itself and, if it is long enough, each text with one letter removed.
    private static func keys(_ letters: [Unicode.Scalar]) -> [String] {
        var view = String.UnicodeScalarView(letters)
        var keys = [String(view)]
        guard letters.count >= shortest else { return keys }
        for index in letters.indices {
            view = String.UnicodeScalarView(letters[..<index])
            view.append(contentsOf: letters[(index + 1)...])
            keys.append(String(view))
        }
        return keys
    }
}
