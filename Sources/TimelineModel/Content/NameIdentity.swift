import CommonMark
import Diagnostics

/// Names that no file registers, such as `Port Authority`: each makes an id, which is its address.
///
/// Two such names are one and the same only if they are equal but for case, blanks, points and Unicode form. The slug
/// rule makes more of them equal: `C` and `C++`. A name with a sign that the slug rule leaves out has therefore an id
/// with a suffix, made of its signs alone, so that no other name can move it. Signs that are a matter of spelling —
/// hyphens, quotes, commas and their like — add none, and two names that differ in them alone are reported
/// (``checkNames(_:)``): one address would be as good for both, and is none's.
enum NameIdentity {
    /// The id of a name; nil where it has no letter or digit, or is too long.
    static func id(of name: String) -> String? {
        let slug = Slug.make(from: name)
        if isPlainASCII(name) { return Slug.isUsable(slug) ? slug : nil }
        guard !slug.isEmpty, let signs = signs(in: name) else { return Slug.isUsable(slug) ? slug : nil }
        let id = slug + "-" + suffix(for: signs)
        return Slug.isUsable(id) ? id : nil
    }

    /// What two names have in common that are one: compared as strings, which takes Unicode's forms for equal.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in name.caseFolded.unicodeScalars where !isFiller(scalar) { key.append(scalar) }
        return String(key)
    }

    /// What two names have in common that look alike: the key without what nobody sees, such as a soft hyphen. Joiners
    /// are seen in scripts whose letters join.
    static func look(of name: String) -> String {
        let key = key(of: name)
        return key.utf8.allSatisfy { $0 < 0x80 } ? key : seen(of: key)
    }

    /// A name without what nobody sees.
    static func seen(of name: String) -> String {
        var seen = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where !isUnseen(scalar, behind: seen.last) { seen.append(scalar) }
        return String(seen)
    }

    /// What nobody sees in a name.
    static func unseen(in name: String) -> [Unicode.Scalar] {
        var last: Unicode.Scalar?
        return name.unicodeScalars.filter { scalar in
            defer { last = scalar }
            return isUnseen(scalar, behind: last)
        }
    }

    private static func isUnseen(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar?) -> Bool {
        if scalar.isASCII || scalar.properties.isVariationSelector { return false }
        let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
        if isJoiner, let last, last.value >= 0x0590 { return false }
        // Letters that make a flag of a black one.
        if (0xE0020...0xE007F).contains(scalar.value), let last, last.value >= 0x1F000 { return false }
        return scalar.properties.isDefaultIgnorableCodePoint
    }

    /// Most names are words of ASCII.
    private static func isPlainASCII(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: " ")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    /// The signs of a name and where they stand between its words; nil where it has none but those of spelling.
    private static func signs(in name: String) -> String? {
        var signs = String.UnicodeScalarView()
        var (isWord, hasSigns) = (false, false)
        for scalar in name.unicodeScalars {
            if isLetter(scalar) {
                if !isWord { signs.append("a") }
                isWord = true
            } else if !scalar.properties.isVariationSelector {
                isWord = false
                if isFiller(scalar) || isSpelling(scalar) { continue }
                signs.append(scalar)
                hasSigns = true
            }
        }
        return hasSigns ? String(signs) : nil
    }

    /// Six letters and digits for signs: FNV-1a, 64 bits, in base 32.
    private static func suffix(for signs: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in signs.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        var digits: [UInt8] = []
        for _ in 0..<6 {
            digits.append(contentsOf: String(hash & 31, radix: 32).utf8)
            hash >>= 5
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// What slugs keep.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isVariationSelector { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber,
            .letterNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Blanks, points, and selectors of a form.
    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == "." || scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
            : scalar.properties.isWhitespace || "․。．｡".unicodeScalars.contains(scalar)
                || scalar.properties.isVariationSelector
    }

    /// Signs by which spellings of one name differ.
    private static func isSpelling(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .initialPunctuation, .finalPunctuation, .connectorPunctuation, .format: true
        default: "'\"`´,;:/&!?¡¿·‧•・、，；：＆／！？׳״‚„".unicodeScalars.contains(scalar)
        }
    }
}
