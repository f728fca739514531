import EDTF
import TimelineModel
import UTF8Text

extension ExportedSite {
    /// Returns an entry as linked data (JSON-LD 1.1 with the vocabulary of schema.org), safe within a script element: an
    /// article with its sources, about the event or the statement.
    ///
    /// The days of the article are those of its publication. Only a confirmed event with a plain day, month or year is an
    /// `Event`; what is claimed, disputed or expected is a `Claim`, and the date stands in `temporalCoverage`, as EDTF.
    public func linkedData(ofEntry number: Int) -> [UInt8] {
        var json = JSONText(escaping: .script)
        json.object { $0.article(number, in: self) }
        return json.utf8
    }
}

extension JSONText {
    fileprivate mutating func article(_ number: Int, in site: ExportedSite) {
        let entry = site.timeline.entries[number]
        string("@context", "https://schema.org")
        string("@type", "Article")
        string("headline", entry.title.value)
        text("url", site.address(ofEntry: number))
        string("inLanguage", site.settings.language)
        if let days = site.timeline.publicationDays(ofEntry: number) {
            string("datePublished", days.published.iso)
            string("dateModified", days.updated.iso)
        }
        named("author", "Organization", site.settings.author)
        named("publisher", "Organization", site.settings.publisher)
        let date = entry.date.expression
        if entry.kind == .event, entry.status?.value == .confirmed, let day = date.htmlDateTime {
            object("about") { json in
                json.string("@type", "Event")
                json.string("name", entry.title.value)
                json.string("startDate", day)
                json.places("location", of: entry, in: site)
            }
        } else {
            // What is claimed, denied or expected is no event of which a program should learn.
            if entry.kind == .statement || entry.status?.value != .confirmed {
                object("about") { json in
                    json.string("@type", "Claim")
                    json.string("name", entry.title.value)
                    json.string("text", entry.title.value)
                }
            }
            string("temporalCoverage", date.canonical)
            places("contentLocation", of: entry, in: site)
        }
        citations(number, in: site)
    }

    private mutating func named(_ key: String, _ type: String, _ name: String?) {
        guard let name else { return }
        object(key) { json in
            json.string("@type", type)
            json.string("name", name)
        }
    }

    private mutating func places(_ key: String, of entry: Entry, in site: ExportedSite) {
        objects(key, entry.places) { $0.place($1, in: site) }
    }

    private mutating func place(_ use: PlaceUse, in site: ExportedSite) {
        string("@type", "Place")
        let place = site.timeline.places[use.place.id]
        string("name", place?.name ?? use.place.text)
        guard let latitude = place?.latitude, let longitude = place?.longitude else { return }
        object("geo") { json in
            json.string("@type", "GeoCoordinates")
            json.decimal("latitude", latitude)
            json.decimal("longitude", longitude)
        }
    }

    private mutating func citations(_ number: Int, in site: ExportedSite) {
        var seen: Set<Int> = []
        let slots = site.timeline.names.sources[number].filter { seen.insert($0).inserted }
        objects("citation", slots) { json, slot in
            let source = site.timeline.sources.values[slot]
            json.string("@type", "CreativeWork")
            json.text("name", source.title ?? source.publisher)
            json.named("publisher", "Organization", source.title == nil ? nil : source.publisher)
            json.text("datePublished", source.date?.value.htmlDateTime)
            json.text("url", source.url)
        }
    }
}
