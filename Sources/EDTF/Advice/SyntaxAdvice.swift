/// Finds what was meant by a text that is no EDTF date, to say it better than the strict grammar can.
///
/// Rules look at the text one after another. The first that applies gives the message and the place; rules
/// then go on repairing until the text is valid, which makes it a reading. A rule names all that can be meant; what of it
/// may be written is for ``SafeRepair`` alone to say.
struct SyntaxAdvice {
    /// Longer texts are not worth the search.
    private static let longestText = 256
    /// More repairs than this are not tried on one text.
    private static let mostRepairs = 32
    /// More readings than this are not told.
    private static let mostReadings = 8

    let bytes: UnsafeBufferPointer<UInt8>
    let strictError: DateSyntaxError

    var error: DateSyntaxError {
        guard bytes.count <= Self.longestText else { return strictError }
        let text = Array(bytes)
        guard String(validating: text, as: UTF8.self) != nil else { return invalidUTF8 }
        guard let fix = Self.firstFix(text) else { return strictError }
        var error = DateSyntaxError(fix.message, offset: fix.range.lowerBound, length: fix.range.count)
        error.readings = Self.readings(of: text, after: fix)
        error.repair = SafeRepair.of(text, readings: error.readings)
        return error
    }

    private var invalidUTF8: DateSyntaxError {
        let valid = String(decoding: bytes, as: UTF8.self).utf8
        let offset = zip(bytes, valid).prefix { $0 == $1 }.count
        return DateSyntaxError("The text is not valid UTF-8", offset: min(offset, bytes.count - 1), length: 1)
    }

    /// Everything that a text can mean: each repair that a rule finds is repaired on until it is valid.
    static func readings(of text: [UInt8]) -> [String] {
        guard text.count <= longestText, let fix = firstFix(text) else { return [] }
        return readings(of: text, after: fix)
    }

    private static func readings(of text: [UInt8], after first: TextFix) -> [String] {
        var found: [String] = []
        var open = [first]
        var steps = 0
        while let fix = open.popLast(), steps < mostRepairs {
            steps += 1
            var further: [TextFix] = []
            for replacement in fix.replacements {
                if replacement.isValidDate {
                    if !found.contains(replacement.string) { found.append(replacement.string) }
                    // Ends that another repair put in the wrong order are no reason to swap them.
                } else if let next = firstFix(replacement, swapsEnds: false),
                    next.replacements != [replacement]
                {
                    further.append(next)
                }
            }
            open += further.reversed()
        }
        return Array(YearRules.withEras(found, of: text).prefix(mostReadings))
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
        PunctuationRules.all + DraftRules.all + TimeRules.all
        + EverydayRules.all + NumericRules.all
        + YearRules.all
}

/// A mistake with its place, and the texts that can be meant without it.
struct TextFix {
    var message: String
    var range: Range<Int>
    var replacements: [[UInt8]]

    init(_ message: String, _ range: Range<Int>, _ replacement: String? = nil) {
        self.init(message, range, readings: replacement.map { [$0] } ?? [])
    }

    init(_ message: String, _ range: Range<Int>, readings: [String]) {
        self.message = message
        self.range = range
        replacements = readings.map { Array($0.utf8) }
    }

    /// The same fix of a segment within the whole text.
    func placed(in text: [UInt8], at segment: Range<Int>) -> TextFix {
        var fix = self
        fix.range = (range.lowerBound + segment.lowerBound)..<(range.upperBound + segment.lowerBound)
        fix.replacements = replacements.map { text[..<segment.lowerBound] + $0 + text[segment.upperBound...] }
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
