import Diagnostics
import Templates
import TimelineModel
import UTF8Text

/// The properties that every page has: its path, and the content of its head. It is shared and never copied, since
/// all parts of a page use it.
final class PageFrame: Sendable {
    let site: Site
    /// The page's path below the output folder.
    let path: String
    /// The relative path from the page to the site's root. For the "not found" page, which servers show at any
    /// address, it is the absolute path of the site on its host.
    let root: String
    let title: String
    let description: String?
    /// The type of the page in the Open Graph protocol.
    let type: String
    /// The section of the navigation that the page belongs to; nil if it belongs to none.
    let section: String?
    /// Whether the page asks search engines to ignore it.
    let isHidden: Bool
    /// The card that social networks show with a link to the page; nil if it has none.
    let card: CardView?
    /// The page's absolute URL; nil if the site's base URL is unknown, and for hidden pages.
    let canonicalURL: String?

    /// - Parameter root: the path to the site's root, if the page is shown elsewhere than at its path.
    init(
        site: Site, path: String, title: String, description: String? = nil, type: String = "website",
        section: String? = nil, card: CardView? = nil, isHidden: Bool = false, root: String? = nil
    ) {
        self.site = site
        self.path = path
        self.title = title
        self.description = description
        self.type = type
        self.section = section
        self.card = card
        self.isHidden = isHidden
        // Servers show the "not found" page at any depth, so its root is an absolute path.
        self.root =
            root
            ?? (path == PagePath.notFound
                ? Self.folder(of: site.settings.baseURL) : PagePath.root(of: path))
        canonicalURL =
            isHidden
            ? nil : site.settings.baseURL.map { $0 + percentEncoded(path == PagePath.home ? "" : path) }
    }

    /// Returns the path of a URL, without the host: `/story/` for `https://example.org/story/`.
    static func folder(of baseURL: String?) -> String {
        let parts = (baseURL ?? "").parts(between: "/", atMost: 4)
        return parts.count > 3 ? "/" + parts[3] : "/"
    }
}

let wordsContext = Context<Language>(
    "words",
    Word.allCases.map { word in
        .text(snakeCase(word.rawValue), "The text: \(Language.english[word])") { $0[word] }.fixed
    })

/// Returns a name in the form that templates use: `skip_to_content` for `skipToContent`.
private func snakeCase(_ name: String) -> String {
    var snake = ""
    for character in name {
        if character.isUppercase { snake += "_" }
        snake += character.lowercased()
    }
    return snake
}

let siteContext = Context<PageFrame>(
    "site",
    [
        .text("title", "The site's title") { $0.site.settings.title }.fixed,
        .text("subtitle", "The line below the title") { $0.site.settings.subtitle }.fixed,
        .text("description", "The description of the site") { $0.site.settings.description }.fixed,
        .text("language", "The site's language (BCP 47)") { $0.site.settings.language }.fixed,
        .text("direction", "ltr or rtl") { $0.site.settings.direction.rawValue }.fixed,
        .text("author", "The authors of the site") { $0.site.settings.author }.fixed,
        .text("publisher", "The publisher of the site") { $0.site.settings.publisher }.fixed,
        .text("license", "The terms under which the site's texts may be used") { $0.site.settings.license }
            .fixed,
        .text("base_url", "The address of the site, with a slash at its end") { $0.site.settings.baseURL }
            .fixed,
        .text("as_of", "The day up to which the story is told, in words") { frame in
            frame.site.timeline.asOf.map { frame.site.words(for: $0) }
        }.fixed,
        .text("known_on", "In a view of an earlier day: a sentence that names the day") { frame in
            frame.site.settings.knownOn.map {
                frame.site.language.fill(.knownOn, ["date": frame.site.words(for: $0)])
            }
        }.fixed,
        .text("whole_url", "In such a view: the address of the whole site, if it is known") { frame in
            frame.site.settings.knownOn.flatMap { _ in frame.site.settings.wholeURL }
        }.fixed,
        .text("entry_count", "The number of entries, in words: 48 entries") {
            $0.site.language.entries($0.site.timeline.entries.count)
        }.fixed,
        .flag("has_search", "Whether the site has filters and search") { $0.site.settings.hasSearch }
            .fixed,
        .text("style_url", "The style sheet; its name changes with its content") {
            $0.site.sharedFiles.stylePath
        }.fixed,
        .text("script_url", "The script; its name changes with its content") {
            $0.site.sharedFiles.scriptPath
        }.fixed,
        .text("search_url", "The file that lists the search data; its name changes with its content") {
            $0.site.search?.directoryPath(of: $0.site)
        },
        .list(
            "search_files", linkContext,
            "The files of the search data, for programs that copy what pages refer to"
        ) {
            $0.site.searchFiles
        },
        .text(
            "day_field",
            "Where readers can pick a day to see what was known: the type of the field, date or text"
        ) { $0.site.dayField },
        .text("search_page", "The page that lists them, if there are too many") { frame in
            frame.site.search.flatMap { $0.hasPage(in: frame.site) ? PagePath.search : nil }
        },
        .list("feeds", feedContext, "The feeds of all entries, and that of changes") { $0.site.feeds }.fixed,
        .list("downloads", linkContext, "The feeds and the files for other programs, for the first page") {
            $0.site.downloads
        }.fixed,
        .list(
            "sections", linkContext,
            "Links to the lists of periods, groups, actors and so on, to the map, and to how the story became known"
        ) {
            $0.sections
        }.fixed,
        .list(
            "pages", linkContext,
            "The author's own pages; if there are many, the first ones and then the list of all"
        ) { $0.pages },
    ])

