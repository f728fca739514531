import CommonMark
import Diagnostics
import Templates
import TimelineModel

/// A page that the site's author has written, such as a methodology.
struct AuthorsPage: PageSubject {
    let page: FreePage
    let frame: PageFrame
    let notes: Notes

    init(_ page: FreePage, in site: Site) {
        self.page = page
        let summary = page.summary ?? page.body.firstParagraph
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
        .flag(
            "leaves_out_text",
            "In a view of an earlier day: whether the text is left out, since it rests on what was said later"
        ) {
            $0.page.leavesOutText
        },
        .list("notes", noteContext, "The sources, as numbered notes") { $0.notes.notes },
    ])
