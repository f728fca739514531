/// Finds what was meant by a text that is no EDTF date, to say it better than the strict grammar can.
///
/// Rules look at the text one after another. The first that applies gives the message and the place; rules
/// then go on repairing until the text is valid, which makes it the suggestion.
struct SyntaxAdvice {
    /// Longer texts are not worth the search.
    private static let longestText = 256
    /// More mistakes than this in one text are not repaired.
    private static let mostRepairs = 12

    let bytes: UnsafeBufferPointer<UInt8>
    let strictError: DateSyntaxError

    var error: DateSyntaxError {
        guard bytes.count <= Self.longestText else { return strictError }
        let text = Array(bytes)
        guard String(validating: text, as: UTF8.self) != nil else { return invalidUTF8 }
        guard let fix = Self.firstFix(text) else { return strictError }
        var error = DateSyntaxError(fix.message, offset: fix.range.lowerBound, length: fix.range.count)
        error.suggestion = Self.suggestion(after: fix)
        return error
    }

    private var invalidUTF8: DateSyntaxError {
        let valid = String(decoding: bytes, as: UTF8.self).utf8
        let offset = zip(bytes, valid).prefix { $0 == $1 }.count
        return DateSyntaxError("The text is not valid UTF-8", offset: min(offset, bytes.count - 1), length: 1)
    }

    private static func suggestion(after first: TextFix) -> String? {
        var fix = first
        for _ in 0..<mostRepairs {
            guard let replacement = fix.replacement else { return nil }
            if replacement.isValidDate { return String(decoding: replacement, as: UTF8.self) }
            // Ends that another repair put in the wrong order are no reason to swap them.
            guard let next = firstFix(replacement, swapsEnds: false), next.replacement != replacement else {
                return nil
            }
            fix = next
        }
        return nil
    }

    private static func firstFix(_ text: [UInt8], swapsEnds: Bool = true) -> TextFix? {
        for rule in WholeTextRules.all {
            if let fix = rule(text) { return fix }
        }
        for segment in Segment.segments(of: text) where !segment.isValid {
            for rule in segmentRules {
                if let fix = rule(segment) { return fix.placed(in: text, at: segment.range) }
            }
            return nil
        }
        return swapsEnds ? IntervalRules.swappedEnds(text) : nil
    }

    private static let segmentRules: [@Sendable (Segment) -> TextFix?] =
        PunctuationRules.all + [IntervalRules.shortenedEnd] + DraftRules.all + TimeRules.all
        + EverydayRules.all + NumericRules.all
        + YearRules.all
}

/// A mistake with its place, and the text without it where that can be told.
struct TextFix {
    var message: String
    var range: Range<Int>
    var replacement: [UInt8]?

    init(_ message: String, _ range: Range<Int>, _ replacement: String? = nil) {
        self.message = message
        self.range = range
        self.replacement = replacement.map { Array($0.utf8) }
    }

    /// The same fix of a segment within the whole text.
    func placed(in text: [UInt8], at segment: Range<Int>) -> TextFix {
        var fix = self
        fix.range = (range.lowerBound + segment.lowerBound)..<(range.upperBound + segment.lowerBound)
        fix.replacement = replacement.map { text[..<segment.lowerBound] + $0 + text[segment.upperBound...] }
        return fix
    }
}

extension [UInt8] {
    /// Whether the strict grammar accepts the text.
    var isValidDate: Bool {
        withUnsafeBufferPointer { bytes in
            do throws(DateSyntaxError) {
                _ = try DateExpression(strict: bytes)
                return true
            } catch {
                return false
            }
        }
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}
