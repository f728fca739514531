import Diagnostics
import EDTF
import TimelineModel

/// Entries under one heading.
struct EntrySection: Sendable {
    /// Which of the site's periods it is of.
    var place: Int
    var numbers: [Int]
    var site: Site
    /// True where each entry takes a line: on the many lists of a long site, which are for finding. Its
    /// periods have the entries in full.
    var isBrief = false
}

let entrySectionContext = Context<EntrySection>(
    "section",
    [
        .text("anchor", "The heading's id") { Site.anchor(of: $0.site.periods[$0.place]) },
        .text("title", "The period in words") { $0.site.periodTitles[$0.place] },
        .text("count", "How many entries the section has, in words") {
            $0.site.language.entries($0.numbers.count)
        },
        .flag("is_brief", "True where each entry takes a line, as on the lists of a long site") {
            $0.isBrief
        },
        .list(
            "entries", entryContext, "The entries, in the order of reading",
            // An entry has its line in the lists of its tags, actors, places …
            identifiedBy: { section, entry in section.isBrief ? entry.number : nil }
        ) {
            $0.site.entries($0.numbers)
        },
    ])

/// A stretch of time as pages show it.
struct EraView: Sendable {
    var era: Era
    var site: Site
}

let eraContext = Context<EraView>(
    "era",
    [
        .text("name", "What it is called") { $0.era.name },
        .record("date", dateContext, "From when to when") { $0.site.date($0.era.date) },
    ])

/// One row of a list of things: periods, actors, sources …
struct IndexRow: Sendable {
    var text: String
    /// Empty for what has no page of its own.
    var url: String
    /// How many entries it has; nil for what has none.
    var count: Int?
    var detail: String?
    var groupClass: String?
    /// Of a period: what the columns of an overview lead to.
    var anchor: String?
    /// Of a period: the squares that stand for its entries.
    var squares = 0
    var source: SourceView?
    var language: Language
}

let indexRowContext = Context<IndexRow>(
    "row",
    [
        .text("text", "What it is called") { $0.text },
        .text("url", "Its page; empty where it has none of its own") { $0.url },
        .text("count", "How many entries it has, in words; nothing for a page of the author's") { row in
            row.count.map { row.language.entries($0) }
        },
        .number("number", "How many entries it has") { $0.count },
        .number(
            "squares",
            "Of a period: the squares that stand for its entries, one each or, on a long site, several a square"
        ) { $0.squares },
        .text("detail", "A word on it: an actor's kind, a status's meaning") { $0.detail },
        .text("group_class", "A class name for a group's colour") { $0.groupClass },
        .text("anchor", "Of a period with a page of its own: the id that the overview leads to") {
            $0.anchor
        },
        .record("source", sourceContext, "In the list of sources: the source") { $0.source },
    ])

/// Where a page stands among the parts of a long list.
struct Pager: Sendable {
    var part: Int
    var count: Int
    var url: @Sendable (Int) -> String
    var language: Language

    func link(_ part: Int) -> Link? {
        guard (1...count).contains(part) else { return nil }
        let text = language.fill(.partOf, ["part": String(part), "count": String(count)])
        return Link(text: text, url: url(part), isCurrent: part == self.part)
    }
}

let pagerContext = Context<Pager>(
    "pager",
    [
        .record("current", linkContext, "The part that the page is") { $0.link($0.part) },
        .record("previous", linkContext, "The part before it") { $0.link($0.part - 1) },
        .record("next", linkContext, "The part after it") { $0.link($0.part + 1) },
        .record("first", linkContext, "The first part, unless the page is it or comes next") {
            $0.part > 2 ? $0.link(1) : nil
        },
        .record("last", linkContext, "The last part, unless the page is it or comes before it") {
            $0.part < $0.count - 1 ? $0.link($0.count) : nil
        },
    ])

extension Site {
    /// The rows of periods, by their places, as they stand on a page.
    func periodRows(_ places: some Sequence<Int>, on path: String) -> [IndexRow] {
        // The squares of the largest period have room in a narrow column.
        let entriesASquare = max(1, ((periods.map(\.entries.count).max() ?? 0) + 15) / 16)
        return places.map { place in
            let period = periods[place]
            let url = url(of: period)
            // A link within the page must not load it anew under another address.
            let anchor = url.rest(after: path).flatMap { $0.begins(with: "#") ? String($0) : nil }
            return IndexRow(
                text: periodTitles[place], url: anchor ?? url,
                count: period.entries.count, anchor: isLong ? Self.anchor(of: period) : nil,
                squares: (period.entries.count + entriesASquare - 1) / entriesASquare, language: language)
        }
    }

    /// Which of the periods an entry is listed in.
    func periodPlace(of number: Int) -> Int? {
        let place = periods.firstPlace { number < $0.entries.upperBound }
        return place < periods.count ? place : nil
    }

    /// Entries cut at the headings of periods, in the order of reading.
    func sections(_ numbers: [Int], isBrief: Bool = false) -> [EntrySection] {
        var sections: [EntrySection] = []
        var wanted = numbers.sorted()[...]
        while let first = wanted.first, let place = periodPlace(of: first) {
            let end = periods[place].entries.upperBound
            let inside = wanted.prefix { $0 < end }
            wanted = wanted.dropFirst(inside.count)
            sections.append(
                EntrySection(place: place, numbers: reading(Array(inside)), site: self, isBrief: isBrief))
        }
        return reading(sections)
    }

    /// Entries in pages of the site's size, in the order of reading; one empty page where there are none.
    ///
    /// - Parameter claims: how many claims a page shows beside an entry. A page has as many of them as it may
    ///   have entries, unless a single entry has more.
    func parts(_ numbers: [Int], claims: (Int) -> Int = { _ in 0 }) -> [[Int]] {
        var parts: [[Int]] = []
        var part: [Int] = []
        var shown = 0
        for number in reading(numbers) {
            let more = claims(number)
            if part.count == settings.pageSize || (shown + more > settings.pageSize && !part.isEmpty) {
                parts.append(part)
                part = []
                shown = 0
            }
            part.append(number)
            shown += more
        }
        return parts + [part]
    }

    /// How many claims the page of a thing shows beside an entry, those that they answer and their answers
    /// counted too.
    func claimCount(_ number: Int, _ kind: IndexKind) -> Int {
        guard kind == .actors || kind == .sources else { return 0 }
        return claims.count(of: number) + (kind == .actors ? claims.exchangeCount(of: number) : 0)
    }

    /// Where the list has an entry: the part of its period, or the first page.
    func listURL(of number: Int, in period: Period) -> String {
        let anchor = "#" + self[number].slug.value
        guard isLong else { return PagePath.home + anchor }
        let entries = period.entries
        let place =
            settings.order == .ascending ? number - entries.lowerBound : entries.upperBound - 1 - number
        return PagePath.item(.periods, period.id, part: place / settings.pageSize + 1) + anchor
    }
}
