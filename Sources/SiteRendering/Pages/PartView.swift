import Diagnostics
import EDTF
import Templates
import TimelineModel
import UTF8Text

/// A part of an entry as shown on the entry's own page.
struct PartView<Part: Sendable>: Sendable {
    var part: Part
    var page: EntryPage

    var site: Site { page.site }
}

let quantityContext = Context<PartView<Quantity>>(
    "quantity",
    [
        .text("label", "The unit that is counted") { $0.part.label },
        .text("text", "The number with its qualifier: more than 40") {
            $0.site.language.words(for: $0.part)
        },
        .list("claimed_by", linkContext, "The actors who state the number") {
            $0.site.actors($0.part.claimedBy)
        },
        .list("marks", noteMarkContext, "The marks of its numbered notes") {
            $0.page.notes.marks($0.part.sources)
        },
        .markup("note", "A note for readers") { $0.page.writer.html($0.part.note) },
    ])

let placeUseContext = Context<PartView<PlaceUse>>(
    "entry's place",
    [
        .record("place", linkContext, "The place") { $0.site.place($0.part.place) },
        .record("status", statusContext, "The status of the place; empty if it is not in doubt") {
            $0.site.status($0.part.status)
        },
        .list("claimed_by", linkContext, "The actors who say that it happened there") {
            $0.site.actors($0.part.by)
        },
        .list("marks", noteMarkContext, "The marks of its numbered notes") {
            $0.page.notes.marks($0.part.sources)
        },
        .markup("note", "A note for readers") { $0.page.writer.html($0.part.note) },
    ])

let routeLegContext = Context<PartView<RouteLeg>>(
    "route leg",
    [
        .record("from", linkContext, "The start") { $0.site.place($0.part.from) },
        .record("to", linkContext, "The end") { $0.site.place($0.part.to) },
        .text("by", "By sea, by rail, by road, by air") { view in
            view.part.by.map { view.site.language.name(of: $0) }
        },
        .record("status", statusContext, "The status of the leg; empty if it is not in doubt") {
            $0.site.status($0.part.status)
        },
        .list("claimed_by", linkContext, "The speakers") { $0.site.actors($0.part.claimedBy) },
        .list("marks", noteMarkContext, "The marks of its numbered notes") {
            $0.page.notes.marks($0.part.sources)
        },
        .markup("note", "A note for readers") { $0.page.writer.html($0.part.note) },
    ])

let mediaContext = Context<PartView<MediaItem>>(
    "media item",
    [
        .text("url", "The URL of the file, relative to the site's folder") {
            percentEncoded(PagePath.media($0.part.file.value))
        },
        .text("file", "The path of the file, relative to Content/media") { $0.part.file.value },
        .flag("is_image", "Whether it is a picture") { MediaKind(path: $0.part.file.value) == .image },
        .flag("is_audio", "Whether it is sound") { MediaKind(path: $0.part.file.value) == .audio },
        .flag("is_video", "Whether it is a film") { MediaKind(path: $0.part.file.value) == .video },
        .flag("is_other", "Whether it is another kind of file") { view in
            !view.part.file.value.isEmpty && MediaKind(path: view.part.file.value) == .other
        },
        .number("width", "The width of a picture in pixels") { $0.pictureSize?.width },
        .number("height", "The height of a picture in pixels") { $0.pictureSize?.height },
        .text("link", "The web address of an item that is a link card") {
            $0.part.url
        },
        .text("link_title", "The title of the linked page; its address if the author gives none") {
            $0.part.title ?? $0.part.url
        },
        .text("link_host", "The host of the address") { $0.part.url.map(hostName) },
        .text("alt", "A text alternative for readers who do not see it") { $0.part.alt },
        .markup("caption", "The caption") { $0.page.writer.html($0.part.caption) },
        .text("credit", "The credit") { $0.part.credit },
        .text("license", "The terms of use") { $0.part.license },
    ])

extension PartView<MediaItem> {
    fileprivate var pictureSize: PictureSize? { site.timeline.pictureSizes[part.file.value] }
}

/// Returns `example.org` for `https://www.example.org/a`; the whole address if it names no server.
private func hostName(_ address: String) -> String {
    WebAddress.shortHost(of: address).map(String.init) ?? address
}

let editorNoteContext = Context<PartView<EditorNote>>(
    "editor's note",
    [
        .markup("text", "The note") { $0.page.writer.html($0.part.text) },
        .list("marks", noteMarkContext, "The marks of its numbered notes") {
            $0.page.notes.marks($0.part.sources)
        },
    ])

let correctionContext = Context<PartView<Correction>>(
    "correction",
    [
        .record("date", dateContext, "The date of the correction") { $0.site.date($0.part.date) },
        .markup("text", "The error that was corrected") { $0.page.writer.html($0.part.text) },
    ])

let extraContext = Context<ExtraValue>(
    "extra value",
    [
        .text("name", "The key under extra; nested keys are joined by full stops") { $0.name },
        .text("text", "The value as written") { $0.text },
    ])

extension Language {
    /// Returns a quantity in words: `more than 40`, `12–15 months`, `at least 3`.
    fileprivate func words(for quantity: Quantity) -> String {
        var text =
            switch (quantity.value, quantity.min, quantity.max) {
            case (let value?, _, _): grouped(value.description)
            case (nil, let min?, let max?):
                fill(.range, ["min": grouped(min.description), "max": grouped(max.description)])
            case (nil, let min?, nil): fill(.atLeast, ["number": grouped(min.description)])
            case (nil, nil, let max?): fill(.atMost, ["number": grouped(max.description)])
            case (nil, nil, nil): ""
            }
        if let unit = quantity.unit { text = fill(.withUnit, ["number": text, "unit": unit]) }
        guard let qualifier = quantity.qualifier else { return text }
        return fill(.qualified, ["qualifier": qualifier, "number": text])
    }
}
