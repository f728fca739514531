/// Rules for characters that look like the right ones, and for signs that do not belong.
enum PunctuationRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [dashes, plusSign, spacesBetweenDigits]

    /// Hyphens, dashes, the minus sign, and the small and fullwidth hyphens.
    static let lookalikes: Set<Unicode.Scalar> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE63}",
        "\u{FF0D}",
    ]

    /// Replaces dashes and minus signs by hyphens. In a text with words they are read together with these.
    private static func dashes(_ segment: Segment) -> TextFix? {
        let scalars = segment.text.unicodeScalars
        let letters = segment.bytes.filter(\.isASCIILetter)
        guard letters.allSatisfy("TtZzXxYyEeS".utf8.contains),
            let index = scalars.firstIndex(where: lookalikes.contains)
        else { return nil }
        let offset = scalars.utf8Offset(of: index)
        var fixed = String.UnicodeScalarView()
        for scalar in scalars { fixed.append(lookalikes.contains(scalar) ? "-" : scalar) }
        let range = offset..<(offset + String(scalars[index]).utf8.count)
        // A dash before a year alone is a minus sign, "until", or a mark of a list.
        let isFirst = index == scalars.startIndex && segment.range.lowerBound == 0 && !segment.isInInterval
        let isYear = scalars.dropFirst().allSatisfy { ("0"..."9").contains($0) }
        if isFirst, isYear, longDashes.contains(scalars[index]) {
            let year = String(fixed.dropFirst())
            return TextFix(
                "A minus sign is a hyphen (-), not \(scalars[index])", range,
                readings: [String(fixed), year, "../" + year, "/" + year])
        }
        return TextFix("The separator is a hyphen (-), not \(scalars[index])", range, String(fixed))
    }

    /// The dashes that are neither a hyphen nor a minus sign.
    static let longDashes: Set<Unicode.Scalar> = ["\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}"]

    private static func plusSign(_ segment: Segment) -> TextFix? {
        guard segment.bytes.first == UInt8(ascii: "+") else { return nil }
        return TextFix("A year bears no plus sign", 0..<1, Array(segment.bytes.dropFirst()).string)
    }

    /// `2023 - 09 - 13`, `1911 ?`: spaces where there are no words.
    private static func spacesBetweenDigits(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        guard let space = bytes.firstIndex(where: \.isSpace), !bytes.contains(where: \.isASCIILetter),
            bytes.contains(UInt8(ascii: "-")) || bytes.last?.isQualifier == true
        else { return nil }
        let fixed = bytes.filter { !$0.isSpace }
        guard fixed.isValidDate else { return nil }
        let end = bytes[space...].firstIndex { !$0.isSpace } ?? bytes.count
        return TextFix("A date has no spaces", space..<end, fixed.string)
    }
}

extension String.UnicodeScalarView {
    fileprivate func utf8Offset(of index: Index) -> Int {
        self[..<index].reduce(0) { $0 + String($1).utf8.count }
    }
}
