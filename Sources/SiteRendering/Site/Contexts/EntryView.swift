import CommonMark
import EDTF
import Templates
import TimelineModel

/// An entry as shown in a list.
struct EntryView: Sendable {
    let number: Int
    let site: Site

    var entry: Entry { site[number] }
    /// Calls a closure with the entry's memoised attribution.
    ///
    /// - Returns: nil for an entry without claims, which has none.
    @inline(__always)
    func attribution<Value>(_ look: (Attribution) -> Value) -> Value? {
        site.timeline.names.claimCount(of: number) == 0 ? nil : site.withAttribution(number, look)
    }
}

let entryFields: [ContextField<EntryView>] = [
    .text("slug", "The entry's name in addresses") { $0.entry.slug.value },
    .text("url", "The URL of the entry's page, relative to the site's folder") {
        $0.site.url(ofEntry: $0.number)
    },
    .text("title", "The event in one line") { $0.entry.title.value },
    .text("summary", "One or two sentences; the first paragraph of the body if the author wrote none") {
        $0.entry.summaryText
    },
    .record("date", dateContext, "The date of the event") { $0.site.date(ofEntry: $0.number) },
    .record("status", statusContext, "The status") { $0.site.status($0.entry.status?.value) },
    .record("content_status", statusContext, "For a statement: the status of its content") { view in
        view.site.status(view.entry.kind == .statement ? view.entry.contentStatus?.value : nil)
    },
    .flag("is_statement", "Whether the entry is a statement rather than an event") {
        $0.entry.kind == .statement
    },
    .flag("is_key", "Whether the importance is 1") { $0.entry.importance == 1 },
    .flag("is_detail", "Whether the importance is 3") { $0.entry.importance == 3 },
    .flag("is_draft", "Whether the entry is a draft, which only --drafts shows") { $0.entry.isDraft },
    .text(
        "to_be_published",
        "If it is to be published later: the date, in words; only a preview shows such entries"
    ) {
        $0.site.noticeOfPublication(of: $0.entry)
    },
    .flag(
        "is_possibly_known", "In a view of an earlier day: whether the entry was only possibly known by then"
    ) {
        $0.entry.knownMarks?.isOnlyPossiblyKnown ?? false
    },
    .flag("leaves_out_text", "In such a view: whether texts are left out that rest on what was said later") {
        $0.entry.knownMarks?.leavesOutText ?? false
    },
    .flag(
        "has_title_of_today", "In such a view: whether the title is today's although claims were made later"
    ) {
        $0.entry.knownMarks?.hasTitleOfToday ?? false
    },
    .kept("group", linkContext, "The group of the entry") { $0.site.group(ofEntry: $0.number) },
    .text("group_class", "A class name for the group's colour") {
        $0.entry.group.map { groupClass($0.id) }
    },
    .record("dispute", disputeContext, "For a claim that is denied: both sides, as a list shows them") {
        $0.attribution { $0.dispute } ?? nil
    },
    .list("voices", voicesContext, "Other actors who confirm or deny it, by stance") { view in
        view.attribution { $0.voices } ?? []
    },
    .keptList("sources", sourceContext, "All sources, without duplicates") {
        $0.site.sources(of: $0.number)
    },
    .list(
        "notes", noteContext, "The first sources, with their note numbers on the entry's page",
        holdsAny: { $0.site.mostNotes(ofEntry: $0.number) ?? 1 > 0 },
        { $0.site.notes(ofEntry: $0.number).first }),
    .number("further_notes", "The number of further sources") {
        $0.site.furtherNotes(ofEntry: $0.number)
    },
    .record("editor_remark", remarkContext, "The first editors' note, as plain text") { view in
        view.entry.editorNotes.first.map { Remark(text: $0.text?.firstParagraph ?? "") }
    },
    .number("further_remarks", "The number of further editors' notes") {
        max(0, $0.entry.editorNotes.count - 1)
    },
    .list("correction_remarks", remarkContext, "The corrections of earlier versions, in short") {
        $0.site.remarks($0.entry.corrections)
    },
    .record("outcome", outcomeContext, "The outcome of an expected event") { view in
        view.entry.outcome.map { OutcomeView(outcome: $0, site: view.site) }
    },
    .flag("has_corrections", "Whether an earlier version was corrected") {
        !$0.entry.corrections.isEmpty
    },
]

let entryContext = Context<EntryView>("entry", entryFields)

/// Returns the CSS class for a group's id; the prefix is needed since a class name cannot begin with a digit.
func groupClass(_ id: String) -> String { "group_" + id }

extension Site {
    /// Returns the URL of an entry's page, relative to the site's folder.
    func url(ofEntry number: Int) -> String { PagePath.entry(self[number].slug.value) }

    /// Returns the link to an entry's page, with its title.
    func link(toEntry number: Int) -> SubjectRecord<Link> {
        linkContext.record(Link(text: self[number].title.value, url: url(ofEntry: number)))
    }

    /// Returns the link to the page of an entry's group; nil if it has none.
    func group(ofEntry number: Int) -> SubjectRecord<Link>? {
        links(.groups, at: timeline.names.groups[number]).first.map { linkContext.record($0) }
    }

    /// Returns a notice such as `To be published on 1 May 2024`; nil for a published entry.
    func noticeOfPublication(of entry: Entry) -> String? {
        entry.dayOfPublication(after: timeline.asOf).map {
            language.fill(.toBePublished, ["date": words(for: $0)])
        }
    }

    func entries(_ numbers: some Sequence<Int>) -> [EntryView] {
        numbers.map { EntryView(number: $0, site: self) }
    }
}
