import Diagnostics
import EDTF
import UTF8Text

/// A date in fields of their own, as TimelineJS has it: year, month, day and a time of day.
struct DateParts {
    var year: SourceField?
    var month: SourceField?
    var day: SourceField?
    /// Hour, minute, second and millisecond.
    var time: [SourceField] = []
    /// The position of the date as a whole.
    var range: Range<Int> = 0..<0
    /// Whether a mistake in the date has been reported.
    var isFaulty = false

    var isEmpty: Bool { !isFaulty && [year, month, day].allSatisfy { $0?.isBlank ?? true } }

    /// The date that the parts give, in EDTF.
    struct Reading {
        /// A year, a month or a day.
        var date: String
        /// The time of day as `hh:mm:ss`; nil if it is not stated to the second.
        var clock: String?
        /// Whether a time of day is stated at all.
        var hasTime = false
    }

    /// Reads the parts; nil, after reports, if they are no date.
    ///
    /// Years before 1 are counted as TimelineJS counts them, without a year 0: its −500 is 500 BCE, the astronomical year
    /// −499.
    func reading(in run: inout ImportRun, at position: SourcePosition) -> Reading? {
        if isFaulty { return nil }
        guard let year, !year.isBlank else {
            let other = [month, day].compactMap(\.self).first { !$0.isBlank }
            run.report(
                .importDate, "no year", at: position, other?.name ?? year?.name ?? "", other?.range ?? range,
                fixIts: [Diagnostic.FixIt("add the year")])
            return nil
        }
        guard let number = wholeNumber(year, in: &run, at: position, allowsSign: true) else { return nil }
        if number == 0 {
            run.report(
                .importDate, "there is no year 0 between 1 BCE and 1 CE", at: position, year,
                fixIts: [Diagnostic.FixIt("write -1 for 1 BCE, or 1 for 1 CE")])
            return nil
        }
        // With up to 15 digits every year has a place in EDTF.
        let astronomical = number < 0 ? number + 1 : number
        var reading = Reading(date: CalendarDay.edtf(ofYear: astronomical))
        guard let month, !month.isBlank else {
            if let day, !day.isBlank {
                run.report(
                    .importDate, "a day without a month", at: position, day,
                    fixIts: [Diagnostic.FixIt("add the month, or remove the day")])
                return nil
            }
            return reading
        }
        guard let monthNumber = wholeNumber(month, in: &run, at: position) else { return nil }
        guard (1...12).contains(monthNumber) else {
            run.report(
                .importDate, "\(monthNumber) is no month", at: position, month,
                fixIts: [Diagnostic.FixIt("write a month from 1 to 12")])
            return nil
        }
        if astronomical.magnitude > 9999 {
            run.report(
                .importLeftOut, "EDTF has no months in years of more than four digits", at: position, month)
            return reading
        }
        reading.date += "-" + String(monthNumber, minimumDigits: 2)
        guard let day, !day.isBlank else { return reading }
        guard let dayNumber = wholeNumber(day, in: &run, at: position) else { return nil }
        let last = CalendarDay.daysInMonth(monthNumber, of: astronomical)
        guard (1...last).contains(dayNumber) else {
            let name = DateLanguage.english.months[monthNumber - 1]
            run.report(
                .importDate, "\(dayNumber) is no day of \(name) \(number), which has \(last) days",
                at: position, day,
                fixIts: [Diagnostic.FixIt("write a day from 1 to \(last)")])
            return nil
        }
        reading.date += "-" + String(dayNumber, minimumDigits: 2)
        return readTime(&reading, in: &run, at: position) ? reading : nil
    }

    /// Reads the time of day; false, after a report, if it is none.
    private func readTime(_ reading: inout Reading, in run: inout ImportRun, at position: SourcePosition)
        -> Bool
    {
        var numbers: [Int] = []
        for (index, field) in time.enumerated() {
            if field.isBlank {
                // An hour without a minute is a time, a minute without an hour is none.
                if time[index...].allSatisfy(\.isBlank) { break }
                numbers.append(-1)
                continue
            }
            guard let number = wholeNumber(field, in: &run, at: position) else { return false }
            let limit = [23, 59, 59, 999][min(index, 3)]
            guard number <= limit else {
                run.report(
                    .importDate, "\(number) is more than \(limit)", at: position, field,
                    fixIts: [Diagnostic.FixIt("write a number from 0 to \(limit)")])
                return false
            }
            numbers.append(number)
        }
        reading.hasTime = !numbers.isEmpty
        if numbers.count >= 3, !numbers.prefix(3).contains(-1) {
            reading.clock = numbers.prefix(3).map { String($0, minimumDigits: 2) }.joined(separator: ":")
            if numbers.count > 3, numbers[3] > 0, time.count > 3 {
                run.report(.importLeftOut, "\(numbers[3]) milliseconds", at: position, time[3])
            }
        }
        return true
    }

    private func wholeNumber(
        _ field: SourceField, in run: inout ImportRun, at position: SourcePosition, allowsSign: Bool = false
    ) -> Int? {
        let text = field.text.utf8.filter { $0 > 0x20 }
        let digits = allowsSign && text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let value = Int(String(decoding: text, as: UTF8.self))
        if let value, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), digits.count <= 15 { return value }
        var fixIts = [Diagnostic.FixIt("write digits only")]
        if digits.count > 15 { fixIts = [Diagnostic.FixIt("write a number of at most 15 digits")] }
        run.report(.importDate, "'\(field.text)' is not a whole number", at: position, field, fixIts: fixIts)
        return nil
    }
}
