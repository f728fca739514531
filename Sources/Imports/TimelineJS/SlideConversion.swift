import CommonMark
import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

extension Slide {
    /// The kinds of slides: an event, the first page, a stretch of time.
    enum Kind { case event, title, era }

    /// Adds the slide to an import, or reports why it cannot be one.
    ///
    /// - Parameter content: the content of the slide, for its fingerprint.
    func add(to run: inout ImportRun, as kind: Kind, content: @autoclosure () -> [UInt8]) {
        switch kind {
        case .event: addEvent(to: &run, content: content())
        case .title: addTitle(to: &run)
        case .era: addEra(to: &run)
        }
    }

    // MARK: Events

    private func addEvent(to run: inout ImportRun, content: @autoclosure () -> [UInt8]) {
        var extra = self.extra
        var mediaExtra = media.extra
        for field in kept { run.keep(field.name, field.range) }
        let start = start.reading(in: &run, at: position)
        let end = end.isEmpty ? nil : self.end.reading(in: &run, at: position)
        let isFaulty = start == nil || !self.end.isEmpty && end == nil
        let identity = run.identity(self.identity, content: content(), at: position)
        let title = title(in: &run, keeping: &extra)
        guard !isFaulty, let start, let title,
            let written = date(start, end, in: &run, keeping: &extra)
        else {
            run.skip()
            return
        }
        let date = stated(beside: written, in: &run) ?? written
        var draft = EntryDraft(title: title, date: date, position: position, range: range, key: identity)
        if let field = displayDate,
            let words = run.plainText(field, at: position, keeping: &extra, as: "display_date")
        {
            draft.dateText = DisplayDate.words(
                words, field, of: date, in: &run, at: position, keeping: &extra)
        }
        if let group = run.plainText(group, at: position, keeping: &extra, as: "group") {
            draft.fields.append(YAMLPair("group", .text(run.group(group))))
        }
        var parts = [run.markdown(text, at: position)].compactMap(\.self)
        if let linked = linkedMedia(in: &run, adding: &parts, keeping: &mediaExtra) {
            draft.fields.append(YAMLPair("media", .list([linked.item])))
        }
        if !mediaExtra.isEmpty { extra.append(YAMLPair("media", .map(mediaExtra))) }
        if !extra.isEmpty { draft.extra = [YAMLPair("timelinejs", .map(extra))] }
        draft.body = parts.joined(separator: "\n\n")
        run.add(draft)
    }

    /// The title: the headline, or the beginning of the text or of the caption, which is reported.
    private func title(in run: inout ImportRun, keeping extra: inout [YAMLPair]) -> String? {
        if let title = run.plainText(headline, at: position, keeping: &extra, as: "headline") { return title }
        for field in [text, media.caption].compactMap(\.self) {
            let plain = HTMLMarkdown.plainText(field.text).text
            guard plain.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            let title = TitleWords.first(of: plain)
            run.report(
                .importGuess,
                "the event has no headline: its title is '\(title)', the beginning of this field",
                at: position, field)
            return title
        }
        run.report(
            .importEntry, "the event has neither a headline nor a text", at: position,
            headline?.name ?? "", headline?.range ?? range, fixIts: [Diagnostic.FixIt("add a headline")])
        return nil
    }

    /// The date in EDTF, unless somebody has changed the days beside it, which then count.
    private func stated(beside date: DateExpression, in run: inout ImportRun) -> DateExpression? {
        guard let edtf, !edtf.isBlank else { return nil }
        guard let stated = try? DateExpression(HTMLMarkdown.collapsed(edtf.text)) else {
            run.report(
                .importLeftOut, "'\(HTMLMarkdown.collapsed(edtf.text))' is no EDTF", at: position, edtf)
            return nil
        }
        let first = stated.displayEarliest.day
        let last = stated.displayLatest.day
        let end = first == nil ? last : last ?? first
        if date.displayEarliest.day == first ?? last, date.displayLatest.day == end { return stated }
        run.report(
            .importLeftOut, "\(stated.canonical) has other days than the slide, which count", at: position,
            edtf)
        return nil
    }

    private func date(
        _ start: DateParts.Reading, _ end: DateParts.Reading?, in run: inout ImportRun,
        keeping extra: inout [YAMLPair]
    ) -> DateExpression? {
        var text = start.date
        var isTimeWritten = false
        if let end, end.date != start.date {
            text += "/" + end.date
        } else if let clock = start.clock, end == nil, start.date.utf8.count >= 10 {
            text += "T" + clock
            isTimeWritten = true
        }
        keepTime(start, self.start, isTimeWritten, "start_time", in: &run, keeping: &extra)
        let endTime = end ?? DateParts.Reading(date: "", hasTime: self.end.time.contains { !$0.isBlank })
        keepTime(endTime, self.end, false, "end_time", in: &run, keeping: &extra)
        do throws(DateSyntaxError) { return try DateExpression(text) } catch {
            let range = self.end.range.isEmpty ? self.start.range : self.end.range
            run.report(
                .importDate, "\(text) is no date: \(error.message)", at: position, self.end.year?.name ?? "",
                range)
            return nil
        }
    }

