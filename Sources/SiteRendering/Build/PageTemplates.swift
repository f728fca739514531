import Diagnostics
import SiteOutput
import Templates
import TimelineModel
import UTF8Text

/// A kind of page: the name of its template and the context that the template may use.
///
/// The reference for theme authors is generated from the list of all kinds. It is a class since each planned page holds
/// its kind.
final class PageKind<Subject: PageSubject>: Sendable {
    /// The template's name, without extension.
    let template: String
    /// The fields that the template may name.
    let context: Context<Subject>
    /// Whether the sitemap lists such pages.
    let isListed: Bool

    init(template: String, context: Context<Subject>, isListed: Bool = true) {
        self.template = template
        self.context = context
        self.isListed = isListed
    }
}

/// All kinds of pages of a site.
enum PageKinds {
    static let home = PageKind(template: "home", context: homePageContext)
    static let entry = PageKind(template: "entry", context: entryPageContext)
    /// An entry in feeds, which is part of a file and no page.
    static let syndicated = PageKind(template: "syndicated", context: entryPageContext, isListed: false)
    static let embed = PageKind(template: "embed", context: embedPageContext, isListed: false)
    /// Entries for pages of other sites that take neither frames nor scripts; part of such a page.
    static let embedFragment = PageKind(
        template: "embed-fragment", context: embedPageContext, isListed: false)
    static let list = PageKind(template: "list", context: listPageContext)
    static let index = PageKind(template: "index", context: indexPageContext)
    static let actor = PageKind(template: "actor", context: actorPageContext)
    static let place = PageKind(template: "place", context: placePageContext)
    static let map = PageKind(template: "map", context: mapPageContext)
    static let known = PageKind(template: "known", context: knownPageContext)
    /// A view of the site on an earlier day. It says nothing that other pages do not, so the sitemap leaves it out.
    static let earlierDay = PageKind(
        template: "earlier-day", context: earlierDayContext, isListed: false)
    /// An entry as it could have stood on an earlier day, which is part of a data file and no page.
    static let entryState = PageKind(
        template: "entry-state", context: entryStateContext, isListed: false)
    static let source = PageKind(template: "source", context: sourcePageContext)
    static let authors = PageKind(template: "page", context: authorsPageContext)
    static let notFound = PageKind(template: "not-found", context: redirectPageContext, isListed: false)
    static let changes = PageKind(template: "changes", context: changesPageContext)
    static let search = PageKind(template: "search", context: searchPageContext, isListed: false)
    static let moved = PageKind(template: "moved", context: redirectPageContext, isListed: false)

    /// Every page template with the shape of its context.
    static let all: [(name: String, shape: Shape)] = [
        shape(home), shape(entry), shape(syndicated), shape(embed), shape(embedFragment), shape(list),
        shape(index), shape(actor), shape(place),
        shape(map), shape(known), shape(earlierDay), shape(entryState),
        shape(source), shape(authors), shape(changes), shape(notFound), shape(search), shape(moved),
    ]

    private static func shape<Subject>(_ kind: PageKind<Subject>) -> (name: String, shape: Shape) {
        (kind.template, kind.context.shape)
    }
}

/// The compiled templates of a theme.
struct PageTemplates: Sendable {
    /// The templates by name.
    fileprivate let templates: [String: Template]

    /// Compiles the templates of a theme for every kind of page.
    ///
    /// - Returns: nil `templates` if one of them has an error.
    static func compile(_ theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        let compiled = TemplateCompiler(templates: theme.templates).compile(PageKinds.all)
        guard !compiled.diagnostics.containsErrors else { return (nil, compiled.diagnostics) }
        return (PageTemplates(templates: compiled.templates), compiled.diagnostics)
    }
}

/// The templates for one site's plan, with constant values folded into their text.
struct FoldedTemplates {
    private let templates: PageTemplates
    private let site: Site
    /// The folded templates by page folder with its relative path to the root, and by template name.
    private var folded: [String: [String: Template]] = [:]
    /// The numbers of sections, shared by all templates.
    private var numbers = SectionNumbers()

