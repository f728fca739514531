import EDTF
import TimelineModel
import UTF8Text

/// An entry as a slide of TimelineJS3.
struct Slide {
    let number: Int
    let entry: Entry
    let site: ExportedSite
    /// The first day, and the last one if the slide has two dates.
    let start: SlideDate
    let end: SlideDate?
    /// The date in words, if the dates above would say something else: TimelineJS3 shows them as days.
    let displayDate: String?

    /// The astronomical years that TimelineJS3 draws. A single earlier one makes all slides lose their months and days.
    static let years = -271_819...275_759

    /// - Returns: nil if the date has no day, or none in ``years``.
    init?(_ number: Int, _ site: ExportedSite) {
        entry = site.timeline.entries[number]
        let date = entry.date.expression
        guard let span = SlideDate.span(of: date) else { return nil }
        self.number = number
        self.site = site
        (start, end) = span
        let isPlain = date.htmlDateTime != nil && end == nil && start.year > 0
        displayDate = isPlain && entry.date.wording == nil ? nil : site.texts.dateWords(ofEntry: number)
    }

    /// The text in HTML: what the entry says, its status, and the link to its page.
    var text: [UInt8] {
        var html = OutputBuffer(capacity: 4 << 10)
        if let summary = entry.summary {
            html.append(literal: "<p>")
            html.append(escaping: summary)
            html.append(literal: "</p>")
        }
        if let body = site.texts.html(entry.body, ofEntry: number) { html.append(bytes: body) }
        html.append(literal: "<p>")
        html.append(escaping: site.texts.statusWords(ofEntry: number))
        if let url = site.address(ofEntry: number) {
            html.append(literal: " · <a href=\"")
            html.append(escaping: url)
            html.append(literal: "\">")
            html.append(escaping: url)
            html.append(literal: "</a>")
        }
        html.append(literal: "</p>")
        return html.bytes
    }

    /// The first picture, sound or film; TimelineJS3 shows one.
    var media: (item: MediaItem, url: String)? {
        guard let item = entry.media.first else { return nil }
        let file = "media/" + item.file.value
        return (item, item.file.value.isEmpty ? item.url ?? "" : site.address(file) ?? percentEncoded(file))
    }

    /// The caption of the media in HTML.
    var caption: [UInt8]? { media.flatMap { site.texts.html($0.item.caption, ofEntry: number) } }

    var group: String? { entry.group.flatMap { site.names([$0], site.timeline.groups).first } }
}

extension ExportedSite {
    /// Calls a closure with each slide and its text.
    func forEachSlide(_ body: (Slide, [UInt8]) -> Void) {
        for number in timeline.entries.indices {
            guard let slide = Slide(number, self) else { continue }
            body(slide, slide.text)
        }
    }
}

/// A date of TimelineJS3.
struct SlideDate: Equatable {
    /// The year as TimelineJS3 counts: -1 is the year before 1.
    let year: Int
    let month: Int
    let day: Int
    var time: CalendarDateTime?

    init(_ day: CalendarDay) {
        year = day.year > 0 ? day.year : day.year - 1
        month = day.month
        self.day = day.day
    }

    /// Returns the dates of a slide. TimelineJS3 drops an end whose parts are those of the start, so that both have
    /// month and day; an open or unknown end is none.
    ///
    /// - Returns: nil if the date has no day within ``Slide/years``.
    static func span(of date: DateExpression) -> (start: SlideDate, end: SlideDate?)? {
        let first = date.displayEarliest.day
        let last = date.displayLatest.day
        guard let day = first ?? last, Slide.years.contains(day.year) else { return nil }
        var start = SlideDate(day)
        if case .dateTime(let time) = date.value { start.time = time }
        guard first != nil, let last, last != day, Slide.years.contains(last.year) else {
            return (start, nil)
        }
        return (start, SlideDate(last))
    }
}
