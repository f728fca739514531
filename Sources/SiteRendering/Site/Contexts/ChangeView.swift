import EDTF
import Exports
import Templates
import TimelineModel

/// A change as shown on a page. Of an entry that is withheld now nothing but that is shown, whatever the log says of it.
struct ChangeView: Sendable {
    let change: Change
    let site: Site

    /// The name of the kind, with the part of the entry.
    var label: String {
        let kind = site.language.name(of: change.kind)
        return partName.map { site.language.fill(.changePart, ["kind": kind, "part": $0]) } ?? kind
    }

    private var partName: String? {
        switch (change.kind, change.part) {
        case (.status, "content_status"): site.language[.contentStatus]
        case (.status, "kind"): site.language[.kindOfEntry]
        case (.status, "outcome"): site.language[.outcome]
        default: change.part
        }
    }

    /// The link to the entry; its title alone if it is no longer there.
    var entry: Link? {
        guard let slug = change.entry else { return nil }
        let number = site.timeline.slots[slug] ?? site.entryNumber(alias: slug)
        return Link(text: change.title ?? slug, url: number.map { site.url(ofEntry: $0) } ?? "")
    }

    var was: String? { words(change.was) }
    var now: String? { words(change.now) }

    /// A date and a status in words; anything else as it is written.
    private func words(_ value: String?) -> String? {
        guard let value else { return nil }
        let language = site.language
        switch (change.kind, change.part) {
        case (.date, _): return (try? DateExpression(value))?.text(in: language.dates) ?? value
        case (.status, "kind"): return value
        case (.status, "outcome"):
            return OutcomeResult(rawValue: value).map { language.name(of: $0) } ?? value
        case (.status, _): return Status(rawValue: value).map { language.name(of: $0) } ?? value
        default: return value
        }
    }

    /// The change on a line of plain text.
    var line: String {
        let values = [(Word.was, was), (.now, now)].compactMap { word, text in
            text.map { site.language[word] + " " + $0.isolated }
        }
        let start = [label, entry?.text.isolated].compactMap(\.self).joined(separator: ": ")
        return ([start] + values).joined(separator: "; ")
    }
}

let changeContext = Context<ChangeView>(
    "change",
    [
        .text("kind", "The id of the kind: added, status, claim-withdrawn …") { $0.change.kind.rawValue },
        .text("label", "The kind of change in words, with the part of the entry that it concerns") {
            $0.label
        },
        .record("entry", linkContext, "The entry, under its title of then; without a url if it is gone") {
            $0.entry
        },
        .text("was", "What was stated before, in words") { $0.was },
        .text("now", "What is stated since, in words") { $0.now },
    ])

/// The changes of a day.
struct ChangeDayView: Sendable {
    let day: CalendarDay
    let changes: [ChangeView]
    let site: Site

    /// The anchor of the day on the page of changes. It contains an underscore, which no slug does.
    var anchor: String { "day_" + day.iso }

    /// The day and the number of its changes, in words.
    var title: String {
        let count = changes.count
        let phrase: Phrase = count == 1 ? .changeCountOne : .changeCountOther
        let number = site.language.fill(phrase, ["count": site.language.grouped(String(count))])
        return site.language.fill(.changesOfDay, ["date": site.words(for: day), "count": number])
    }
}

let changeDayContext = Context<ChangeDayView>(
    "day of changes",
    [
        .text("anchor", "The id of the day on the page of changes") { $0.anchor },
        .text("day", "The day in words") { $0.site.words(for: $0.day) },
        .text("iso_day", "The day as YYYY-MM-DD, for <time datetime>") { $0.day.iso },
        .list("changes", changeContext, "The changes, in the order of the timeline") { $0.changes },
    ])

extension Site {
    /// The days with changes, the latest first.
    var changeDays: [ChangeDayView] {
        timeline.changes.latestFirst.map { day, changes in
            ChangeDayView(
                day: day, changes: shown(changes).map { ChangeView(change: $0, site: self) }, site: self)
        }
    }

    /// The latest changes, at most five.
    var lastChanges: [ChangeDayView] {
        var (rest, days) = (5, [ChangeDayView]())
        for day in changeDays where rest > 0 {
            let changes = Array(day.changes.prefix(rest))
            rest -= changes.count
            days.append(ChangeDayView(day: day.day, changes: changes, site: self))
        }
        return days
    }

    /// The feed of changes.
    var changeFeed: ChangeFeed {
        let title = settings.title + " – " + language[.changes]
        return ChangeFeed(
            title, path: PagePath.changeFeed, page: PagePath.changes,
            changeDays.map { day in
                ChangeFeed.Item(
                    day.day, title: day.title, page: PagePath.changes + "#" + day.anchor,
                    lines: day.changes.map(\.line))
            })
    }

    /// Returns changes without everything that names a withheld entry; that one was withheld is stated once a day.
    private func shown(_ changes: [Change]) -> [Change] {
        var isStated = false
        return changes.compactMap { change in
            let slugs = [change.entry] + (change.kind == .moved ? [change.was, change.now] : [])
            let isWithheld = slugs.contains { $0.map(timeline.withheldSlugs.contains) ?? false }
            guard isWithheld || change.kind == .withheld else { return change }
            defer { isStated = true }
            return isStated ? nil : Change(.withheld)
        }
    }

    /// Returns the entry that had a slug before it moved; nil if there is none.
    func entryNumber(alias: String) -> Int? {
        timeline.entries.indices.first { number in self[number].aliases.contains { $0.value == alias } }
    }
}
