import CommonMark
import Diagnostics
import Templates
import TimelineModel
import UTF8Text

/// The page at an entry's old address, and the "not found" page.
struct RedirectPage: PageSubject {
    let frame: PageFrame
    /// The page where the reader should continue.
    let target: Link
    /// The locations within the target that the fragment of an old address may name.
    var anchors: [Anchor] = []

    /// A location within a page.
    struct Anchor: Sendable {
        /// The fragment without its `#`.
        var id: String
        var link: Link
    }

    /// Returns the claims and headings of an entry.
    static func anchors(of entry: Entry) -> [Anchor] {
        let page = PagePath.entry(entry.slug.value)
        func anchor(_ id: String, _ text: String) -> Anchor {
            Anchor(id: id, link: Link(text: text.isEmpty ? id : text, url: "\(page)#\(percentEncoded(id))"))
        }
        let claims = entry.claims.compactMap { claim in
            claim.anchor.map { anchor($0, claim.says?.firstParagraph ?? claim.quote?.value ?? "") }
        }
        return claims + entry.body.headings.map { anchor($0.id, $0.text) }
    }
}

let redirectAnchorContext = Context<RedirectPage.Anchor>(
    "place of a page",
    [
        .text("id", "The fragment of an address, after its #") { $0.id },
        .text("text", "The text of that section") { $0.link.text },
        .text("url", "The address of the section that the page redirects to") { $0.link.url },
    ])

let redirectPageContext = Context<RedirectPage>(
    "redirect page",
    pageFields() + [
        .record("target", linkContext, "Further links") { $0.target },
        .list(
            "places", redirectAnchorContext,
            "The claims and headings of the target page, for addresses with a fragment"
        ) {
            $0.anchors
        },
        .text("target_canonical_url", "The web address of the target, if base_url is set") { page in
            page.frame.site.settings.baseURL.map { $0 + percentEncoded(page.target.url) }
        },
    ])
