/// Rules for the syntax of the draft of 2012, which the standard of 2019 replaced (EDTF 2019, Differences).
enum DraftRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [
        keywords, unspecifiedDigits, lowercaseYear, lowercaseSuffix, bothQualifiers, groups, seasonQualifier,
    ]

    private static func keywords(_ segment: Segment) -> TextFix? {
        switch segment.text.lowercased() {
        case "open":
            let isOpen = segment.isInInterval
            return TextFix("An open end is written .., not open", segment.whole, isOpen ? ".." : nil)
        case "unknown":
            let isUnknown = segment.isInInterval
            return TextFix(
                "An unknown end is left empty, not written unknown", segment.whole, isUnknown ? "" : nil)
        default: return nil
        }
    }

    /// `199u`, `20xx`, `2004-06-uu`.
    private static func unspecifiedDigits(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        let allowed = Set("0123456789uUxX-?~%()".utf8)
        guard bytes.allSatisfy(allowed.contains), bytes.contains(where: \.isDigit) else { return nil }
        guard
            let index = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "u") || $0 == UInt8(ascii: "x") }
            ),
            index == 0 || !bytes[index - 1].isQualifier || bytes.last?.isQualifier == true
        else { return nil }
        let end = bytes[index...].firstIndex { $0 != bytes[index] } ?? bytes.count
        let fixed = bytes.map {
            $0 | 0x20 == UInt8(ascii: "u") || $0 == UInt8(ascii: "x") ? UInt8(ascii: "X") : $0
        }
        let isDraft = bytes[index] != UInt8(ascii: "x")
        return TextFix(
            isDraft
                ? "An unspecified digit is written X, not u"
                : "An unspecified digit is written as a capital X", index..<end, fixed.string)
    }

    /// `y-170000002`.
    private static func lowercaseYear(_ segment: Segment) -> TextFix? {
        guard segment.bytes.first == UInt8(ascii: "y"),
            segment.bytes.dropFirst().first?.isASCIILetter == false
        else {
            return nil
        }
        return TextFix(
            "The prefix of a long year is a capital Y", 0..<1, "Y" + Array(segment.bytes.dropFirst()).string)
    }

    /// `Y17e7`, `1950p2`, `1950s2`.
    private static func lowercaseSuffix(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        let capitals: [UInt8: (capital: UInt8, what: String)] = [
            UInt8(ascii: "e"): (UInt8(ascii: "E"), "An exponent follows a capital E"),
            UInt8(ascii: "p"): (
                UInt8(ascii: "S"), "The number of significant digits follows a capital S, not p"
            ),
            UInt8(ascii: "s"): (UInt8(ascii: "S"), "The number of significant digits follows a capital S"),
        ]
        for index in bytes.indices.dropFirst() {
            guard let (capital, message) = capitals[bytes[index]], bytes[index - 1].isDigit,
                index + 1 < bytes.count, bytes[index + 1].isDigit
            else { continue }
            var fixed = bytes
            fixed[index] = capital
            return TextFix(message, index..<(index + 1), fixed.string)
        }
        return nil
    }

    /// `2004?~`.
    private static func bothQualifiers(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        for index in bytes.indices.dropLast() where bytes[index].isQualifier && bytes[index + 1].isQualifier {
            let end = bytes[index...].firstIndex { !$0.isQualifier } ?? bytes.count
            let qualification = bytes[index..<end].reduce(into: Qualification()) {
                $0.formUnion(Qualification(symbol: $1) ?? [])
            }
            let fixed = Array(bytes[..<index]).string + qualification.symbol + Array(bytes[end...]).string
            return TextFix("Uncertain and approximate together are written %", index..<end, fixed)
        }
        return nil
    }

    /// `2004-(06-11)?`: the sign is moved to the left of every component of the group.
    private static func groups(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) ?? bytes.firstIndex(of: UInt8(ascii: ")"))
        else {
            return nil
        }
        let message = "Parentheses are gone: a sign to the left of a component qualifies that component"
        guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ")")), close > open,
            !bytes[(open + 1)..<close].contains(UInt8(ascii: "("))
        else { return TextFix(message, open..<(open + 1)) }
        let signsEnd = bytes[(close + 1)...].firstIndex { !$0.isQualifier } ?? bytes.count
        let qualification = bytes[(close + 1)..<signsEnd].reduce(into: Qualification()) {
            $0.formUnion(Qualification(symbol: $1) ?? [])
        }
        let components = bytes[(open + 1)..<close].split(separator: UInt8(ascii: "-"))
        let group = components.map { qualification.symbol + Array($0).string }.joined(separator: "-")
        let fixed = Array(bytes[..<open]).string + group + Array(bytes[signsEnd...]).string
        return TextFix(message, open..<signsEnd, fixed)
    }

    /// `2001-21^southernHemisphere`.
    private static func seasonQualifier(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        guard let caret = bytes.firstIndex(of: UInt8(ascii: "^")) else { return nil }
        let word = Array(bytes[(caret + 1)...]).string.lowercased()
        var fixed = Array(bytes[..<caret])
        let shift = word.hasPrefix("south") ? 8 : word.hasPrefix("north") ? 4 : 0
        if let ones = fixed.last, ones > UInt8(ascii: "0"), ones <= UInt8(ascii: "4"), fixed.count > 2,
            shift > 0
        {
            let code = 20 + Int(ones - UInt8(ascii: "0")) + shift
            fixed = fixed.dropLast(2) + Array(String(code).utf8)
        }
        return TextFix(
            "Seasons bear no ^: codes 25 to 32 name the hemisphere", caret..<bytes.count, fixed.string)
    }
}