    init(_ templates: PageTemplates, for site: Site) {
        self.templates = templates
        self.site = site
    }

    /// Returns a planned page.
    ///
    /// - Parameters:
    ///   - origin: the location that determines the page's address, for diagnostics.
    ///   - isEmpty: whether the page has no content worth finding; the sitemap then omits it.
    mutating func file<Subject>(
        _ kind: PageKind<Subject>, at path: String, of origin: SourceLocation, isEmpty: Bool = false,
        _ subject: @escaping @Sendable (Site) -> Subject
    ) -> PlannedFile {
        pages(kind, beside: path, subject).file(at: path, of: origin, isEmpty: isEmpty, subject)
    }

    /// Returns what the pages of one kind in one folder share.
    ///
    /// - Parameters:
    ///   - path: the path of one of the pages.
    ///   - subject: creates the subject of that page.
    mutating func pages<Subject>(
        _ kind: PageKind<Subject>, beside path: String, _ subject: (Site) -> Subject
    ) -> FolderPages<Subject> {
        FolderPages(kind: kind, template: template(kind, at: path, subject))
    }

    /// Returns a page's template with constant values folded into its text. All pages in one top-level folder with the
    /// same relative path to the root share it; it is folded for the first of them.
    ///
    /// - Parameter subject: creates the page's subject, whose constants are folded.
    /// - Returns: nil if the theme has no such template.
    private mutating func template<Subject>(
        _ kind: PageKind<Subject>, at path: String, _ subject: (Site) -> Subject
    ) -> Template? {
        let folder = path.prefix(upTo: path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
        let key = String(folder) + PagePath.root(of: path)
        if let known = folded[key]?[kind.template] { return known }
        guard let template = templates.templates[kind.template] else { return nil }
        let made = template.folded(for: kind.context.record(subject(site)), &numbers)
        folded[key, default: [:]][kind.template] = made
        return made
    }
}

/// What the pages of one kind in one folder share.
struct FolderPages<Subject: PageSubject>: Sendable {
    fileprivate let kind: PageKind<Subject>
    /// The folded template; nil if the theme has none.
    fileprivate let template: Template?

    /// Returns a planned page. Its subject is created when the page is rendered, so that no more subjects exist at
    /// once than threads render. The parameters are those of ``FoldedTemplates/file(_:at:of:isEmpty:_:)``.
    func file(
        at path: String, of origin: SourceLocation, isEmpty: Bool = false,
        _ subject: @escaping @Sendable (Site) -> Subject
    ) -> PlannedFile {
        PlannedFile(
            path, of: origin.path, at: origin.range,
            .rendered { site, output throws(RenderingFailure) in
                let start = output.count
                try write(subject(site), at: path, in: site, to: &output)
                output.leaveOutUnusedSymbols(from: start)
            }, isListed: kind.isListed && !isEmpty)
    }

    /// Appends the page of a subject.
    ///
    /// - Parameter path: the path of the file, for diagnostics.
    func write(
        _ subject: Subject, at path: String, in site: Site, to output: inout OutputBuffer
    ) throws(RenderingFailure) {
        if let overflow = template?.render(kind.context.record(subject), into: &output, site.fragments) {
            throw overflow.failure(of: path, by: kind.template)
        }
    }
}

extension PageOverflow {
    /// Returns the error for a page that exceeds its limits, located at the section that was being written.
    fileprivate func failure(of path: String, by template: String) -> RenderingFailure {
        let summary = "'\(path)' grows without end here"
        let location = section ?? SourceLocation(Theme.folder + "/" + template + ".mustache")
        let mistake = Diagnostic(
            .templatePageTooLarge, summary, at: location,
            fixIts: [
                Diagnostic.FixIt(
                    "repeat no list within itself; paginate_by: and page_size: make pages shorter")
            ])
        return RenderingFailure(mistake)
    }
}
