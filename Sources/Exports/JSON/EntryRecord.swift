import EDTF
import TimelineModel
import UTF8Text

extension JSONText {
    /// Writes the members of an entry's record: the keys of its front matter, with dates as `edtf` and the text as `body`,
    /// and beside them what a program would have to compute.
    mutating func members(ofEntry number: Int, in site: ExportedSite) {
        let entry = site.timeline.entries[number]
        string("slug", entry.slug.value)
        text(EntryRecordKey.file, entry.path.rest(after: ContentPath.folder + "/").map(String.init))
        text("url", site.address(ofEntry: number))
        string("title", entry.title.value)
        date(of: entry, site.texts.dateWords(ofEntry: number))
        string("kind", entry.kind.rawValue)
        status("status", entry.status?.value)
        status("content_status", entry.contentStatus?.value)
        text("summary", entry.summary)
        text("group", entry.group?.text)
        references("actors", entry.actors)
        references("tags", entry.tags)
        integer("importance", entry.importance)
        if entry.order != 0 { integer("order", entry.order) }
        places(entry.places)
        sources("sources", entry.sources)
        parts(of: entry)
        markdown("body", entry.body.isEmpty ? nil : entry.body)
        if let days = site.timeline.publicationDays(ofEntry: number) {
            string("published", days.published.iso)
            string("updated", days.updated.iso)
        }
    }

    /// Writes the parts of an entry that have keys of their own, and what few entries have.
    mutating func parts(of entry: Entry) {
        objects("route", entry.route) { $0.members(of: $1) }
        objects("quantities", entry.quantities) { $0.members(of: $1) }
        objects("claims", entry.claims) { $0.members(of: $1) }
        if let outcome = entry.outcome {
            object("outcome") { json in
                json.string("result", outcome.result.rawValue)
                json.text("entry", outcome.entry?.value)
            }
        }
        objects("media", entry.media) { $0.members(of: $1) }
        texts("see_also", entry.seeAlso.map(\.value))
        objects("editor_notes", entry.editorNotes) { json, note in
            json.markdown("text", note.text)
            json.edtf(note.date?.value)
            json.sources("sources", note.sources)
        }
        objects("corrections", entry.corrections) { json, correction in
            json.edtf(correction.date?.value)
            json.markdown("text", correction.text)
            if let was = correction.was { json.object("was") { $0.members(was.pairs) } }
        }
        text("known", entry.known?.value.canonical)
        objects("history", entry.history) { json, step in
            json.edtf(step.date?.value)
            json.status("status", step.status?.value)
            json.text("because", step.because?.value)
            json.text("title", step.title)
            json.text("summary", step.summary)
        }
        texts("aliases", entry.aliases.map(\.value))
        text("publish", entry.publish?.value.canonical)
        text("minor", entry.minor?.iso)
        extra(entry.extra)
    }

    private mutating func date(of entry: Entry, _ words: String) {
        let columns = DateColumns(entry.date.expression)
        string("edtf", columns.edtf)
        text("start", columns.start)
        text("end", columns.end)
        if let day = columns.startDay { integer("start_day", day) }
        if let day = columns.endDay { integer("end_day", day) }
        string("precision", columns.precision)
        string("date_words", words)
        text("date_text", entry.date.wording?.value)
    }

    mutating func places(_ uses: [PlaceUse]) {
        if uses.isEmpty { return }
        array("places") { json in
            for use in uses {
                if use.isPlain {
                    json.string(nil, use.place.text)
                } else {
                    json.object { $0.members(of: use) }
                }
            }
        }
    }

    private mutating func members(of use: PlaceUse) {
        string("id", use.place.text)
        status("status", use.status)
        references("by", use.by)
        sources("source", use.sources)
        markdown("note", use.note)
    }

    private mutating func members(of leg: RouteLeg) {
        string("from", leg.from.text)
        string("to", leg.to.text)
        text("by", leg.by?.rawValue)
        status("status", leg.status)
        references("claimed_by", leg.claimedBy)
        sources("source", leg.sources)
        markdown("note", leg.note)
    }

    private mutating func members(of quantity: Quantity) {
        string("label", quantity.label)
        decimal("value", quantity.value)
        decimal("min", quantity.min)
        decimal("max", quantity.max)
        text("qualifier", quantity.qualifier)
        text("unit", quantity.unit)
        references("claimed_by", quantity.claimedBy)
        sources("source", quantity.sources)
        markdown("note", quantity.note)
    }

    private mutating func members(of claim: Claim) {
        text("id", claim.id?.value)
        references("by", claim.by)
        text("by_text", claim.byText)
        text("via", claim.via?.text)
        string("stance", claim.stance.value.rawValue)
        text("of", claim.of?.value)
        markdown("says", claim.says)
        text("quote", claim.quote?.value)
        text("quote_language", claim.quoteLanguage)
        text("quote_original", claim.quoteOriginal)
        text("translated_by", claim.translatedBy)
        edtf(claim.date?.value)
        sources("source", claim.sources)
        text("locator", claim.locator)
    }

    private mutating func members(of item: MediaItem) {
        text("file", item.file.value.isEmpty ? nil : item.file.value)
        text("url", item.url)
        text("title", item.title)
        text("alt", item.alt)
        markdown("caption", item.caption)
        text("credit", item.credit)
        text("license", item.license)
    }

    private mutating func members(_ pairs: [FormerValues.Pair]) {
        for pair in pairs { former(pair.key == "date" ? "edtf" : pair.key, pair.value) }
    }

    private mutating func former(_ key: String?, _ value: FormerValues.Value) {
        switch value {
        case .text(let text): string(key, text)
        case .list(let items): array(key) { json in for item in items { json.former(nil, item) } }
        case .map(let pairs): object(key) { $0.members(pairs) }
        }
    }

    private mutating func extra(_ values: [ExtraValue]) {
        if values.isEmpty { return }
        object("extra") { json in
            for value in values { json.string(value.name, value.text) }
        }
    }
}

extension PlaceUse {
    /// Whether nothing but the place itself is said.
    var isPlain: Bool { status == nil && by.isEmpty && sources.isEmpty && note == nil }
}
