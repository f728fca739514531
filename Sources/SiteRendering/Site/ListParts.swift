import EDTF
import Templates
import TimelineModel
import UTF8Text

/// A part of a long list, with a page of its own.
///
/// The entries or items of a list determine where it is cut (``StableCuts``), and a part is named after the one with which
/// it begins. A new entry therefore changes the part that it joins and perhaps a few next to it, but neither the contents
/// nor the addresses of the others.
struct ListPart: Sendable {
    /// The name of the part in its address; nil for the first part in reading order, which has the list's own address.
    let name: String?
    /// The extent of the part in words, such as `1913 – 1921`.
    let label: String
}

/// The values by which lists of entries are cut, computed once for all lists.
struct CutKeys: Sendable {
    /// The hash of each entry's slug.
    let slugHashes: [UInt64]
    /// The hash of each period's id.
    let periodHashes: [UInt64]
    /// The index of each entry's period.
    let periods: [Int]

    init(_ timeline: Timeline, _ periods: [Period]) {
        slugHashes = timeline.entries.map { StableCuts.Key.hash(of: $0.slug.value) }
        periodHashes = periods.map { StableCuts.Key.hash(of: $0.id) }
        var indices = [Int](repeating: 0, count: timeline.entries.count)
        for (index, period) in periods.enumerated() {
            for number in period.entries { indices[number] = index }
        }
        self.periods = indices
    }
}

/// A part of a period that is too long for one page.
struct PeriodPart: Sendable {
    /// The index after the part's last entry in the timeline.
    let end: Int
    /// The name of the part in its address; nil for the first in reading order.
    let name: String?
}

/// The part of a list that holds entries, and the indices of these in reading order.
typealias EntryListPart = (part: ListPart, numbers: [Int])

extension Site {
    /// Returns entries divided into the pages of a list, in reading order; one empty page if there are none.
    ///
    /// - Parameters:
    ///   - numbers: the indices of the entries, ascending.
    ///   - claims: returns the number of claims that a page shows with an entry. A page has at most as many claims as
    ///     it may have entries, unless a single entry has more.
    func parts(_ numbers: [Int], claims: (Int) -> Int = { _ in 0 }) -> [EntryListPart] {
        // Oldest first in any reading order: what is added at the end leaves earlier parts as they are.
        let keys = cutKeys
        let ranges = StableCuts.parts(
            numbers.count, atMost: settings.pageSize, weight: { claims(numbers[$0]) },
            key: { index in
                let period = keys.periods[numbers[index]]
                let isWithin = index > 0 && period == keys.periods[numbers[index - 1]]
                return StableCuts.Key(
                    isWithin: isWithin,
                    hash: isWithin ? keys.slugHashes[numbers[index]] : keys.periodHashes[period])
            })
        if ranges.count == 1 { return [(ListPart(name: nil, label: ""), reading(numbers))] }
        var names = UniqueNames()
        let parts = ranges.map { range in
            let (first, last) = (numbers[range.lowerBound], numbers[range.upperBound - 1])
            let name = names.unique(dayName(of: first))
            return (ListPart(name: name, label: label(from: first, to: last)), reading(Array(numbers[range])))
        }
        var shown = reading(parts)
        shown[0].0 = ListPart(name: nil, label: shown[0].0.label)
        return shown
    }

    /// Returns reports divided into the pages of a list, in reading order: a page begins with a day where it can.
    ///
    /// - Parameter reports: the reports in their order.
    func parts(_ reports: [Report]) -> [(part: ListPart, reports: [Report])] {
        let hashes = cutKeys.slugHashes
        let ranges = StableCuts.parts(
            reports.count, atMost: settings.pageSize, weight: { reports[$0].claims.count },
            key: { index in
                let report = reports[index]
                let isWithin = index > 0 && reports[index - 1].span.earliest == report.span.earliest
                let day = report.span.earliest?.iso ?? ""
                return StableCuts.Key(
                    isWithin: isWithin,
                    hash: isWithin ? hashes[report.entry] : StableCuts.Key.hash(of: day))
            })
        if ranges.count == 1 { return [(ListPart(name: nil, label: ""), reading(reports))] }
        var names = UniqueNames()
        let parts = ranges.map { range in
            let (first, last) = (reports[range.lowerBound], reports[range.upperBound - 1])
            let name = names.unique((first.span.earliest ?? first.span.latest)?.iso ?? "undated")
            let ends = reading([first, last]).map { report in
                (report.span.earliest ?? report.span.latest).map { words(for: $0) } ?? ""
            }
            return (
                ListPart(name: name, label: language.extent(ends[0], ends[1])),
                reading(Array(reports[range]))
            )
        }
        var shown = reading(parts)
        shown[0].0 = ListPart(name: nil, label: shown[0].0.label)
        return shown
    }

