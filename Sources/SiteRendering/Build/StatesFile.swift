import EDTF
import SiteOutput
import Templates
import TimelineModel
import UTF8Text

/// What each entry of a short site was on earlier days, as the first page shows it: the list items for the script.
///
/// The file has one list for each entry, in timeline order: the days since 1970-01-01 from which the entry looked so, each
/// followed by the item in HTML, by `""` for an entry that was not yet known, or by 0 for one that looks as today.
struct StatesFile {
    private let site: Site
    /// The days on which something may change, ascending, with the indices of the entries; the first one is before all of
    /// them, and has every entry.
    private let days: [(day: CalendarDay, entries: [Int])]

    init(_ site: Site) {
        self.site = site
        let all = Array(site.timeline.entries.indices)
        var changing: [CalendarDay: [Int]] = [:]
        for number in all {
            for day in site.entryStates.daysOfChange(ofEntry: number) {
                changing[day, default: []].append(number)
            }
        }
        let ordered = changing.keys.sorted()
        let before = ordered.first.map { CalendarDay(ordinal: $0.ordinal - 1) }
        days = before.map { [($0, all)] + ordered.map { ($0, changing[$0] ?? []) } } ?? []
    }

    /// Appends the file.
    ///
    /// - Parameter items: the template of an item.
    func write(with items: FolderPages<EntryState>, to output: inout OutputBuffer) throws(RenderingFailure) {
        let count = site.timeline.entries.count
        func item(_ number: Int, in site: Site) throws(RenderingFailure) -> [UInt8] {
            var buffer = OutputBuffer()
            try items.write(
                EntryState(number, in: site, of: self.site), at: PagePath.states, in: site, to: &buffer)
            return buffer.bytes
        }
        var today: [[UInt8]] = []
        for number in 0..<count { today.append(try item(number, in: site)) }
        var states = [[(day: CalendarDay, item: [UInt8])]](repeating: [], count: count)
        for (day, numbers) in days {
            let then = Site(site, on: day)
            for number in numbers {
                let slot = then.timeline.slots[site[number].slug.value]
                let item = try slot.map { slot throws(RenderingFailure) in try item(slot, in: then) } ?? []
                if states[number].last?.item ?? [] != item { states[number].append((day, item)) }
            }
        }
        var file = DataFile()
        file.record { file in
            file.key("days")
            file.list { file in for day in site.reporting?.days ?? [] { file.number(day.ordinal) } }
            file.key("entries")
            file.list { file in
                for (number, states) in states.enumerated() {
                    file.list { file in
                        for state in states {
                            let isFirst = state.day == days.first?.day
                            file.number(isFirst ? -SearchDays.limit : state.day.ordinal)
                            if state.item == today[number] { file.number(0) } else { file.text(state.item) }
                        }
                    }
                }
            }
        }
        file.write(String(PagePath.states.dropLast(3)), to: &output)
    }
}
