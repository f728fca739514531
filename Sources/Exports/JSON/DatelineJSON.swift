import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends the whole content of a site as one JSON object (RFC 8259), an entry a line. ``ExportSchema`` describes it.
    ///
    /// - Parameter line: is given the record of each entry, on a line of its own.
    mutating func append(json site: ExportedSite, _ line: (inout JSONText) -> Void = { _ in }) {
        var json = JSONText()
        json.object { json in
            json.string("format", SiteRecord.format)
            json.integer("version", SiteRecord.version)
            json.object("site") { $0.members(of: site.timeline) }
            json.array("actors") { json in
                for actor in site.timeline.actors.values where actor.isRegistered {
                    json.line { $0.members(of: actor) }
                }
            }
            json.array("places") { json in
                for place in site.timeline.places.values where place.isRegistered {
                    json.line { $0.members(of: place) }
                }
            }
            json.array("sources") { json in
                for source in site.timeline.sources.values where source.isRegistered {
                    json.line { json in
                        json.string("id", source.id)
                        json.members(of: source)
                    }
                }
            }
            json.array("pages") { json in
                for page in site.timeline.pages {
                    json.line { json in
                        json.string("slug", page.slug.value)
                        json.string("title", page.title.value)
                        json.text("summary", page.summary)
                        if page.order != 0 { json.integer("order", page.order) }
                        json.markdown("body", page.body)
                    }
                }
            }
            json.array("entries") { json in
                var record = JSONText()
                for number in site.timeline.entries.indices {
                    record.object { $0.members(ofEntry: number, in: site) }
                    json.breakLine()
                    json.value(record)
                    json.move(to: &self)
                    record.newline()
                    line(&record)
                    record.removeAll()
                }
            }
        }
        json.move(to: &self)
        append(literal: "\n")
    }

    /// Appends the entries of a site as JSON Lines, an entry a line.
    mutating func append(jsonLines site: ExportedSite) {
        var json = JSONText()
        for number in site.timeline.entries.indices {
            json.object { $0.members(ofEntry: number, in: site) }
            json.newline()
            json.move(to: &self)
        }
    }

    /// Appends the record of one entry as JSON.
    mutating func append(jsonOf number: Int, in site: ExportedSite) {
        var json = JSONText()
        json.object { $0.members(ofEntry: number, in: site) }
        json.newline()
        json.move(to: &self)
    }
}

extension JSONText {
    /// Writes an object on a line of its own, for programs that compare files by lines.
    fileprivate mutating func line(_ body: (inout JSONText) -> Void) {
        breakLine()
        object(nil, body)
    }

    fileprivate mutating func members(of timeline: Timeline) {
        let settings = timeline.settings
        string("title", settings.title)
        text("subtitle", settings.subtitle)
        text("description", settings.description)
        text("base_url", settings.baseURL)
        string("language", settings.language)
        string("direction", settings.direction.rawValue)
        text("author", settings.author)
        text("publisher", settings.publisher)
        text("license", settings.license)
        text("as_of", timeline.asOf?.iso)
        string("order", settings.order.rawValue)
        objects("groups", settings.groups) { json, group in
            json.string("id", group.id)
            json.string("name", group.name)
            json.text("color", group.color)
            json.markdown("description", group.description)
        }
        objects("eras", settings.eras) { json, era in
            json.string("name", era.name)
            json.edtf(era.date?.value)
            json.text("color", era.color)
        }
        objects("moments", settings.moments) { json, moment in
            json.string("edtf", moment.day.iso)
            json.string("title", moment.title)
        }
        building(settings)
        if !settings.tags.isEmpty {
            object("tags") { json in
                for tag in settings.tags {
                    json.object(tag.id) { json in
                        json.string("name", tag.name)
                        json.markdown("description", tag.description)
                    }
                }
            }
        }
    }

    /// Writes the settings that decide how the site is built.
    private mutating func building(_ settings: Settings) {
        string("paginate_by", settings.pagination.rawValue)
        integer("page_size", settings.pageSize)
        bool("raw_html", settings.allowsRawHTML)
        if !settings.theme.properties.isEmpty {
            object("theme") { json in
                for property in settings.theme.properties { json.string(property.name, property.value) }
            }
        }
        bool("map", settings.hasMap)
        bool("search", settings.hasSearch)
        bool("cards", settings.hasCards)
        if let exports = settings.exports {
            array("exports") { json in
                for format in exports { json.string(nil, format.rawValue) }
            }
        }
        object("feeds") { json in
            json.integer("limit", settings.feeds.limit)
            json.string("since", settings.feeds.since.iso)
            json.bool("groups", settings.feeds.groups)
            json.bool("actors", settings.feeds.actors)
            json.bool("tags", settings.feeds.tags)
        }
    }

    fileprivate mutating func members(of actor: Actor) {
        string("id", actor.id)
        string("name", actor.name)
        text("short", actor.short)
        texts("also", actor.also)
        text("kind", actor.kind?.rawValue)
        text("country", actor.country)
        markdown("description", actor.description)
        text("url", actor.url)
    }

    fileprivate mutating func members(of place: Place) {
        string("id", place.id)
        string("name", place.name)
        texts("also", place.also)
        decimal("lat", place.latitude)
        decimal("lon", place.longitude)
        decimal("precision_km", place.precisionKilometres)
        text("country", place.country)
        text("kind", place.kind)
        markdown("description", place.description)
    }
}
