import UTF8Text

/// The rule that derives ids from text, for headings and for everything else that has an address.
///
/// Letters and digits of any script are kept in lower case, with their combining marks. Every run of other characters
/// becomes one hyphen, except at the ends. Variation selectors are dropped, and so are the marks on a letter beyond
/// ``MarkPile/most``. The text is read scalar by scalar and not normalised: composed and decomposed spellings of a
/// letter give slugs of different bytes, which Swift's strings compare as equal. Lower-casing is independent of
/// language and context.
public enum Slug {
    /// Returns the slug of a text; empty if the text has no letter or digit.
    public static func make(from text: some StringProtocol) -> String {
        let utf8 = text.utf8
        if let slug = utf8.withContiguousStorageIfAvailable(unsafe ascii) ?? nil { return slug }
        var slug = String.UnicodeScalarView()
        var isGap = false
        var marks = 0
        for scalar in text.unicodeScalars {
            switch Role(scalar) {
            case .mark where !isGap && !slug.isEmpty:
                marks += 1
                if marks <= MarkPile.most { slug.append(scalar) }
            case .base:
                marks = 0
                if isGap, !slug.isEmpty { slug.append("-") }
                isGap = false
                if scalar.isASCII {
                    slug.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value).asciiLowercased))
                } else {
                    slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
            case .selector:
                continue
            default:
                isGap = true
            }
        }
        return String(slug)
    }

    /// Whether a text is an id as authors write them: letters that are not capitals, digits and hyphens, of any script,
    /// and at least one letter or digit. Every non-empty result of ``make(from:)`` is well-formed.
    public static func isWellFormed(_ id: String) -> Bool {
        if let answer = unsafe id.utf8.withContiguousStorageIfAvailable(unsafe isWellFormedASCII) ?? nil {
            return answer
        }
        var hasBase = false
        var mayCombine = false
        for scalar in id.unicodeScalars {
            switch Role(scalar) {
            case .base where !changesWhenLowercased(scalar):
                (hasBase, mayCombine) = (true, true)
            case .mark where mayCombine:
                continue
            case .other where scalar == "-":
                mayCombine = false
            default:
                return false
            }
        }
        return hasBase
    }

    /// Whether lower-casing changes a scalar. Unicode's tables are slow, and nearly every letter of an id is ASCII.
    private static func changesWhenLowercased(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.changesWhenLowercased
    }

    /// The answer for a text that is all ASCII; nil for others.
    private static func isWellFormedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        // Without branches, so that the compiler looks at many bytes at once: an entry names some twenty ids.
        var (high, bases, others): (UInt8, UInt8, UInt8) = (0, 0, 0)
        for index in unsafe bytes.indices {
            let byte = unsafe bytes[index]
            let isBase = byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
            high |= byte
            bases |= isBase ? 1 : 0
            others |= isBase || byte == UInt8(ascii: "-") ? 0 : 1
        }
        return high >= 0x80 ? nil : bases != 0 && others == 0
    }

    private static func ascii(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard unsafe bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return unsafe String(unsafeUninitializedCapacity: bytes.count) { slug in
            var count = 0
            var isGap = false
            for index in unsafe bytes.indices {
                let byte = unsafe bytes[index]
                guard byte.isASCIIAlphanumeric else {
                    isGap = true
                    continue
                }
                if isGap, count > 0 {
                    unsafe slug[count] = UInt8(ascii: "-")
                    count += 1
                }
                isGap = false
                unsafe slug[count] = byte.asciiLowercased
                count += 1
            }
            return count
        }
    }

    /// The role of a scalar in a slug, by its Unicode general category.
    private enum Role {
        case base, mark, selector, other

        init(_ scalar: Unicode.Scalar) {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                self = byte.isASCIIAlphanumeric ? .base : .other
                return
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber, .letterNumber:
                self = .base
            case .nonspacingMark, .spacingMark:
                self = scalar.properties.isVariationSelector ? .selector : .mark
            default:
                self = .other
            }
        }
    }
}