    /// Returns the parts of each period that has several, oldest first.
    func partsOfLongPeriods() -> [String: [PeriodPart]] {
        var parts: [String: [PeriodPart]] = [:]
        for period in periods where isLong && period.entries.count > settings.pageSize {
            parts[period.id] = self.parts(Array(period.entries)).map { part, numbers in
                PeriodPart(end: (numbers.max() ?? 0) + 1, name: part.name)
            }.sorted { $0.end < $1.end }
        }
        return parts
    }

    /// Returns the day that stands for an entry in an address: its first, else its last.
    private func dayName(of number: Int) -> String {
        let date = self[number].date.expression
        return (date.displayEarliest.day ?? date.displayLatest.day)?.iso ?? "undated"
    }

    /// Returns the extent of a part: its periods or, if all of it is in one period, its dates.
    private func label(from first: Int, to last: Int) -> String {
        let periods = cutKeys.periods
        let ends = reading([first, last]).map { number in
            periods[first] == periods[last]
                ? self[number].date.expression.text(in: language.dates) : periodTitles[periods[number]]
        }
        return language.extent(ends[0], ends[1])
    }

    /// Returns the rows of an index divided into its pages.
    ///
    /// - Parameter most: the greatest number of rows on a page.
    func indexParts(_ kind: IndexKind, atMost most: Int) -> [(part: ListPart, rows: Range<Int>)] {
        let count = rowCount(kind)
        // The order is not needed, and not computed, for a single page.
        if count <= most { return [(ListPart(name: nil, label: ""), 0..<count)] }
        let order = order(kind)
        let id = indexID(kind)
        var names = UniqueNames()
        let ranges = StableCuts.parts(
            count, atMost: most, key: cutKey(kind, order))
        return ranges.enumerated().map { index, rows in
            let (first, last) = (order[rows.lowerBound], order[rows.upperBound - 1])
            let name = index == 0 ? nil : names.unique(Fingerprint(of: Array(id(first).utf8)).name)
            return (ListPart(name: name, label: indexLabel(kind, from: first, to: last)), rows)
        }
    }

    /// Returns a function that returns the key of an item, by its place in an index.
    private func cutKey(_ kind: IndexKind, _ order: [Int]) -> (Int) -> StableCuts.Key {
        if kind == .sources { return { [hashes = bibliography.hashes] in StableCuts.Key(hash: hashes[$0]) } }
        let id = indexID(kind)
        return { StableCuts.Key(id(order[$0])) }
    }

    /// Returns a function that returns the id of an item, by its index among all of its kind.
    private func indexID(_ kind: IndexKind) -> (Int) -> String {
        func ids(_ values: [some Registered]) -> (Int) -> String { { values[$0].id } }
        switch kind {
        case .periods: return { [periods] in periods[$0].id }
        case .groups: return ids(timeline.groups.values)
        case .actors: return ids(timeline.actors.values)
        case .places: return ids(timeline.places.values)
        case .tags: return ids(timeline.tags.values)
        case .status: return { Status.allCases[$0].rawValue }
        case .sources: return { [sources = timeline.sources.values] in sources[$0].id }
        }
    }

    /// Returns the extent of a part of an index: its first and last item and, for sources of one name, their titles.
    private func indexLabel(_ kind: IndexKind, from first: Int, to last: Int) -> String {
        func name(_ slot: Int) -> String {
            switch kind {
            case .periods: periodTitles[slot]
            case .groups: timeline.groups.values[slot].name
            case .actors: timeline.actors.values[slot].name
            case .places: timeline.places.values[slot].name
            case .tags: timeline.tags.values[slot].name
            case .status: language.name(of: Status.allCases[slot])
            case .sources: source(at: slot).subject.label
            }
        }
        let names = (name(first), name(last))
        guard kind == .sources, names.0 == names.1 else { return language.extent(names.0, names.1) }
        let titles = [first, last].map { timeline.sources.values[$0].title ?? names.0 }
        return language.extent(titles[0], titles[1])
    }
}

/// Makes the names of a list's parts unique, by a number after a repeated one.
private struct UniqueNames {
    private var counts: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        return count > 1 ? "\(name)-\(count)" : name
    }
}

extension Language {
    /// Returns the extent of a part by its first and its last item or period.
    fileprivate func extent(_ first: String, _ last: String) -> String {
        first == last ? first : fill(.extent, ["first": first, "last": last])
    }
}
