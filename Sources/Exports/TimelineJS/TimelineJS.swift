import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends the entries of a site in TimelineJS3's JSON.
    ///
    /// - Parameter row: is given each slide with its text.
    mutating func append(timelineJS site: ExportedSite, _ row: (Slide, [UInt8]) -> Void = { _, _ in }) {
        var json = JSONText()
        json.object { json in
            json.object("title") { json in
                json.object("text") { json in
                    json.string("headline", site.settings.title.escapedHTML)
                    json.text("text", (site.settings.description ?? site.settings.subtitle)?.escapedHTML)
                }
            }
            json.array("events") { json in
                site.forEachSlide { slide, text in
                    json.breakLine()
                    json.object(nil) { $0.members(of: slide, text) }
                    json.move(to: &self)
                    row(slide, text)
                }
            }
            json.eras(of: site)
        }
        json.newline()
        json.move(to: &self)
    }
}

extension JSONText {
    fileprivate mutating func members(of slide: Slide, _ words: [UInt8]) {
        object("start_date") { $0.members(of: slide.start) }
        if let end = slide.end { object("end_date") { $0.members(of: end) } }
        text("display_date", slide.displayDate?.escapedHTML.escapedHTML)
        string("edtf", slide.entry.date.expression.canonical)
        object("text") { json in
            json.string("headline", slide.entry.title.value.escapedHTML)
            json.string("text", utf8: words)
        }
        if let media = slide.media {
            object("media") { json in
                json.string("url", media.url)
                if let caption = slide.caption { json.string("caption", utf8: caption) }
                json.text("credit", media.item.credit?.escapedHTML)
                json.text("alt", media.item.alt)
            }
        }
        text("group", slide.group?.escapedHTML.escapedHTML)
        string("unique_id", slide.entry.slug.value)
        bool("autolink", false)
    }

    fileprivate mutating func members(of date: SlideDate) {
        integer("year", date.year)
        integer("month", date.month)
        integer("day", date.day)
        guard let time = date.time else { return }
        integer("hour", time.hour)
        integer("minute", time.minute)
        integer("second", time.second)
    }

    fileprivate mutating func eras(of site: ExportedSite) {
        let eras = site.settings.eras.compactMap { era in
            era.date.flatMap { SlideDate.span(of: $0.value) }.flatMap { span in
                span.end.map { (era.name, span.start, $0) }
            }
        }
        objects("eras", eras) { json, era in
            json.object("start_date") { $0.members(of: era.1) }
            json.object("end_date") { $0.members(of: era.2) }
            json.object("text") { $0.string("headline", era.0.escapedHTML) }
        }
    }
}

extension String {
    /// The text as HTML, which TimelineJS3 expects in titles. It decodes the words of a date and the names of groups once
    /// more before it shows them as HTML, so that they are escaped twice.
    var escapedHTML: String {
        // Most titles and dates have no such signs.
        if !hasHTMLSigns { return self }
        var bytes: [UInt8] = []
        bytes.append(escaping: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
