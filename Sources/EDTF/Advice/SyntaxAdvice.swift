/// Explains a text that is not an EDTF date, better than the strict grammar can, and finds its possible readings.
///
/// The rules examine the text in order. The first that applies gives the message and the range; rules then continue to
/// repair the text until it is valid, and so a reading. A rule lists all possible meanings; only ``SafeRepair`` decides
/// which of them may be written.
@safe
struct SyntaxAdvice {
    /// The length in bytes above which no advice is sought.
    private static let longestText = 256
    /// The number of repairs that are tried on one text.
    private static let mostRepairs = 32
    /// The number of readings that are reported.
    private static let mostReadings = 16

    /// The depth of nested searches: rules search for the meaning of parts of a text, and those for parts of these.
    private static let mostSearches = 4
    @TaskLocal private static var depth = 0

    let bytes: UnsafeBufferPointer<UInt8>
    let strictError: DateSyntaxError

    var error: DateSyntaxError {
        guard unsafe bytes.count <= Self.longestText else { return strictError }
        let text = unsafe Array(bytes)
        guard String(validating: text, as: UTF8.self) != nil else { return invalidUTF8 }
        guard let fix = Self.firstFix(text) else { return strictError }
        var error = DateSyntaxError(fix.message, offset: fix.range.lowerBound, length: fix.range.count)
        let found = Self.found(after: fix)
        error.readings = Array(YearRules.withEras(found.readings, of: text).prefix(Self.mostReadings))
        error.repair = SafeRepair.of(text, readings: error.readings)
        if found.readings.isEmpty, let reason = found.reason { error.message = reason }
        return error
    }

    private var invalidUTF8: DateSyntaxError {
        let valid = unsafe String(decoding: bytes, as: UTF8.self).utf8
        let offset = unsafe zip(bytes, valid).prefix { $0 == $1 }.count
        return unsafe DateSyntaxError(
            "The text is not valid UTF-8", offset: min(offset, bytes.count - 1), length: 1)
    }

    /// Returns all meanings of a part of a text; signs of years are kept as they are. Every repair that a rule finds is
    /// repaired further until it is valid.
    static func readings(of text: [UInt8]) -> [String] {
        guard text.count <= longestText, let fix = firstFix(text) else { return [] }
        return found(after: fix).readings
    }

    /// Returns the readings, and the reason why something that is nearly a date is not one: 31 June.
    private static func found(after first: TextFix) -> (readings: [String], reason: String?) {
        guard depth < mostSearches else { return ([], nil) }
        return $depth.withValue(depth + 1) { search(after: first) }
    }

    private static func search(after first: TextFix) -> (readings: [String], reason: String?) {
        var found: [String] = []
        var reason: String?
        var open = [first]
        var steps = 0
        while let fix = open.popLast(), steps < mostRepairs {
            steps += 1
            var further: [TextFix] = []
            for replacement in fix.replacements {
                let mistake = replacement.mistake
                if mistake == nil {
                    if !found.contains(replacement.string) { found.append(replacement.string) }
                    // If another repair put the ends in the wrong order, they are not swapped.
                } else if let next = firstFix(replacement, swapsEnds: false),
                    next.replacements != [replacement]
                {
                    further.append(next)
                } else if mistake?.isMissingDay == true, reason == nil {
                    reason = mistake?.message
                }
            }
            open += further.reversed()
        }
        return (found, reason)
    }

    private static func firstFix(_ text: [UInt8], swapsEnds: Bool = true) -> TextFix? {
        if let fix = qualified(text) { return fix }
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

    /// Fixes a qualified text, `11.8.1911?` or `~1911-8`: the readings of the text without the sign, with the sign
    /// after them. With two dates it can qualify both, or the last one.
    private static func qualified(_ text: [UInt8]) -> TextFix? {
        let isLast = text.last?.isQualifier == true
        guard let sign = isLast ? text.last : text.first, sign.isQualifier, EverydayReading(text) == nil,
            WholeTextRules.unspecifiedEnd(text) == nil
        else { return nil }
        let rest = Array(isLast ? text.dropLast() : text.dropFirst()).trimmed
        if !isLast, rest.isValidDate, text[1].isSpace {
            return TextFix(
                "A sign before a date has no space after it, and qualifies only the year", 0..<2,
                readings: [rest.string + [sign].string, [sign].string + rest.string])
        }
        guard let first = rest.first, let last = rest.last, !last.isQualifier, !first.isQualifier,
            !")]}".utf8.contains(last), !"([{".utf8.contains(first), !rest.isValidDate,
            var fix = firstFix(rest)
        else { return nil }
        let readings = found(after: fix).readings
        if readings.isEmpty { return nil }
        fix.replacements = readings.flatMap { reading in
            [false, true].map { Self.qualify(Array(reading.utf8), sign, onlyLast: $0) }
        }
        if !isLast { fix.range = 0..<1 }
        return fix
    }

    /// Returns the reading with a sign after every date, or after the last one.
    private static func qualify(_ reading: [UInt8], _ sign: UInt8, onlyLast: Bool) -> [UInt8] {
        let ends = reading.indices.filter { index in
            let next = index + 1 < reading.count ? reading[index + 1] : UInt8(ascii: "/")
            return (reading[index].isDigit || reading[index] == UInt8(ascii: "X"))
                && "/,]}.".utf8.contains(next)
        }
        var text = reading
        for end in ends.reversed() where !onlyLast || end == ends.last { text.insert(sign, at: end + 1) }
        return text
    }

    private static let segmentRules: [@Sendable (Segment) -> TextFix?] =
        PunctuationRules.all + DraftRules.all + TimeRules.all
        + EverydayRules.all + NumericRules.all
        + YearRules.all
}

extension [UInt8] {
    /// Whether the strict grammar accepts the text.
    var isValidDate: Bool { mistake == nil }

    /// The error of the strict grammar; nil if it accepts the text.
    var mistake: DateSyntaxError? {
        unsafe withUnsafeBufferPointer { bytes in
            do throws(DateSyntaxError) {
                _ = try unsafe DateExpression(strict: bytes)
                return nil
            } catch {
                return error
            }
        }
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}
