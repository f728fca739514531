/// Finds texts that are nearly the same without comparing each with each: texts that agree once a letter is
/// taken out of either share a key (the symmetric deletion of SymSpell), and only those with a common key are
/// looked at. The cost grows with the number of texts, and with the square of their length, which is capped.
enum NearTexts {
    /// Shorter texts are near too many others.
    private static let shortest = 5
    /// Longer ones are compared by their beginnings.
    private static let longest = 48

    /// The pairs of texts that differ in at most one letter more, less, or other, each as the numbers of an
    /// earlier and a later text; a text is paired with the first that it is near to.
    ///
    /// Case, blanks and signs do not count. Digits do: Pier 1 is not Pier 2.
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

    /// The text, and, where it is long enough, what is left of it without one of its letters.
    private static func keys(_ letters: [Unicode.Scalar]) -> [String] {
        var view = String.UnicodeScalarView(letters)
        var keys = [String(view)]
        guard letters.count >= shortest else { return keys }
        for place in letters.indices {
            view = String.UnicodeScalarView(letters[..<place])
            view.append(contentsOf: letters[(place + 1)...])
            keys.append(String(view))
        }
        return keys
    }
}
