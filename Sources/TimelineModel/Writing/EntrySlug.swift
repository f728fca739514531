import CommonMark
import EDTF
import UTF8Text

/// The rule that names a new entry after its date and its title.
public enum EntrySlug {
    /// Returns the slug for an entry: the date as far as it is known, and the first words of the title.
    public static func make(date: DateExpression, title: String) -> String {
        let name = [datePart(of: date), shortened(Slug.make(from: title))].filter { !$0.isEmpty }
            .joined(separator: "-")
        return Slug.isUsable(name) ? name : "entry"
    }

    /// The date in the form for a file name: the year, month and day with which it begins, as far as they are known. A
    /// file name must not invent a day. Years before the common era are counted as people count them: `0044-bce-03-15`.
    private static func datePart(of date: DateExpression) -> String {
        let text = Array(date.canonical.utf8)
        var start = text.drop { !$0.isASCIIDigit && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "Y") }
        let isLong = start.first == UInt8(ascii: "Y")
        if isLong { start = start.dropFirst() }
        let isNegative = start.first == UInt8(ascii: "-")
        if isNegative { start = start.dropFirst() }
        let parts = start.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first else { return "" }
        let year = first.prefix(while: \.isASCIIDigit)
        guard let number = Int(String(decoding: year, as: UTF8.self)),
            isLong ? year.count == first.count : year.count == 4
        else { return "" }
        var known = String(decoding: year, as: UTF8.self)
        if isNegative || number == 0 {
            // The digits of `-004X` do not give a single year.
            if first.dropFirst(year.count).first == UInt8(ascii: "X") { return "" }
            known = String(number + 1, minimumDigits: 4) + "-bce"
        }
        if year.count != first.count { return known }
        for (index, part) in parts.dropFirst().prefix(2).enumerated() {
            let digits = part.prefix(while: \.isASCIIDigit)
            let rest = part.dropFirst(digits.count).first
            guard digits.count == 2, rest.map({ "/,T]}.".utf8.contains($0) }) ?? true else { break }
            let text = String(decoding: digits, as: UTF8.self)
            if index == 0, Int(text).map({ $0 > 12 }) ?? true { break }
            known += "-" + text
            if rest != nil { break }
        }
        return known
    }

    /// Returns as many words of a slug as fit into 60 UTF-8 bytes, because a file's name is limited.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > 60 else { return slug }
        var short = ""
        for word in slug.parts(between: "-") {
            let longer = short.isEmpty ? String(word) : short + "-" + word
            if longer.utf8.count > 60 { break }
            short = longer
        }
        if !short.isEmpty { return short }
        var length = 0
        for character in slug {
            length += character.utf8.count
            if length > 60 { break }
            short.append(character)
        }
        return short
    }
}
