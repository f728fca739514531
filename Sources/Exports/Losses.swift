import EDTF
import TimelineModel

/// The entries that a format cannot hold.
public struct ExportLoss: Sendable {
    /// The format.
    public let format: ExportFormat
    /// The indices of the entries, in the order of the timeline.
    public let entries: [Int]
    /// What the format holds, in words.
    public let reason: String
}

extension ExportLoss {
    /// Returns what the formats of a site leave out, for the report of a build.
    public static func losses(of site: ExportedSite, _ formats: [ExportFormat]) -> [ExportLoss] {
        ExportFormat.allCases.filter(formats.contains).compactMap { format in
            guard let (holds, reason) = limit(of: format, site) else { return nil }
            let entries = site.timeline.entries.indices.filter { !holds($0) }
            return entries.isEmpty ? nil : ExportLoss(format: format, entries: entries, reason: reason)
        }
    }

    /// Returns whether a format holds an entry, and what it holds; nil if it holds all.
    private static func limit(
        of format: ExportFormat, _ site: ExportedSite
    ) -> (holds: (Int) -> Bool, reason: String)? {
        switch format {
        case .json, .jsonl, .records, .csv, .geojson: return nil
        case .timelinejs:
            return (
                { SlideDate.span(of: site.timeline.entries[$0].date.expression) != nil },
                "TimelineJS3 draws days from \(-Slide.years.lowerBound + 1) BCE to \(Slide.years.upperBound)"
            )
        case .icalendar:
            return (
                { CalendarEvent.span(of: site.timeline.entries[$0].date.expression) != nil },
                "programs read calendars from the year \(CalendarEvent.years.lowerBound) to \(CalendarEvent.years.upperBound)"
            )
        case .atom, .jsonfeed:
            // Many entries of many sites have no such day, which only matters where a feed is asked for.
            if site.settings.statedExports == nil { return nil }
            return (
                { site.timeline.publicationDays(ofEntry: $0) != nil },
                "no publish, claim, source or correction of theirs has a day from 1970 on"
            )
        }
    }
}
