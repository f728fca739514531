import Diagnostics
import Templates
import TimelineModel

/// The page of a large site that names the data files of the search, for programs that copy sites.
struct SearchPage: PageSubject {
    let frame: PageFrame
}

let searchPageContext = Context<SearchPage>(
    "search page",
    pageFields() + [
        .list("files", linkContext, "All data files of the search") { page in
            let site = page.frame.site
            return (site.search?.paths(in: site) ?? []).map { Link(text: $0, url: $0) }
        }
    ])
