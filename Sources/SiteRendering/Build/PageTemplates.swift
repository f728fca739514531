import Diagnostics
import TimelineModel

/// One kind of page: the name of its template, and what the template may name.
///
/// The list of all kinds is what the reference for theme authors is made of.
struct PageKind<Subject: PageSubject>: Sendable {
    let template: String
    let context: Context<Subject>
    /// False where search engines are not to know of such pages.
    let isListed: Bool

    init(template: String, context: Context<Subject>, isListed: Bool = true) {
        self.template = template
        self.context = context
        self.isListed = isListed
    }
}

enum PageKinds {
    static let home = PageKind(template: "home", context: homePageContext)
    static let entry = PageKind(template: "entry", context: entryPageContext)
    static let list = PageKind(template: "list", context: listPageContext)
    static let index = PageKind(template: "index", context: indexPageContext)
    static let actor = PageKind(template: "actor", context: actorPageContext)
    static let place = PageKind(template: "place", context: placePageContext)
    static let map = PageKind(template: "map", context: mapPageContext)
    static let source = PageKind(template: "source", context: sourcePageContext)
    static let authors = PageKind(template: "page", context: authorsPageContext)
    static let notFound = PageKind(template: "not-found", context: redirectPageContext, isListed: false)
    static let search = PageKind(template: "search", context: searchPageContext, isListed: false)
    static let moved = PageKind(template: "moved", context: redirectPageContext, isListed: false)

    /// Every template that a page is made with, and the shape of what it may name.
    static let all: [(name: String, shape: Shape)] = [
        shape(home), shape(entry), shape(list), shape(index), shape(actor), shape(place), shape(map),
        shape(source), shape(authors), shape(notFound), shape(search), shape(moved),
    ]

    private static func shape<Subject>(_ kind: PageKind<Subject>) -> (name: String, shape: Shape) {
        (kind.template, kind.context.shape)
    }
}

/// The templates of a site, compiled.
struct PageTemplates: Sendable {
    fileprivate let templates: [String: Template]

    /// Compiles the templates of a theme for every kind of page; nil where one of them is wrong.
    static func compile(_ theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        let compiled = TemplateCompiler(templates: theme.templates).compile(PageKinds.all)
        guard !compiled.diagnostics.containsErrors else { return (nil, compiled.diagnostics) }
        return (PageTemplates(templates: compiled.templates), compiled.diagnostics)
    }
}

/// The templates of one site's plan, with what is fixed in it written into them.
struct FoldedTemplates {
    private let templates: PageTemplates
    private let site: Site
    /// By the folder and its way up, and by name.
    private var folded: [String: [String: Template]] = [:]
    private var numbers = SectionNumbers()

    init(_ templates: PageTemplates, for site: Site) {
        self.templates = templates
        self.site = site
    }

    /// A file for a page. Its subject is made when the page is written, so that no more of them are held than
    /// threads write.
    ///
    /// - Parameters:
    ///   - origin: what gives it its address.
    ///   - isEmpty: true where there is nothing on it that anyone would look for.
    mutating func file<Subject>(
        _ kind: PageKind<Subject>, at path: String, of origin: SourceLocation, isEmpty: Bool = false,
        _ subject: @escaping @Sendable (Site) -> Subject
    ) -> PlannedFile {
        let known = template(kind, at: path, subject)
        return PlannedFile(
            path, of: origin.path, at: origin.range,
            .rendered { site, output throws(FileFailure) in
                let record = kind.context.record(subject(site))
                guard let overflow = known?.render(record, into: &output, site.fragments) else { return }
                throw overflow.failure(of: path, by: kind.template)
            }, isListed: kind.isListed && !isEmpty)
    }

    private mutating func template<Subject>(
        _ kind: PageKind<Subject>, at path: String, _ subject: (Site) -> Subject
    ) -> Template? {
        let folder = path.prefix(upTo: path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
        let place = String(folder) + PagePath.root(of: path)
        if let known = folded[place]?[kind.template] { return known }
        guard let template = templates.templates[kind.template] else { return nil }
        let made = template.folded(for: kind.context.record(subject(site)), &numbers)
        folded[place, default: [:]][kind.template] = made
        return made
    }
}

extension PageOverflow {
    /// Why a page cannot be written.
    fileprivate func failure(of path: String, by template: String) -> FileFailure {
        let summary = "'\(path)' grows without end here"
        let place = section ?? SourceLocation(Theme.folder + "/" + template + ".mustache")
        let mistake = Diagnostic(
            .templatePageTooLarge, summary, at: place,
            fixIts: [
                Diagnostic.FixIt(
                    "repeat no list within itself; paginate_by: and page_size: make pages shorter")
            ])
        return FileFailure(path: place.path, reason: summary, mistake: mistake)
    }
}
