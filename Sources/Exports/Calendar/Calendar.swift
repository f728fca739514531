import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends the entries of a site as a calendar (RFC 5545, RFC 7986): each a whole day, or the span of days that its
    /// date can mean. Its words say what the span does not.
    mutating func append(calendar site: ExportedSite) {
        var lines = ContentLines()
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//Dateline//Dateline//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.text("NAME", site.settings.title)
        lines.text("X-WR-CALNAME", site.settings.title)
        lines.text("DESCRIPTION", site.settings.description ?? site.settings.subtitle)
        if let base = site.settings.baseURL { lines.line("URL:", CalendarEvent.encoded(base)) }
        for number in site.timeline.entries.indices {
            CalendarEvent(number, site)?.write(to: &lines)
            lines.move(to: &self)
        }
        lines.line("END:VCALENDAR")
        lines.move(to: &self)
    }
}

/// An entry as an event of a calendar.
struct CalendarEvent {
    private let number: Int
    private let entry: Entry
    private let site: ExportedSite
    /// The first day, and the day after the last one.
    private let start: CalendarDay
    private let end: CalendarDay

    /// The years that calendar programs read: they refuse or misread days before the year 1000, and a day in the year
    /// 9999 makes one of them fail for all events.
    static let years = 1000...9998

    /// - Returns: nil if the date has no day, or none in ``years``.
    init?(_ number: Int, _ site: ExportedSite) {
        entry = site.timeline.entries[number]
        guard let span = Self.span(of: entry.date.expression) else { return nil }
        self.number = number
        self.site = site
        start = span.start
        end = CalendarDay(ordinal: span.end.ordinal + 1)
    }

    /// Returns the days that a date can mean. An interval with an open or unknown end is one day, its known one: a far
    /// end would cover all days of every view.
    static func span(of date: DateExpression) -> (start: CalendarDay, end: CalendarDay)? {
        let first = date.displayEarliest.day
        let last = date.displayLatest.day
        guard let start = first ?? last, let end = first == nil ? start : last ?? first,
            years.contains(start.year)
        else { return nil }
        return (start, years.contains(end.year) ? end : start)
    }

    func write(to lines: inout ContentLines) {
        let days = site.timeline.publicationDays(ofEntry: number)
        let updated = Self.digits(days?.updated ?? site.today ?? CalendarDay(ordinal: 0))
        lines.line("BEGIN:VEVENT")
        lines.line("UID:", site.lastingName(ofEntry: number) + "@" + (site.host ?? "dateline"))
        lines.line("DTSTAMP:", updated, "T000000Z")
        if let days { lines.line("CREATED:", Self.digits(days.published), "T000000Z") }
        if days != nil { lines.line("LAST-MODIFIED:", updated, "T000000Z") }
        lines.line("DTSTART;VALUE=DATE:", Self.digits(start))
        lines.line("DTEND;VALUE=DATE:", Self.digits(end))
        lines.text("SUMMARY", summary)
        lines.texts("DESCRIPTION", description, separator: "\\n")
        if let url = site.address(ofEntry: number) { lines.line("URL:", Self.encoded(url)) }
        let places = site.names(entry.places.map(\.place), site.timeline.places)
        lines.text("LOCATION", places.joined(separator: "; "))
        if let point = site.point(of: entry) { lines.line("GEO:", "\(point.latitude);\(point.longitude)") }
        lines.texts(
            "CATEGORIES",
            site.names(entry.group.map { [$0] } ?? [], site.timeline.groups)
                + site.names(entry.tags, site.timeline.tags))
        lines.line("TRANSP:TRANSPARENT")
        lines.line("X-EDTF:", entry.date.expression.canonical)
        if let status = entry.status { lines.line("X-DATELINE-STATUS:", status.value.rawValue) }
        lines.line("END:VEVENT")
    }

    /// The title, with the date in words where the days of the event do not say it: programs show years with two digits,
    /// and spans as days on which something happened.
    private var summary: String {
        let isExact = entry.date.expression.isExactDay
        let needsWords = !isExact || start.year < 1970 || entry.date.wording != nil
        return needsWords ? "\(entry.title.value) (\(words))" : entry.title.value
    }

    private var words: String { site.texts.dateWords(ofEntry: number) }

    /// The lines of the description.
    private var description: [String] {
        let lines = [words, site.texts.statusWords(ofEntry: number)]
        return entry.summaryText.isEmpty ? lines : lines + [entry.summaryText]
    }

    /// Returns a day as `YYYYMMDD`; its year is from 1000 to 9999.
    private static func digits(_ day: CalendarDay) -> String {
        String(day.year * 10_000 + day.month * 100 + day.day)
    }

    /// Returns an address without commas and semicolons, which some programs take for the end of a value.
    static func encoded(_ url: String) -> String {
        if !url.contains(byte: UInt8(ascii: ",")), !url.contains(byte: UInt8(ascii: ";")) { return url }
        return String(
            url.unicodeScalars.reduce(into: "") { result, scalar in
                switch scalar {
                case ",": result += "%2C"
                case ";": result += "%3B"
                default: result.unicodeScalars.append(scalar)
                }
            })
    }
}

extension DateExpression {
    /// Whether the date is one day without doubt.
    fileprivate var isExactDay: Bool {
        htmlDateTime != nil && displayEarliest.day == displayLatest.day
    }
}
