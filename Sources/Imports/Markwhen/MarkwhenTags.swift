import UTF8Text

/// The tags in a text of Markwhen: `#name` after white space, but no number.
enum MarkwhenTags {
    /// All tags in a text, in its order.
    static func all(in text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).compactMap { name(of: $0) }
    }

    private static func name(of word: Substring) -> String? {
        guard word.begins(with: "#") else { return nil }
        let name = word.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        return name.isEmpty || name.allSatisfy(\.isNumber) ? nil : String(name)
    }

    /// Returns a title without the tags at its end, and without the signs of tags within it; and all of its tags.
    static func taken(from title: String) -> (text: String, tags: [String]) {
        let tags = all(in: title)
        if tags.isEmpty { return (title, []) }
        var words = title.parts(between: " ").filter { !$0.isEmpty }
        while let last = words.last, name(of: last).map({ $0.utf8.count + 1 == last.utf8.count }) ?? false {
            words.removeLast()
        }
        let text = words.map { name(of: $0) == nil ? $0 : $0.dropFirst() }.joined(separator: " ")
        return (text, tags)
    }

    /// The text of an event's line behind its check mark, and whether that is checked; nil if there is none.
    static func completion(of text: String) -> (text: String, isCompleted: Bool?) {
        let trimmed = HTMLMarkdown.trimmed(text)
        for (mark, isDone) in [("[]", false), ("[ ]", false), ("[x]", true), ("[X]", true)] {
            if let rest = trimmed.rest(after: mark) { return (String(rest), isDone) }
        }
        return (text, nil)
    }
}