    /// Keeps a time of day for which the date has no room: EDTF has times only of single days, to the second.
    private func keepTime(
        _ reading: DateParts.Reading, _ parts: DateParts, _ isWritten: Bool, _ name: String,
        in run: inout ImportRun,
        keeping extra: inout [YAMLPair]
    ) {
        guard reading.hasTime, !isWritten, let first = parts.time.first(where: { !$0.isBlank }) else {
            return
        }
        let written = parts.time.map { HTMLMarkdown.collapsed($0.text) }
        extra.append(YAMLPair(name, .text(written.filter { !$0.isEmpty }.joined(separator: ":"))))
        run.keep(first.name, first.range)
    }

    // MARK: Media

    /// The media at an address on the web; what is no address goes into the body.
    private func linkedMedia(
        in run: inout ImportRun, adding parts: inout [String], keeping extra: inout [YAMLPair]
    ) -> LinkedMedia? {
        if media.isEmpty { return nil }
        let address = mediaAddress(in: &run, adding: &parts, keeping: &extra)
        let caption = run.markdown(media.caption, at: position).map(Self.inline)
        guard let address else {
            if let caption { parts.append(caption) }
            for (key, field) in [("credit", media.credit), ("alt", media.alt), ("title", media.title)] {
                guard let field,
                    let text = run.plainText(field, at: position, keeping: &extra, as: key + "_html")
                else { continue }
                extra.append(YAMLPair(key, .text(text)))
                run.keep(field.name, field.range)
            }
            return nil
        }
        return LinkedMedia(
            address: address, title: run.plainText(media.title, at: position, keeping: &extra, as: "title"),
            alt: run.plainText(media.alt, at: position, keeping: &extra, as: "alt"), caption: caption,
            credit: run.plainText(media.credit, at: position, keeping: &extra, as: "credit"))
    }

    private func mediaAddress(
        in run: inout ImportRun, adding parts: inout [String], keeping extra: inout [YAMLPair]
    ) -> String? {
        guard let url = media.url, !url.isBlank else { return nil }
        let address = LinkAddress(url.text)
        if let usable = address.usable {
            if address.isCompleted {
                run.report(.importChanged, "'\(address.written)' is written with https", at: position, url)
            }
            return usable
        }
        if url.text.utf8.contains(UInt8(ascii: "<")) {
            if let text = run.markdown(url, at: position) { parts.append(text) }
            return nil
        }
        run.report(
            .importChanged, "'\(address.written)' is no address of the web; it is kept below extra",
            at: position, url)
        extra.append(YAMLPair("url", .text(run.cleaned(url, at: position))))
        return nil
    }

    /// Markdown on one line, for a key with inline Markdown.
    private static func inline(_ markdown: String) -> String {
        markdown.replacing("\\\n", with: " ").parts(between: "\n").filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    // MARK: The timeline as a whole

    private func addTitle(to run: inout ImportRun) {
        var extra: [YAMLPair] = []
        var mediaExtra: [YAMLPair] = []
        run.settings.title = headline ?? text
        run.settings.titleText = run.plainText(headline, at: position, keeping: &extra, as: "headline")
        let body = run.markdown(text, at: position)
        if run.settings.titleText == nil, let text, !text.isBlank {
            let title = TitleWords.first(of: HTMLMarkdown.plainText(text.text).text)
            if !title.isEmpty {
                run.settings.titleText = title
                run.report(
                    .importGuess,
                    "the timeline has no headline: its title is '\(title)', the beginning of this field",
                    at: position, text)
            }
        }
        var parts = [body].compactMap(\.self)
        if let linked = linkedMedia(in: &run, adding: &parts, keeping: &mediaExtra) {
            parts += linked.paragraphs
        }
        if let text, let plain = HTMLMarkdown.plainText(text.text).text.nonEmpty {
            let description = TitleWords.first(of: plain, most: 300)
            run.settings.keys.append(YAMLPair("description", .text(description)))
            // A page that says the same once more helps nobody.
            if parts == [markdownText(description)] { parts = [] }
        }
        run.settings.introduction = parts.joined(separator: "\n\n")
        run.settings.introductionRange = range
        for field in kept + (extra + mediaExtra).map({ ($0.key, range) }) {
            run.report(
                .importLeftOut, "the first page has no room for it", at: position, field.name, field.range)
        }
        if !start.isEmpty {
            run.report(
                .importLeftOut, "the date of the title", at: position, start.year?.name ?? "", start.range)
        }
    }

    private func addEra(to run: inout ImportRun) {
        var extra: [YAMLPair] = []
        guard let start = start.reading(in: &run, at: position) else { return run.skip() }
        let end = self.end.isEmpty ? nil : self.end.reading(in: &run, at: position)
        if !self.end.isEmpty, end == nil { return run.skip() }
        guard let name = run.plainText(headline, at: position, keeping: &extra, as: "headline") else {
            run.report(
                .importEntry, "the era has no name", at: position, headline?.name ?? "",
                headline?.range ?? range,
                fixIts: [Diagnostic.FixIt("add a headline")])
            return run.skip()
        }
        guard let date = date(start, end, in: &run, keeping: &extra) else { return run.skip() }
        run.settings.eras.append(NewSettings.Era(name: name, date: date.canonical, range: range))
        let rest = [text, displayDate, group, media.url, media.caption, media.credit].compactMap(\.self)
        for field in rest where !field.isBlank {
            run.report(.importLeftOut, "an era has a name and a date only", at: position, field)
        }
        for field in kept + extra.map({ ($0.key, range) }) {
            run.report(
                .importLeftOut, "an era has a name and a date only", at: position, field.name, field.range)
        }
    }
}

extension String {
    /// The text; nil if it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
