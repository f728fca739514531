import Diagnostics
import TimelineModel

/// The page at an entry's old address, and the page where there is nothing.
struct RedirectPage: PageSubject {
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

let redirectPlaceContext = Context<RedirectPage.Place>(
    "place of a page",
    [
        .text("id", "What stands behind the # of an address") { $0.id },
        .text("text", "What stands there") { $0.link.text },
        .text("url", "The place on the page that the page leads to") { $0.link.url },
    ])

let redirectPageContext = Context<RedirectPage>(
    "redirect page",
    pageFields() + [
        .record("target", linkContext, "Where to go on") { $0.target },
        .list("places", redirectPlaceContext, "The claims and headings there, for addresses that name one") {
            $0.places
        },
        .text("target_canonical_url", "The same as an address on the web, where base_url is set") { page in
            page.frame.site.settings.baseURL.map { $0 + percentEncoded(page.target.url) }
        },
    ])
