import Templates
import TimelineModel

/// The page of what publications changed.
struct ChangesPage: PageSubject {
    let frame: PageFrame

    init(_ site: Site) {
        frame = PageFrame(
            site: site, path: PagePath.changes, title: site.language[.changes],
            description: site.language.fill(.changesDescription, ["title": site.settings.title]))
    }
}

let changesPageContext = Context<ChangesPage>(
    "changes page",
    pageFields() + [
        .list("days", changeDayContext, "The days with changes, the latest first") {
            $0.frame.site.changeDays
        },
        .text("feed_url", "The feed of changes, relative to the site's folder; empty without base_url") {
            $0.frame.site.settings.baseURL == nil ? nil : PagePath.changeFeed
        },
    ])
