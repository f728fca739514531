import EDTF
import TimelineModel
import UTF8Text

extension SilentChange {
    /// Whether a correction names a changed value: its `was` has the key, or its text contains the old or the new value,
    /// the word for the key, or the label of the number.
    static func isNamed(
        _ key: String, part: String?, was: String, now: String?, by correction: JSONValue
    ) -> Bool {
        if let restored = correction["was"]?.members {
            return restored.contains { $0.key == key || key == "date" && $0.key == "edtf" }
        }
        guard let text = correction["text"]?.scalar?.words.lowercased() else { return false }
        let noun = ["quantities": "number", "content_status": "status"][key] ?? key
        let values = [was, now].compactMap(\.self).flatMap { value in
            [value] + [(try? DateExpression(value))?.text(in: .english)].compactMap(\.self)
        }
        let words = [noun, part].compactMap(\.self) + values
        return words.contains { text.contains(word: $0.lowercased()) }
    }
}

extension String {
    /// Whether the text contains words, not as a part of longer ones.
    fileprivate func contains(word: String) -> Bool {
        ranges(of: word).contains { range in
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
        }
    }
}
