import Diagnostics
import EDTF
import Templates
import TimelineModel
import UTF8Text

/// A page about one item: an actor, a place or a source.
protocol ThingPage: PageSubject {
    /// The entries that the page shows.
    var entries: EntryPart { get }
}

extension ThingPage {
    var site: Site { frame.site }

    /// Returns a Markdown text from a data file as HTML paragraphs; nil if the text is nil or empty.
    ///
    /// - Parameter file: the path of the data file; links in the text are relative to it.
    func paragraphs(_ text: RichText?, in file: String) -> [UInt8]? {
        RichTextWriter(site: site, path: file, root: frame.root, notes: nil).paragraphs(text)
    }
}

extension Site {
    /// Returns claims for a page, by the date on which they were said, in reading order.
    func views(_ keys: some Sequence<ClaimKey>, _ frame: PageFrame) -> [ClaimView] {
        let said = keys.map { (date: claims.saidKey(of: $0), key: $0) }
        let sorted = said.sorted { left, right in
            if left.date != right.date { return left.date < right.date }
            return left.key < right.key
        }
        return reading(sorted).map { ClaimView(key: $0.key, site: self, root: frame.root, notes: nil) }
    }
}

/// Returns the fields that the pages of actors, places and sources share.
func thingFields<Subject: ThingPage>() -> [ContextField<Subject>] {
    [
        .text("count", "On the first page: the total number of entries, in words") { page in
            guard (page.entries.pager?.index ?? 0) == 0 else { return nil }
            return page.site.language.entries(
                page.site.index.entryCount(page.entries.kind, page.entries.id))
        },
        .text("filter_url", "The URL of the home page filtered to these entries, which requires the script") {
            page in
            page.site.filterURL(page.entries.kind, page.entries.id)
        },
        .list("sections", entrySectionContext, "The entries by period") {
            $0.site.sections($0.entries.numbers, isBrief: $0.site.isLong)
        },
        .record("pager", pagerContext, "The other parts of a long list") { $0.entries.pager },
    ]
}
