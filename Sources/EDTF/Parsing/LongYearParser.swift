/// Parses the numbers of long years. Overflow is an error, never a trap.
enum LongYearParser {
    /// Sixteen nines: with any number of significant digits a year then stays within ``CalendarDay/years``.
    static let largestMagnitude = 9_999_999_999_999_999

    /// Reads the text after `Y`: an integer, and its exponent if there is one.
    static func number(
        _ cursor: inout ByteCursor, yearStart: Int
    ) throws(DateSyntaxError) -> (year: Int, exponent: UInt8?) {
        let isNegative = cursor.skip(UInt8(ascii: "-"))
        let digitsStart = cursor.position
        var magnitude = try integer(&cursor, what: "A year", limit: largestMagnitude, from: yearStart)
        let digitCount = cursor.position - digitsStart
        if unsafe cursor.bytes[digitsStart] == UInt8(ascii: "0") {
            throw DateSyntaxError(
                "A year with the prefix Y has no leading zero", offset: digitsStart, length: digitCount)
        }
        var exponent: UInt8?
        if cursor.skip(UInt8(ascii: "E")) {
            let power = try integer(&cursor, what: "An exponent", limit: 15, from: yearStart)
            for _ in 0..<power {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                guard !overflow, product <= largestMagnitude else { throw tooLarge(cursor, from: yearStart) }
                magnitude = product
            }
            exponent = UInt8(power)
        } else if digitCount < 5 {
            throw DateSyntaxError(
                "The prefix Y is for years of more than four digits", offset: yearStart,
                length: cursor.position - yearStart)
        }
        return (isNegative ? -magnitude : magnitude, exponent)
    }

    /// Reads `S` and a count from 1; nil if the next byte is not `S`.
    static func significantDigits(_ cursor: inout ByteCursor) throws(DateSyntaxError) -> UInt8? {
        let start = cursor.position
        guard cursor.skip(UInt8(ascii: "S")) else { return nil }
        let isZeroPadded = cursor.next == UInt8(ascii: "0")
        let count = try integer(&cursor, what: "The number of significant digits", limit: 99, from: start)
        guard !isZeroPadded else {
            throw DateSyntaxError(
                "The number of significant digits is counted from 1, without leading zeros",
                offset: start + 1, length: cursor.position - start - 1)
        }
        return UInt8(count)
    }

    private static func integer(
        _ cursor: inout ByteCursor, what: String, limit: Int, from start: Int
    ) throws(DateSyntaxError) -> Int {
        let digitsStart = cursor.position
        var value = 0
        var isTooLarge = false
        while let digit = cursor.digit() {
            if value > limit { isTooLarge = true } else { value = value * 10 + Int(digit) }
        }
        guard cursor.position > digitsStart else {
            throw DateSyntaxError("\(what) needs digits here", offset: digitsStart, length: 0)
        }
        guard !isTooLarge, value <= limit else { throw tooLarge(cursor, from: start) }
        return value
    }

    private static func tooLarge(_ cursor: ByteCursor, from start: Int) -> DateSyntaxError {
        DateSyntaxError(
            "The number is too large: years have at most 16 digits", offset: start,
            length: cursor.position - start)
    }
}
