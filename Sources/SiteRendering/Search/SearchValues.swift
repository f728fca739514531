import EDTF
import Templates
import TimelineModel

/// The values that the search shows for entries and filters.
extension DataFile {
    /// The greatest number of a facet's values that the filter panel offers; the others still work in an address.
    private static let mostValues = 200
    /// The greatest length of a summary in a list of results, in bytes.
    private static let summaryLength = 160

    /// Appends the values of all facets, each with its id, name and number of entries.
    mutating func addFacets(of site: Site) {
        record { file in
            for facet in SearchFacet.allCases {
                file.key(facet.rawValue)
                file.list { file in
                    for value in facet.values(of: site, limit: Self.mostValues) {
                        file.list { file in
                            file.text(value.id)
                            file.text(value.name)
                            file.number(value.count)
                        }
                    }
                }
            }
        }
    }

    /// Appends the names of a facet's values as a list of pairs, rather than an object: an id may be the name of a
    /// property that every JavaScript object has.
    mutating func addNames(of facet: SearchFacet, in site: Site) {
        key(facet.rawValue)
        list { file in
            for value in facet.values(of: site, limit: Self.mostValues) {
                file.list { file in
                    file.text(value.id)
                    file.text(value.name)
                }
            }
        }
    }

    /// Appends the states of an entry: the days since 1970-01-01 from which it looked so, each followed by a list of what
    /// differs from today. Nothing if it never looked otherwise.
    mutating func addStates(of number: Int, _ site: Site) {
        let today = shownValues(of: site[number], site.date(ofEntry: number).text)
        var states: [(day: CalendarDay?, row: [UInt8])] = []
        var isDifferent = false
        site.entryStates.forEachState(ofEntry: number) { day, entry in
            // A correction may have changed the date.
            let isSame =
                entry.date.expression == site[number].date.expression
                && entry.date.wording?.value == site[number].date.wording?.value
            let date = isSame ? today[1] : site.date(entry.date).text
            let (row, differs) = self.row(of: entry, date, besides: today)
            isDifferent = isDifferent || differs
            if row != states.last?.row { states.append((day, row)) }
        }
        list { file in
            if !isDifferent { return }
            for state in states {
                file.number(state.day?.ordinal ?? -SearchDays.limit)
                file.nested(raw: state.row)
            }
        }
    }

    /// Returns the title, the date, the summary and the statuses of an entry, each 0 if it is that of today; then 1 if the
    /// entry was only possibly known, plus 2 if its title is marked as today's.
    private func row(
        of entry: Entry, _ date: String, besides today: [String]
    ) -> (row: [UInt8], differs: Bool) {
        var file = DataFile()
        let marks = entry.knownMarks
        let mark = (marks?.isOnlyPossiblyKnown == true ? 1 : 0) + (marks?.hasTitleOfToday == true ? 2 : 0)
        let values = shownValues(of: entry, date)
        file.list { file in
            for (value, today) in zip(values, today) {
                if value == today { file.number(0) } else { file.text(value) }
            }
            file.number(mark)
        }
        return (file.value, mark > 0 || values != today)
    }

    /// The values of an entry that were others on earlier days, in the order of a list of results.
    private func shownValues(of entry: Entry, _ date: String) -> [String] {
        [
            entry.title.value, date, Self.shortened(entry.summaryText), entry.status?.value.rawValue ?? "",
            entry.kind == .statement ? entry.contentStatus?.value.rawValue ?? "" : "",
        ]
    }

    /// Appends an entry as a list of results shows it.
    mutating func add(_ number: Int, of site: Site) {
        let entry = site[number]
        list { file in
            file.text(entry.slug.value)
            for value in file.shownValues(of: entry, site.date(ofEntry: number).text) { file.text(value) }
            file.number(entry.kind == .statement ? 1 : 0)
            file.number(entry.importance)
            file.text(entry.group?.id ?? "")
        }
    }

    /// Returns a text that is cut at a space if it is too long.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > summaryLength else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: summaryLength)
        while end > text.startIndex, end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
        let cut = text[..<end]
        let space = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<space] + "…"
    }
}
