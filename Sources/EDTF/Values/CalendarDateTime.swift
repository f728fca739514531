/// A day with a time of day, as written and not converted between zones (EDTF 2019, Level 0, Date and Time).
public struct CalendarDateTime: Hashable, Sendable {
    /// The stated time zone.
    public enum Zone: Hashable, Sendable {
        /// No zone is stated: local time.
        case unstated
        /// UTC, `Z`.
        case utc
        /// Minutes ahead of UTC, -1439 to 1439: `±hh` or `±hh:mm`.
        case offset(minutes: Int16)
    }

    private let year: Int16
    private let month: UInt8
    private let dayOfMonth: UInt8
    private let storedHour: UInt8
    private let storedMinute: UInt8
    private let storedSecond: UInt8
    /// The time zone as written.
    public let zone: Zone

    init(day: CalendarDay, hour: Int, minute: Int, second: Int, zone: Zone) {
        year = Int16(clamping: day.year)
        month = UInt8(clamping: day.month)
        dayOfMonth = UInt8(clamping: day.day)
        storedHour = UInt8(clamping: hour)
        storedMinute = UInt8(clamping: minute)
        storedSecond = UInt8(clamping: second)
        self.zone = zone
    }

    /// The day as written.
    public var day: CalendarDay {
        CalendarDay(uncheckedYear: Int(year), month: Int(month), day: Int(dayOfMonth))
    }

    /// The hour, 0 to 24; 24 only at 24:00:00, the end of the day.
    public var hour: Int { Int(storedHour) }

    /// The minute, 0 to 59.
    public var minute: Int { Int(storedMinute) }

    /// The second, 0 to 60; 60 is a leap second.
    public var second: Int { Int(storedSecond) }

    /// The minutes ahead of UTC; nil if no zone is stated.
    public var offsetMinutes: Int? {
        switch zone {
        case .unstated: nil
        case .utc: 0
        case .offset(let minutes): Int(minutes)
        }
    }

    /// The canonical EDTF text; an offset includes its minutes.
    public var canonical: String {
        var text = day.iso + "T"
        text.append(number: hour, minimumDigits: 2)
        text += ":"
        text.append(number: minute, minimumDigits: 2)
        text += ":"
        text.append(number: second, minimumDigits: 2)
        switch zone {
        case .unstated: break
        case .utc: text += "Z"
        case .offset(let minutes):
            text += minutes < 0 ? "-" : "+"
            text.append(number: Int(minutes.magnitude) / 60, minimumDigits: 2)
            text += ":"
            text.append(number: Int(minutes.magnitude) % 60, minimumDigits: 2)
        }
        return text
    }
}