/// Returns the fields that the context of every kind of page includes.
func pageFields<Subject: PageSubject>() -> [ContextField<Subject>] {
    [
        .text("root", "The relative path to the site's folder: write it before every url of the site") {
            $0.frame.root
        }.root,
        .text("path", "The path of the page, relative to the site's folder") { $0.frame.path },
        .text("title", "The page's title") { $0.frame.title },
        .text("head_title", "The title for the browser: that of the page and that of the site") {
            $0.frame.headTitle
        },
        .text("description", "The description of the page, for search engines and cards") {
            $0.frame.description ?? $0.frame.site.settings.description
        },
        .text("canonical_url", "The web address of the page, if base_url is set") {
            $0.frame.canonicalURL
        },
        .record("card", cardContext, "The card for link previews; empty if there is none") { $0.frame.card },
        .text("type", "The Open Graph type of the page: website or article") { $0.frame.type }.fixed,
        .text("content_security_policy", "The content security policy, for <meta http-equiv>") { _ in
            contentSecurityPolicy
        }.fixed,
        .flag("is_home", "Whether it is the first page") { $0.frame.path == PagePath.home }.fixed,
        .flag("is_hidden", "Whether search engines should leave the page out") { $0.frame.isHidden }
            .fixed,
        .record("site", siteContext, "The site") { $0.frame }.fixed,
        .record("words", wordsContext, "The fixed texts of the interface") { $0.frame.site.language }.fixed,
    ]
}

extension PageFrame {
    /// The content of the `<title>` element.
    var headTitle: String {
        let site = self.site.settings.title
        if path == PagePath.home || path == PagePath.embed { return site }
        return self.site.language.fill(.pageTitle, ["title": title, "site": site])
    }

    /// The links of the navigation, with the current one marked.
    fileprivate var sections: [Link] {
        var links = site.sectionLinks.map { kind, link in
            var link = link
            link.isCurrent = section == kind.folder
            return link
        }
        if site.maps != nil {
            links.append(Link(text: site.language[.map], url: PagePath.map, isCurrent: path == PagePath.map))
        }
        if site.reporting != nil {
            links.append(
                Link(
                    text: site.language[.howItBecameKnown], url: PagePath.known(),
                    isCurrent: section == PagePath.knownFolder))
        }
        return links.separated
    }

    /// The links to the author's pages, or to the first of them and their index.
    fileprivate var pages: [Link] {
        let pages = site.timeline.pages
        var links = pages.prefix(site.hasPageIndex ? Site.mostPageLinks : pages.count).map { page in
            let url = PagePath.page(page.slug.value)
            return Link(text: page.title.value, url: url, isCurrent: url == path)
        }
        if site.hasPageIndex {
            links.append(
                Link(
                    text: site.language[.allPages], url: PagePath.allPages,
                    isCurrent: path == PagePath.allPages))
        }
        return links.separated
    }
}
