import Diagnostics
import TimelineModel

/// A page of the author's.
struct AuthorsPage: PageSubject {
    let page: FreePage
    let frame: PageFrame
    let notes: Notes

    init(_ page: FreePage, in site: Site) {
        self.page = page
        let summary = page.summary ?? page.body.document.firstParagraph
        frame = PageFrame(
            site: site, path: PagePath.page(page.slug.value), title: page.title.value,
            description: summary.isEmpty ? nil : summary)
        notes = Notes(page, in: site)
    }
}

let authorsPageContext = Context<AuthorsPage>(
    "author's page",
    pageFields() + [
        .markup("body", "The text") { page in
            RichTextWriter(
                site: page.frame.site, path: page.page.path, root: page.frame.root, notes: page.notes
            ).html(page.page.body)
        },
        .list("notes", noteContext, "The sources as numbered notes") { $0.notes.notes },
    ])

/// The page at an entry's old address, and the page where there is nothing.
struct SignpostPage: PageSubject {
    let frame: PageFrame
    /// Where the reader should go on.
    let target: Link
    /// Places of the target that an address may name.
    var places: [Place] = []

    struct Place: Sendable {
        var id: String
        var link: Link
    }

    /// The claims and the headings of an entry.
    static func places(of entry: Entry) -> [Place] {
        let page = PagePath.entry(entry.slug.value)
        func place(_ id: String, _ text: String) -> Place {
            Place(id: id, link: Link(text: text.isEmpty ? id : text, url: "\(page)#\(percentEncoded(id))"))
        }
        let claims = entry.claims.compactMap { claim in
            claim.anchor.map { place($0, claim.says?.document.firstParagraph ?? claim.quote?.value ?? "") }
        }
        return claims + entry.body.document.headings.map { place($0.id, $0.text) }
    }
}

let signpostPlaceContext = Context<SignpostPage.Place>(
    "place of a page",
    [
        .text("id", "What stands behind the # of an address") { $0.id },
        .text("text", "What stands there") { $0.link.text },
        .text("url", "The place on the page that the signpost leads to") { $0.link.url },
    ])

/// The page of a large site that names the data files of the search, for programs that copy sites.
struct SearchPage: PageSubject {
    let frame: PageFrame
}

let searchPageContext = Context<SearchPage>(
    "search page",
    pageFields() + [
        .list("files", linkContext, "Every data file of the search") { page in
            let site = page.frame.site
            return (site.search?.paths(in: site) ?? []).map { Link(text: $0, url: $0) }
        }
    ])

let signpostPageContext = Context<SignpostPage>(
    "signpost page",
    pageFields() + [
        .record("target", linkContext, "Where to go on") { $0.target },
        .list("places", signpostPlaceContext, "The claims and headings there, for addresses that name one") {
            $0.places
        },
        .text("target_canonical_url", "The same as an address on the web, where base_url is set") { page in
            page.frame.site.settings.baseURL.map { $0 + percentEncoded(page.target.url) }
        },
    ])
