import EDTF
import Files

/// What each entry of a timeline was on the days on which something about it changed.
///
/// The states of all entries take time by their number, however many days there are. A whole day takes as much as a
/// timeline.
public final class EntryStates: Sendable {
    private let timeline: Timeline
    private let today: Knowledge
    /// The first days of the times in which the entries held other values than before, ascending: the days on which
    /// corrections with former values were made.
    private let corrected: [CalendarDay]
    /// What became known when, by what the entries held before the first of these days, from each of them on.
    private let bases: LazyTable<KnownEntries.Basis>

    /// - Parameter knowledge: When everything became known, by what the entries hold today.
    public init(_ timeline: Timeline, _ knowledge: Knowledge) {
        self.timeline = timeline
        today = knowledge
        var days: Set<CalendarDay> = []
        for entry in timeline.entries {
            for correction in entry.corrections where correction.was != nil {
                if let day = correction.date.flatMap({ KnownSpan($0.value).earliest }) { days.insert(day) }
            }
        }
        corrected = days.sorted()
        bases = LazyTable(count: corrected.count + 1)
    }

    /// Whether the states of all entries take little time: with each day of corrections that have former values, all is
    /// computed anew.
    public var areFast: Bool { corrected.count <= 64 }

    /// Returns the days on which what is known of an entry may change, ascending.
    ///
    /// - Parameter number: The index of the entry in the timeline.
    public func daysOfChange(ofEntry number: Int) -> [CalendarDay] {
        let slug = timeline.entries[number].slug.value
        var days: Set<CalendarDay> = []
        for number in 0...corrected.count {
            let knowledge = basis(number).knowledge
            guard let slot = knowledge.slots[slug] else { continue }
            knowledge.addDaysOfChange(ofEntry: slot, to: &days)
        }
        return days.sorted()
    }

    /// Calls a closure with the states of an entry, the oldest first: the day from which it was so, or `nil` if it was so
    /// from ever, and the entry as it could have stood then. Nothing is said of the days before it was known.
    ///
    /// - Parameter number: The index of the entry in the timeline.
    public func forEachState(ofEntry number: Int, _ body: (CalendarDay?, Entry) -> Void) {
        let entry = timeline.entries[number]
        let days = daysOfChange(ofEntry: number)
        // What nothing is dated of is the same on each day.
        let first = days.first ?? CalendarDay(ordinal: 0)
        for day in [CalendarDay(ordinal: first.ordinal - 1)] + days {
            let known = KnownEntries(basis(on: day), on: day)
            let knowledge = known.knowledge
            guard let slot = knowledge.slots[entry.slug.value] else { continue }
            let span = knowledge.span(ofEntry: slot)
            if span.isCertainlyLater(than: day) { continue }
            let start = day < first ? nil : day
            // On the last of the days everything is known.
            if day == days.last, span.isCertainlyKnown(by: day) {
                body(start, entry)
            } else if let entry = known.entry(slot) {
                body(start, entry)
            }
        }
    }

    /// Returns the timeline of the entries as they could have stood on a day. It keeps everything beside entries, such as
    /// sources that nobody had published: see ``Content/known(on:in:)`` for a whole site.
    public func entries(on day: CalendarDay) -> Timeline {
        let known = KnownEntries(basis(on: day), on: day)
        return timeline.showing(known.knowledge.entries.indices.compactMap { known.entry($0) }, on: day)
    }

    private func basis(on day: CalendarDay) -> KnownEntries.Basis {
        basis(corrected.count { $0 <= day })
    }

    /// Returns the basis after a number of days of corrections.
    private func basis(_ number: Int) -> KnownEntries.Basis {
        bases.object(number) {
            let isLast = number == corrected.count
            let before = isLast ? nil : CalendarDay(ordinal: corrected[number].ordinal - 1)
            return KnownEntries.Basis(timeline, before.map { timeline.knowledge(before: $0) } ?? today)
        }
    }
}
