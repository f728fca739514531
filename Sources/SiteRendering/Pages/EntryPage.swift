import EDTF
import Exports
import Templates
import TimelineModel

/// The page of one entry, with everything that is known and its sources. It is a class since the parts of the page
/// share it.
final class EntryPage: PageSubject {
    let number: Int
    let frame: PageFrame
    let notes: Notes
    /// Whether the page is shown elsewhere than at its address, so that nothing refers to its anchors.
    private let isElsewhere: Bool

    /// - Parameter root: the address of the site's root, if the page is shown elsewhere, as in a feed.
    init(_ number: Int, in site: Site, root: String? = nil) {
        self.number = number
        isElsewhere = root != nil
        let entry = site[number]
        frame = PageFrame(
            site: site, path: PagePath.entry(entry.slug.value), title: entry.title.value,
            description: entry.summaryText, type: "article", card: site.cardView(ofEntry: number), root: root)
        notes = site.notes(ofEntry: number)
    }

    var site: Site { frame.site }
    var entry: Entry { site[number] }

    var writer: RichTextWriter {
        var writer = RichTextWriter(
            site: site, path: entry.path, root: frame.root, notes: isElsewhere ? nil : notes)
        if isElsewhere { writer.anchorPage = frame.path }
        return writer
    }

    /// The days on which the site published and corrected the entry.
    var publicationDays: PublicationDays? { site.timeline.publicationDays(ofEntry: number) }

    /// Returns parts of the entry with the page that shows them.
    func parts<Part>(_ parts: [Part]) -> [PartView<Part>] { parts.map { PartView(part: $0, page: self) } }

    /// The claims as the page shows them: each with its answers. A claim that only answers another one of this entry
    /// is not repeated.
    var claims: [ClaimView] {
        entry.claims.indices.compactMap { index in
            let key = ClaimKey(entry: number, claim: index)
            guard site.standsAlone(key) else { return nil }
            return ClaimView(key: key, site: site, root: frame.root, notes: notes)
        }
    }

    /// How the entry became known, the oldest report first; empty if one report told everything.
    var reports: [ReportView] {
        guard let reporting = site.reporting, reporting.hasSteps(ofEntry: number) else { return [] }
        return reporting.knowledge.reports(ofEntry: number).map { report in
            ReportView(report: report, reporting: reporting, site: site)
        }
    }

    /// Returns the link to the entry before or after this one in time; nil if there is none.
    ///
    /// - Parameter step: 1 for the next entry, -1 for the one before.
    func neighbour(_ step: Int) -> SubjectRecord<Link>? {
        let index = number + step
        return site.timeline.entries.indices.contains(index) ? site.link(toEntry: index) : nil
    }

    /// Returns the link to the entry before or after this one in its group; nil if there is none, or if it is also
    /// the neighbour in time.
    func neighbourInGroup(_ step: Int) -> SubjectRecord<Link>? {
        guard let index = site.index.neighbour(of: number, inGroup: step), index != number + step else {
            return nil
        }
        return site.link(toEntry: index)
    }

    /// Returns the links to the pages of items that the entry names.
    func links(_ kind: IndexKind, at slots: SlotLists.Slots) -> [Link] {
        site.links(kind, at: slots).separated
    }

    /// The citation of the entry: author, title, site, publisher, state of knowledge and address, as far as they are
    /// known. The state of knowledge is that of this entry, so that other entries do not change the page.
    var citation: String {
        let settings = site.settings
        let knownUpTo = entry.latestDay(with: notes.notes.lazy.map(\.source.subject.source))
        let parts = [
            settings.author?.isolated, site.language.fill(.citedTitle, ["title": entry.title.value]),
            settings.title.isolated,
            settings.publisher != settings.author ? settings.publisher?.isolated : nil,
            knownUpTo.map { site.language.fill(.citedState, ["date": site.words(for: $0)]) },
            frame.canonicalURL,
        ]
        return parts.compactMap(\.self).joined(separator: site.language[.listSeparator])
    }

