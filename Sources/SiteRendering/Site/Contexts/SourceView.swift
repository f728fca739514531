import EDTF
import Templates
import TimelineModel

/// A source as shown on pages. It is shared and never copied, since a source has twenty fields and appears in several
/// lists.
final class SourceView: Sendable {
    let source: Source
    let language: Language
    /// A short name for lists: the publisher and the date.
    let label: String
    /// The URL of its page; nil for a source written within an entry.
    let pageURL: String?

    init(source: Source, language: Language) {
        self.source = source
        self.language = language
        pageURL = source.isRegistered ? PagePath.item(.sources, source.id) : nil
        let name = source.publisher ?? source.title ?? source.id
        guard let date = source.date else {
            label = name.isolated
            return
        }
        let words = date.value.text(in: language.dates)
        label = language.fill(.sourceLabel, ["publisher": name, "date": words])
    }
}

let sourceContext = Context<SourceView>(
    "source",
    [
        .text("id", "The id in sources.yml; a generated id for a source written in an entry") {
            $0.source.id
        },
        .text("label", "A short name: publisher and date") { $0.label },
        .text("title", "The publication's title") { $0.source.title },
        .text("publisher", "The publisher") { $0.source.publisher },
        .text("agency", "The news agency whose report was published") { $0.source.agency },
        .text("author", "The author") { $0.source.author },
        .record("date", dateContext, "The date of publication") { $0.language.date($0.source.date) },
        .text("url", "The web address of the source") { $0.source.url },
        .text("archive_url", "The web address of an archived copy") { $0.source.archiveURL },
        .record("accessed", dateContext, "The day on which the address last worked") {
            $0.language.date($0.source.accessed)
        },
        .text("language", "The language (BCP 47)") { $0.source.language },
        .text("kind", "news, report, book …") { $0.source.kind },
        .text("note", "A note for readers") { $0.source.note },
        .text("page_url", "The page of the source; empty for a source written in an entry") {
            $0.pageURL
        },
    ])

extension Site {
    /// Returns the sources that an entry names, without duplicates.
    func sources(of number: Int) -> RecordList<SourceView> { sources(at: timeline.names.sources[number]) }

    /// Returns the sources that published a claim, without duplicates.
    func sources(of key: ClaimKey) -> RecordList<SourceView> { sources(at: timeline.names.sources(of: key)) }

    /// Returns sources without duplicates, in the order in which they are named.
    private func sources(at slots: SlotLists.Slots) -> RecordList<SourceView> {
        if slots.count < 2 { return RecordList(slots.map { source(at: $0) }) }
        var seen: Set<Int> = []
        return RecordList(slots.compactMap { seen.insert($0).inserted ? source(at: $0) : nil })
    }
}
