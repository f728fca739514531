import CommonMark
import Diagnostics
import UTF8Text

/// The identity of names that no file registers, such as `Port Authority`: each name yields an id, which is its
/// address.
///
/// Two such names are identical only if they differ in nothing but case, spaces, full stops and Unicode form. The slug rule
/// alone would merge more of them, such as `C` and `C++`. The id of a name with a sign that slugs drop therefore gets a
/// suffix computed from the name's signs alone, so that no other name can change it. Signs that are a matter of
/// spelling (hyphens, quotes, commas and the like) add no suffix. Two names that differ only in those would share an
/// address that neither has a better claim to, and are reported (``checkNames(_:)``).
enum NameIdentity {
    /// Returns the id of a name, or `nil` if the name has no letter or digit or the id is too long.
    static func id(of name: String) -> String? {
        let slug = Slug.make(from: name)
        if isPlainASCII(name) { return Slug.isUsable(slug) ? slug : nil }
        guard !slug.isEmpty, let signs = signs(in: name) else { return Slug.isUsable(slug) ? slug : nil }
        let id = slug + "-" + suffix(for: signs)
        return Slug.isUsable(id) ? id : nil
    }

    /// Returns the comparison key of a name: identical names have equal keys. Keys are compared as strings, which
    /// treats canonically equivalent Unicode forms as equal.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in name.caseFolded.unicodeScalars where !isFiller(scalar) { key.append(scalar) }
        return String(key)
    }

    /// Returns the visual key of a name: names that look alike have equal ones. It is the comparison key without
    /// invisible characters such as the soft hyphen; joiners count as visible in scripts whose letters join.
    static func look(of name: String) -> String {
        let key = key(of: name)
        return key.utf8.allSatisfy { $0 < 0x80 } ? key : seen(of: key)
    }

    /// Returns a name without its invisible characters.
    static func seen(of name: String) -> String {
        var seen = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where !isUnseen(scalar, behind: seen.last) { seen.append(scalar) }
        return String(seen)
    }

    /// Returns the invisible characters of a name.
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

    /// Whether a name has only ASCII letters and digits, spaces, hyphens and full stops, as most names do.
    private static func isPlainASCII(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: " ")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    /// Returns the signs of a name, with an `a` for each word between them, or `nil` if all its signs are spelling.
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

    /// Returns a hash of signs as six letters and digits: FNV-1a, 64 bits, in base 32.
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

    /// Whether slugs keep a character.
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

    /// Whether a character is a space, a full stop or a variation selector.
    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == "." || scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
            : scalar.properties.isWhitespace || "․。．｡".unicodeScalars.contains(scalar)
                || scalar.properties.isVariationSelector
    }

    /// Whether a character is one in which spellings of one name differ.
    private static func isSpelling(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .initialPunctuation, .finalPunctuation, .connectorPunctuation, .format: true
        default: "'\"`´,;:/&!?¡¿·‧•・、，；：＆／！？׳״‚„".unicodeScalars.contains(scalar)
        }
    }
}
