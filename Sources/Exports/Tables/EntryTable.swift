import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends the entries of a site as a table, one row an entry. Lists of ids and names are joined by `; `; parts that
    /// have keys of their own, such as claims, are JSON in their cells.
    mutating func append(csv site: ExportedSite) {
        var table = CSVText()
        for column in EntryColumn.allCases { table.field(column.rawValue) }
        table.endRow()
        for number in site.timeline.entries.indices {
            let row = EntryRow(number: number, entry: site.timeline.entries[number], site: site)
            for column in EntryColumn.allCases { row.write(column, to: &table) }
            table.endRow()
            table.move(to: &self)
        }
        table.move(to: &self)
    }
}

/// The columns of the table of entries. Their names are those of the keys of an entry, where there is such a key.
private enum EntryColumn: String, CaseIterable {
    case slug, title, edtf, start, end
    case startDay = "start_day"
    case endDay = "end_day"
    case precision
    case dateWords = "date_words"
    case dateText = "date_text"
    case kind, status
    case contentStatus = "content_status"
    case group, actors, places, tags, importance, order, summary, sources, url, published, updated
    case latitude, longitude, file, body, details
}

private struct EntryRow {
    let number: Int
    let entry: Entry
    let site: ExportedSite
    let date: DateColumns
    let days: PublicationDays?
    let point: (latitude: Decimal, longitude: Decimal)?

    init(number: Int, entry: Entry, site: ExportedSite) {
        self.number = number
        self.entry = entry
        self.site = site
        date = DateColumns(entry.date.expression)
        days = site.timeline.publicationDays(ofEntry: number)
        point = site.point(of: entry)
    }

    func write(_ column: EntryColumn, to table: inout CSVText) {
        switch column {
        case .slug: table.field(entry.slug.value)
        case .title: table.text(entry.title.value)
        case .edtf: table.field(date.edtf)
        case .start: table.field(date.start)
        case .end: table.field(date.end)
        case .startDay: table.field(date.startDay)
        case .endDay: table.field(date.endDay)
        case .precision: table.field(date.precision)
        case .dateWords: table.text(site.texts.dateWords(ofEntry: number))
        case .dateText: table.text(entry.date.wording?.value)
        case .kind: table.field(entry.kind.rawValue)
        case .status: table.field(entry.status?.value.rawValue)
        case .contentStatus: table.field(entry.contentStatus?.value.rawValue)
        case .group: table.text(entry.group?.text)
        case .actors: table.texts(entry.actors) { $0.text }
        case .places: table.texts(entry.places) { $0.place.text }
        case .tags: table.texts(entry.tags) { $0.text }
        case .importance: table.field(entry.importance)
        case .order: table.field(entry.order == 0 ? nil : entry.order)
        case .summary: table.text(entry.summary)
        case .sources: table.texts(entry.sources) { $0.label }
        case .url: table.field(site.address(ofEntry: number))
        case .published: table.field(days?.published.iso)
        case .updated: table.field(days?.updated.iso)
        case .latitude: table.number(point?.latitude.inTables)
        case .longitude: table.number(point?.longitude.inTables)
        case .file: table.field(entry.path.rest(after: ContentPath.folder + "/").map(String.init))
        case .body: table.text(utf8: entry.body.markdown)
        case .details: writeDetails(to: &table)
        }
    }

    /// Writes the parts that no other cell holds, as JSON.
    private func writeDetails(to table: inout CSVText) {
        guard entry.hasParts else { return table.field(nil as String?) }
        var json = JSONText()
        json.object { json in
            if entry.places.contains(where: { !$0.isPlain }) { json.places(entry.places) }
            if entry.sources.contains(where: \.isInline) { json.sources("sources", entry.sources) }
            json.parts(of: entry)
        }
        unsafe json.withUTF8 { unsafe table.field(utf8: $0) }
    }
}

extension Entry {
    /// Whether the entry has parts with keys of their own.
    fileprivate var hasParts: Bool {
        !self.claims.isEmpty || !self.route.isEmpty || !self.quantities.isEmpty || self.outcome != nil
            || !self.media.isEmpty || !self.seeAlso.isEmpty || !self.editorNotes.isEmpty
            || !self.corrections.isEmpty || !self.history.isEmpty || self.known != nil
            || !self.aliases.isEmpty || self.publish != nil
            || !self.extra.isEmpty
            || self.places.contains { !$0.isPlain } || self.sources.contains { $0.isInline }
    }
}

extension SourceReference {
    fileprivate var isInline: Bool {
        if case .inline = target { true } else { false }
    }

    /// The id of a registered source, or the best name of another one.
    fileprivate var label: String {
        switch target {
        case .registered(let reference): reference.text
        case .inline(let source): source.title ?? source.publisher ?? source.url ?? source.id
        }
    }
}

extension Decimal {
    /// The number, never with exactly three decimals: where the comma separates decimals, LibreOffice reads `42.351` as
    /// 42351.
    fileprivate var inTables: String {
        let digits = description.utf8
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")), point > digits.startIndex,
            digits.distance(from: point, to: digits.endIndex) == 4
        else { return description }
        return description + "0"
    }
}
