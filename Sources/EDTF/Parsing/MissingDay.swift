/// The error for a day that does not exist in the calendar.
struct MissingDay {
    let year: CalendarYear
    let month: DigitPair?
    let day: DigitPair?

    func error(at offset: Int) -> DateSyntaxError {
        var error = DateSyntaxError(message, offset: offset, length: 2)
        error.isMissingDay = true
        return error
    }

    private var message: String {
        let dayText = day?.text ?? ""
        if let day, !(1...31).contains(where: day.matches) {
            return "Day \(dayText) does not exist; days are 01 to 31"
        }
        guard let number = month?.number, 1...12 ~= number else {
            return "No month that matches \(month?.text ?? "") has a day \(dayText)"
        }
        let name = DateLanguage.english.months[number - 1]
        if let year = year.number {
            return "\(name) \(year.writtenYear) has \(CalendarDay.daysInMonth(number, of: year)) days"
        }
        if number == 2, day?.number == 29 {
            return "No year that matches \(year.text) is a leap year, so February has 28 days"
        }
        return number == 2
            ? "\(name) has at most 29 days" : "\(name) has \(CalendarDay.daysInMonth(number, of: 2000)) days"
    }
}

extension Int {
    /// An astronomical year as EDTF writes it, with at least four digits: `2003`, `0044`.
    var writtenYear: String {
        var text = ""
        text.append(year: self)
        return text
    }
}
