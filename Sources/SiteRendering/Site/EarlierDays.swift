import EDTF
import TimelineModel

extension Site {
    /// The greatest number of entries on all pages of earlier days together, and of states that the first page may need.
    private static let mostEarlierEntries = 50_000

    /// Returns the days of which a site has a page of what was known: its moments and, if all entries fit on one page,
    /// each day on which something was said. A long site tells the latter on the pages of its reports alone.
    static func earlierDays(_ timeline: Timeline, _ reporting: Reporting?, isLong: Bool) -> [CalendarDay] {
        let moments = timeline.settings.moments.map(\.day)
        guard let reporting, hasEachDay(timeline, reporting, isLong: isLong) else { return moments }
        return moments.isEmpty ? reporting.days : Set(reporting.days + moments).sorted()
    }

    private static func hasEachDay(_ timeline: Timeline, _ reporting: Reporting, isLong: Bool) -> Bool {
        !isLong && timeline.entries.count * reporting.days.count <= mostEarlierEntries
    }

    /// Whether the first page has all entries, and shows them as they stood on a day that a reader picks, by
    /// ``PagePath/states``.
    var hasStatesFile: Bool {
        guard search != nil, let reporting else { return false }
        return Self.hasEachDay(timeline, reporting, isLong: isLong)
    }

    /// Whether the data files of the search tell how entries looked on earlier days, for a page that lists what it finds.
    var hasSearchedStates: Bool { search != nil && isLong && reporting != nil && entryStates.areFast }

    /// The type of the HTML field for the day that a reader picks; nil if there is no such field. Browsers' own fields for
    /// dates know the years 1 to 9999, and write them with four digits.
    var dayField: String? {
        guard hasStatesFile || hasSearchedStates, let days = reporting?.days, let first = days.first,
            let last = days.last
        else { return nil }
        return first.year >= 1000 && last.year <= 9999 ? "date" : "text"
    }
}
