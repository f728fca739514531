import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

extension Site {
    /// Returns the index rows of periods.
    ///
    /// - Parameters:
    ///   - indices: the indices of the periods.
    ///   - path: the path of the page that shows them.
    func periodRows(_ indices: some Sequence<Int>, on path: String) -> [IndexRow] {
        // The squares of the largest period have room in a narrow column.
        let entriesASquare = max(1, ((periods.map(\.entries.count).max() ?? 0) + 15) / 16)
        return indices.map { index in
            let period = periods[index]
            let url = url(of: period)
            // A link within the page must not reload it under another address.
            let anchor = url.rest(after: path).flatMap { $0.begins(with: "#") ? String($0) : nil }
            return IndexRow(
                text: periodTitles[index], url: anchor ?? url,
                count: period.entries.count, anchor: isLong ? Self.anchor(of: period) : nil,
                squares: (period.entries.count + entriesASquare - 1) / entriesASquare, language: language)
        }
    }

    /// Returns the index of the period that lists an entry; nil if there is none.
    func periodIndex(of number: Int) -> Int? {
        let index = periods.partitioningIndex { number < $0.entries.upperBound }
        return index < periods.count ? index : nil
    }

    /// Returns entries grouped by period, in reading order.
    func sections(_ numbers: [Int], isBrief: Bool = false) -> [EntrySection] {
        var sections: [EntrySection] = []
        var wanted = numbers.sorted()[...]
        while let first = wanted.first, let index = periodIndex(of: first) {
            let end = periods[index].entries.upperBound
            let inside = wanted.prefix { $0 < end }
            wanted = wanted.dropFirst(inside.count)
            sections.append(
                EntrySection(period: index, numbers: reading(Array(inside)), site: self, isBrief: isBrief))
        }
        return reading(sections)
    }

    /// Returns the number of claims that an item's page shows with an entry, including those that they answer and
    /// their answers.
    func claimCount(_ number: Int, _ kind: IndexKind) -> Int {
        guard kind == .actors || kind == .sources else { return 0 }
        return claims.count(of: number) + (kind == .actors ? index.claims.exchangeCount(of: number) : 0)
    }

    /// Returns the URL of an entry in the list of its period: on a page of the period, or on the home page.
    func listURL(of number: Int, in period: Period) -> String {
        let anchor = "#" + self[number].slug.value
        guard isLong else { return PagePath.home + anchor }
        let part = longPeriods[period.id].flatMap { parts in
            parts[parts.partitioningIndex { number < $0.end }].name
        }
        return PagePath.item(.periods, period.id, part: part) + anchor
    }
}