    /// The link to the period that lists the entry.
    var period: Link? {
        site.periodIndex(of: number).map { index in
            Link(text: site.periodTitles[index], url: site.listURL(of: number, in: site.periods[index]))
        }
    }
}

let entryPageContext = Context<EntryPage>(
    "entry page",
    pageFields() + [
        .record("entry", entryContext, "The entry as lists show it") {
            EntryView(number: $0.number, site: $0.site)
        },
        .text("lead", "The summary, if the author wrote one") { $0.entry.summary },
        .markup("body", "The text") { $0.writer.html($0.entry.body) },
        .list(
            "claims", claimContext,
            "The claims; a claim that only answers another is among that one's answers"
        ) {
            $0.claims
        },
        .list("actors", linkContext, "The participants", holdsAny: { !$0.entry.actors.isEmpty }) {
            $0.links(.actors, at: $0.site.timeline.names.participants(of: $0.number))
        },
        .list("places", placeUseContext, "The places of the event") { $0.parts($0.entry.places) },
        .list("route", routeLegContext, "The route") { $0.parts($0.entry.route) },
        .kept("map", mapFigureContext, "The map of its places and routes; empty if they have no coordinates")
        {
            page in
            page.site.map(of: page.entry, root: page.frame.root)
        },
        .list("quantities", quantityContext, "Quantities, each with those who state it") {
            $0.parts($0.entry.quantities)
        },
        .list("media", mediaContext, "Pictures, sound and film") { $0.parts($0.entry.media) },
        .list("editor_notes", editorNoteContext, "The editors' notes") { $0.parts($0.entry.editorNotes) },
        .list("corrections", correctionContext, "The corrections of earlier versions") {
            $0.parts($0.entry.corrections)
        },
        .list("tags", linkContext, "The tags", holdsAny: { !$0.entry.tags.isEmpty }) {
            $0.links(.tags, at: $0.site.timeline.names.tags[$0.number])
        },
        .list("see_also", entryContext, "Other entries that the author refers to") { page in
            page.site.entries(page.entry.seeAlso.compactMap { page.site.timeline.slots[$0.value] })
        },
        .list("notes", noteContext, "The sources, as numbered notes") { $0.notes.notes },
        .list(
            "reports", reportContext, "How the entry became known, if more than one report told it",
            holdsAny: { $0.site.reporting?.hasSteps(ofEntry: $0.number) ?? false }
        ) {
            $0.reports
        },
        .list("extra", extraContext, "The values below extra") { $0.entry.extra },
        .text("published", "The day of publication: that of publish, of a claim or of a source") { page in
            page.publicationDays?.published.iso
        },
        .text("modified", "The day of the last correction, or else of publication") { page in
            page.publicationDays?.updated.iso
        },
        .text("record_url", "The entry's record in JSON, if the site has such files") { page in
            page.site.hasRecords ? PagePath.record(page.entry.slug.value) : nil
        },
        .markup("linked_data", "The entry as JSON-LD with the vocabulary of schema.org") { page in
            ExportedSite(page.site.timeline, SiteTexts(site: page.site)).linkedData(ofEntry: page.number)
        },
        .text("citation", "The citation of the entry, as plain text") { $0.citation },
        .record("period", linkContext, "The period of the entry, in the list of entries") { $0.period },
        .kept("previous", linkContext, "The entry before it in time") { $0.neighbour(-1) },
        .kept("next", linkContext, "The entry after it in time") { $0.neighbour(1) },
        .kept(
            "previous_in_group", linkContext,
            "The previous entry in its group, if it differs from previous"
        ) {
            $0.neighbourInGroup(-1)
        },
        .kept(
            "next_in_group", linkContext, "The next entry in its group, if it differs from next"
        ) { $0.neighbourInGroup(1) },
    ])

extension Site {
    /// Returns a day in words.
    func words(for day: CalendarDay) -> String { language.words(for: day) }
}
