import EDTF
import TimelineModel
import UTF8Text

/// An entry that an import is about to write.
struct EntryDraft {
    var title: String
    var date: DateExpression
    /// The position of the event, and its range in the file.
    var position: SourcePosition
    var range: Range<Int>
    /// What distinguishes the event from all others of its file.
    var key: String
    var dateText: String?
    var status = Status.unrated.rawValue
    /// Further keys of the content format with their values, in its order.
    var fields: [YAMLPair] = []
    /// What has no key of its own.
    var extra: [YAMLPair] = []
    /// The body in Markdown.
    var body = ""
    /// The slug that the file states; nil to derive one from the date and the title.
    var slug: String?
    /// The path of the entry's file below `Content`, if the file states it.
    var path: String?

    /// The text of the entry's file. It states where the entry comes from, so that a second import knows it.
    func text(importedFrom file: String) -> String {
        var front = FrontMatterText()
        front.add("title", text: title)
        front.add("date", .date(date.canonical))
        front.add("date_text", text: dateText)
        front.add("status", text: status)
        for field in fields { front.add(field.key, field.value) }
        if let slug, let path, !path.ends(with: "/" + slug + ".md") { front.add("slug", text: slug) }
        let origin = YAMLPair(
            ImportOrigin.key, .map([YAMLPair("from", .text(file)), YAMLPair("key", .text(key))]))
        front.add("extra", .map([origin] + extra.filter { !$0.key.isWritten(as: ImportOrigin.key) }))
        return front.file(body: body.isEmpty || body.ends(with: "\n") ? body : body + "\n")
    }
}
