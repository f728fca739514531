import EDTF

/// The days on which a site published and last changed what it says of an entry, as far as the content tells.
///
/// They concern the site, not the event: a reader of a feed wants to know what is new.
public struct PublicationDays: Hashable, Sendable {
    /// The day of publication: the entry's `publish`, else the latest day among its claims and sources.
    public let published: CalendarDay
    /// The day of the last change: that of the latest correction, if it is later than ``published``.
    public let updated: CalendarDay
}

extension Timeline {
    /// Returns the days of publication of an entry; nil if the content tells none. Only full days count that are not
    /// after ``asOf``: a month or a year says nothing about the day.
    ///
    /// - Parameter number: the index of the entry.
    public func publicationDays(ofEntry number: Int) -> PublicationDays? {
        let entry = entries[number]
        var published: CalendarDay?
        func note(_ day: CalendarDay?, _ latest: inout CalendarDay?) {
            guard let day, FeedSettings.years.contains(day.year), asOf.map({ day <= $0 }) ?? true else {
                return
            }
            latest.raise(to: day)
        }
        note(entry.publish?.value.earliest.day, &published)
        if published == nil {
            for claim in entry.claims { note(claim.date?.value.fullDay, &published) }
            for slot in names.sources[number] { note(sources.values[slot].date?.value.fullDay, &published) }
        }
        var corrected: CalendarDay?
        for correction in entry.corrections { note(correction.date?.value.fullDay, &corrected) }
        guard let first = published ?? corrected else { return nil }
        return PublicationDays(published: first, updated: max(first, corrected ?? first))
    }
}
