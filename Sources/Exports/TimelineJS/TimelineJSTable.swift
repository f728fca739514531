import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// The headings of the table that TimelineJS3 reads from spreadsheets.
    private static let headings = [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
        "Headline",
        "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group",
        "Background", "Link",
    ]

    /// Appends the entries of a site as TimelineJS3's table.
    mutating func append(timelineJSTable site: ExportedSite) {
        append(timelineJSTable: site) { site.forEachSlide($0) }
    }

    /// Appends the entries of a site as TimelineJS3's table.
    ///
    /// - Parameter slides: calls a closure with each slide and its text.
    mutating func append(
        timelineJSTable site: ExportedSite, _ slides: ((Slide, [UInt8]) -> Void) -> Void
    ) {
        var table = CSVText()
        for heading in Self.headings { table.field(heading) }
        table.endRow()
        table.title(of: site)
        slides { slide, text in
            table.row(of: slide, text)
            table.move(to: &self)
        }
        for era in site.settings.eras { table.row(of: era) }
        table.move(to: &self)
    }
}

extension CSVText {
    fileprivate mutating func title(of site: ExportedSite) {
        for _ in 0..<9 { field(nil as String?) }
        html(site.settings.title.escapedHTML)
        html((site.settings.description ?? site.settings.subtitle)?.escapedHTML)
        for _ in 0..<5 { field(nil as String?) }
        field("title")
        for _ in 0..<3 { field(nil as String?) }
        endRow()
    }

    fileprivate mutating func row(of slide: Slide, _ words: [UInt8]) {
        date(slide.start)
        date(slide.end)
        html(slide.displayDate?.escapedHTML.escapedHTML, escapes: 2)
        html(slide.entry.title.value.escapedHTML)
        html(utf8: words)
        let media = slide.media
        field(media?.url)
        html(media?.item.credit?.escapedHTML)
        html(utf8: slide.caption ?? [])
        field(nil as String?)
        text(media?.item.alt)
        field(nil as String?)
        html(slide.group?.escapedHTML.escapedHTML, escapes: 2)
        for _ in 0..<2 { field(nil as String?) }
        endRow()
    }

    fileprivate mutating func row(of era: Era) {
        guard let span = era.date.flatMap({ SlideDate.span(of: $0.value) }), let end = span.end else {
            return
        }
        date(span.start)
        date(end)
        field(nil as String?)
        html(era.name.escapedHTML)
        for _ in 0..<6 { field(nil as String?) }
        field("era")
        for _ in 0..<3 { field(nil as String?) }
        endRow()
    }

    /// Writes a cell of HTML. One that a spreadsheet would take for a formula begins with a character reference, which
    /// readers see as the sign itself.
    ///
    /// - Parameter escapes: how many times TimelineJS3 decodes the cell before it shows it.
    private mutating func html(_ html: String?, escapes: Int = 1) {
        guard let html, let first = html.unicodeScalars.first, FormulaGuard.isNeeded(for: html) else {
            return field(html)
        }
        let reference = "&#\(first.value);"
        field((escapes == 2 ? reference.escapedHTML : reference) + String(html.unicodeScalars.dropFirst()))
    }

    private mutating func html(utf8 html: [UInt8]) {
        if FormulaGuard.isNeeded(at: html.first) { return self.html(String(decoding: html, as: UTF8.self)) }
        unsafe html.withUnsafeBufferPointer { unsafe field(utf8: $0) }
    }

    private mutating func date(_ date: SlideDate?) {
        field(date?.year)
        field(date?.month)
        field(date?.day)
        field(
            date?.time.map { time in
                [time.hour, time.minute, time.second].map { String($0, minimumDigits: 2) }.joined(
                    separator: ":")
            })
    }
}
