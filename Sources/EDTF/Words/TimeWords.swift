/// A time of day in words, as written.
extension CalendarDateTime {
    func text(in language: DateLanguage) -> String {
        let date = day.text(in: language)
        switch zone {
        case .unstated:
            return language.fill(.localTime, ["date": date, "time": clockText])
        case .utc:
            return language.fill(.utcTime, ["date": date, "time": clockText])
        case .offset(let minutes):
            let offset = Self.offsetText(Int(minutes))
            return language.fill(.offsetTime, ["date": date, "time": clockText, "offset": offset])
        }
    }

    /// The hours and minutes, and the seconds unless they are zero.
    private var clockText: String {
        var text = ""
        text.append(number: hour, minimumDigits: 2)
        text += ":"
        text.append(number: minute, minimumDigits: 2)
        guard second != 0 else { return text }
        text += ":"
        text.append(number: second, minimumDigits: 2)
        return text
    }

    private static func offsetText(_ minutes: Int) -> String {
        let magnitude = abs(minutes)
        var text = (minutes < 0 ? "−" : "+") + String(magnitude / 60)
        guard magnitude % 60 != 0 else { return text }
        text += ":"
        text.append(number: magnitude % 60, minimumDigits: 2)
        return text
    }
}

extension CalendarDay {
    /// The day in words: `13 September 2023`.
    func text(in language: DateLanguage) -> String {
        language.fill(
            .day,
            ["day": String(day), "month": language.monthName(month), "year": language.year(year)])
    }
}
