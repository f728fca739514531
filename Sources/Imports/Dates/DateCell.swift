import Diagnostics
import EDTF
import UTF8Text

/// The date in a cell of a table or in a value of JSON, as authors and spreadsheets write it.
///
/// EDTF is taken as it is. Four forms that other programs make of EDTF are restored: the slashes of Gnumeric
/// (`1911/08/01`), the eras of DuckDB (`0044-03-15 (BC)`), years without their zeros (`64`, `-43`), and what has a safe
/// repair. Everything else is a mistake, with all readings that the text may have.
enum DateCell {
    /// A date, and the reason why its text was changed.
    struct Reading {
        var date: DateExpression
        /// Nil if the text was EDTF.
        var change: String?
        /// Whether a spreadsheet wrote the text, which fills in missing days.
        var isFilled = false
    }

    struct Mistake: Error {
        var summary: String
        var instructions: [String]
    }

    static func read(_ text: String) throws(Mistake) -> Reading {
        let trimmed = HTMLMarkdown.collapsed(text)
        if let restored = restored(trimmed), let date = try? DateExpression(restored.edtf) {
            return try positioned(
                Reading(date: date, change: restored.change, isFilled: restored.isFilled), trimmed)
        }
        let date: DateExpression
        do throws(DateSyntaxError) { date = try DateExpression(trimmed) } catch {
            guard let repair = error.repair, let date = try? DateExpression(repair) else {
                throw Mistake(
                    summary: "'\(trimmed)' is no date: \(error.message)", instructions: error.instructions())
            }
            return try positioned(
                Reading(date: date, change: "'\(trimmed)' is written as \(repair)"), trimmed)
        }
        return try positioned(Reading(date: date, change: nil), trimmed)
    }

    private static func positioned(_ reading: Reading, _ text: String) throws(Mistake) -> Reading {
        if reading.date.hasTimelinePosition { return reading }
        throw Mistake(summary: "'\(text)' names no day on either side", instructions: [])
    }

    private static func restored(_ text: String) -> (edtf: String, change: String, isFilled: Bool)? {
        let bytes = Array(text.utf8)
        if bytes.count == 10, bytes[4] == UInt8(ascii: "/"), bytes[7] == UInt8(ascii: "/") {
            let edtf = String(
                decoding: bytes.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
            return (edtf, "'\(text)' is written as \(edtf)", true)
        }
        if let day = text.start(before: " (BC)"), day.utf8.count == 10, let year = Int(day.prefix(4)),
            year > 0
        {
            let edtf = (year == 1 ? "0000" : "-" + String(year - 1, minimumDigits: 4)) + day.dropFirst(4)
            return (edtf, "'\(text)' is written as \(edtf)", false)
        }
        let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
        if (1...3).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let year = Int(text) {
            let edtf = CalendarDay.edtf(ofYear: year)
            return (edtf, "'\(text)' is read as the year \(edtf), whose zeros spreadsheets remove", false)
        }
        return nil
    }

    /// Compares a date with the precision that a column of its own states.
    ///
    /// Spreadsheets make days of months and years. A first day is therefore the month or year that the column says.
    ///
    /// - Returns: the date with the stated precision, and whether it was changed; nil if the two contradict each other.
    static func withPrecision(_ precision: String, _ date: DateExpression) -> (
        date: DateExpression, isChanged: Bool
    )? {
        let stated = precision.lowercased()
        if stated == date.precisionWord || stated == date.kind.rawValue { return (date, false) }
        guard let day = date.fullPlainDay, day.day == 1 else { return nil }
        let year = CalendarDay.edtf(ofYear: day.year)
        switch stated {
        case "month":
            return (try? DateExpression(year + "-" + String(day.month, minimumDigits: 2))).map { ($0, true) }
        case "year" where day.month == 1: return (try? DateExpression(year)).map { ($0, true) }
        default: return nil
        }
    }
}

extension DateExpression {
    /// The day of a plain date with year, month and day, without qualification; nil for any other.
    fileprivate var fullPlainDay: CalendarDay? {
        guard case .date(let date) = value, date.precision == .day, !date.hasUnspecifiedDigits,
            date.anyQualification.isEmpty
        else { return nil }
        return date.earliest
    }
}
