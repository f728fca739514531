import Diagnostics
import EDTF
import Templates
import TimelineModel
import UTF8Text

/// One page of the entries of a period, a group, a tag or a status.
struct ListPage: PageSubject {
    let frame: PageFrame
    let kind: IndexKind
    let id: String
    let heading: String
    /// The indices of the entries on the page, in reading order.
    let numbers: [Int]
    /// The position among the pages of the list; nil if it has only one.
    let pager: Pager?
    /// The number of entries on all pages.
    let total: Int
    let intro: RichText?
    /// The links to the periods before and after; nil for all other lists.
    let neighbours: (previous: Link?, next: Link?)

    var site: Site { frame.site }
}

let listPageContext = Context<ListPage>(
    "list page",
    pageFields() + [
        .text("kind", "periods, groups, tags or status") { $0.kind.folder },
        .text("kind_name", "The kind in words, the text of a link to index_url") {
            $0.site.language[$0.kind.word]
        },
        .text("index_url", "The URL of the list of all items of the kind, relative to the site's folder") {
            PagePath.index($0.kind)
        },
        .text("heading", "The subject that the entries share") { $0.heading },
        .text("filter_url", "The URL of the home page filtered to these entries, which requires the script") {
            page in
            page.site.filterURL(page.kind, page.id)
        },
        .text("group_class", "For a group: the class name for its colour") {
            $0.kind == .groups ? groupClass($0.id) : nil
        },
        .record("status", statusContext, "For a status page: the status") { page in
            page.kind == .status ? page.site.status(Status(rawValue: page.id)) : nil
        },
        .markup("intro", "The description of a group or tag") { page in
            RichTextWriter(
                site: page.site, path: ContentFile.settings.path, root: page.frame.root, notes: nil
            ).paragraphs(page.intro)
        },
        .text("count", "On the first page: the total number of entries, in words") { page in
            (page.pager?.index ?? 0) == 0 ? page.site.language.entries(page.total) : nil
        },
        .record("overview", overviewContext, "For a period: the drawing of its entries' dates") { page in
            page.kind == .periods ? Overview(page.numbers, in: page.site, isWhole: false) : nil
        },
        .list("sections", entrySectionContext, "The entries by period") { page in
            page.site.sections(page.numbers, isBrief: page.site.isLong && page.kind != .periods)
        },
        .record("pager", pagerContext, "The other parts of a long list") { $0.pager },
        .record("previous", linkContext, "For a period: the previous one") { $0.neighbours.previous },
        .record("next", linkContext, "For a period: the next one") { $0.neighbours.next },
    ])

extension Site {
    /// Returns one row for each item of a kind in its index.
    ///
    /// - Parameter range: the range of rows; nil for all rows.
    func rows(_ kind: IndexKind, _ range: Range<Int>? = nil) -> [IndexRow] {
        let all = order(kind)
        let order = range.map { all[$0] } ?? all[...]
        switch kind {
        case .periods: return periodRows(order, on: PagePath.index(.periods))
        case .groups: return order.map { row(of: timeline.groups.values[$0]) }
        case .actors: return order.map { row(of: timeline.actors.values[$0]) }
        case .places: return order.map { row(of: timeline.places.values[$0]) }
        case .tags: return order.map { row(.tags, timeline.tags.values[$0]) }
        case .status: return order.map { row(of: Status.allCases[$0]) }
        case .sources: return order.map { rowOfSource(at: $0) }
        }
    }

    /// One row for each of the author's pages.
    var rowsOfPages: [IndexRow] {
        timeline.pages.map {
            IndexRow(text: $0.title.value, url: PagePath.page($0.slug.value), count: nil, language: language)
        }
    }

    /// Returns the number of rows without creating them.
    func rowCount(_ kind: IndexKind) -> Int {
        switch kind {
        case .periods: periods.count
        case .groups: timeline.groups.values.count
        case .actors: timeline.actors.values.count
        case .places: timeline.places.values.count
        case .tags: timeline.tags.values.count
        case .status: statuses.count
        case .sources: timeline.sources.values.count
        }
    }

    /// The statuses that entries have, in the order of all statuses.
    var statuses: [Status] { Status.allCases.filter(listedStatuses.contains) }

    /// Returns the order of an index as indices into all items of its kind.
    func order(_ kind: IndexKind) -> [Int] {
        indexOrders.order(kind) {
            switch kind {
            case .periods: reading(Array(periods.indices))
            case .groups: Array(timeline.groups.values.indices)
            case .actors: byName(timeline.actors.values)
            case .places: byName(timeline.places.values)
            case .tags: byName(timeline.tags.values)
            case .status: Status.allCases.indices.filter { statuses.contains(Status.allCases[$0]) }
            case .sources: bibliography.slots
            }
        }
    }

    /// Sorts items by name, ignoring case, and then by id. The order is the same on every machine.
    private func byName(_ things: [some Registered]) -> [Int] {
        let names = things.map { $0.name.lowercased() }
        return things.indices.sorted { left, right in
            names[left] != names[right] ? names[left] < names[right] : things[left].id < things[right].id
        }
    }

    private func row(of group: Group) -> IndexRow {
        var row = row(.groups, group)
        row.groupClass = groupClass(group.id)
        return row
    }

    private func row(of actor: Actor) -> IndexRow {
        var row = row(.actors, actor)
        row.detail = actor.kind.map { language.name(of: $0) }
        return row
    }

    private func row(of place: Place) -> IndexRow {
        var row = row(.places, place)
        row.detail = place.country
        return row
    }

    private func row(of status: Status) -> IndexRow {
        let id = status.rawValue
        return IndexRow(
            text: language.name(of: status), url: PagePath.item(.status, id),
            count: index.entryCount(.status, id), detail: language.meaning(of: status), language: language)
    }

    /// Returns the row of a source, registered or not.
    private func rowOfSource(at slot: Int) -> IndexRow {
        let view = source(at: slot).subject
        return IndexRow(
            text: view.label, url: view.pageURL ?? "", count: index.entryCount(.sources, at: slot),
            source: view, language: language)
    }

    private func row(_ kind: IndexKind, _ thing: some Registered) -> IndexRow {
        IndexRow(
            text: thing.name, url: PagePath.item(kind, thing.id), count: index.entryCount(kind, thing.id),
            language: language)
    }
}
