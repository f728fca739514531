import Diagnostics

/// One kind of page: the name of its template, and what the template may name.
///
/// The list of all kinds is what the reference for theme authors is made of.
struct PageKind<Subject: PageSubject>: Sendable {
    let template: String
    let context: Context<Subject>
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
    static let notFound = PageKind(template: "not-found", context: signpostPageContext)
    static let moved = PageKind(template: "moved", context: signpostPageContext)

    /// Every template that a page is made with, and the shape of what it may name.
    static let all: [(name: String, shape: Shape)] = [
        shape(home), shape(entry), shape(list), shape(index), shape(actor), shape(place), shape(map),
        shape(source), shape(authors), shape(notFound), shape(moved),
    ]

    private static func shape<Subject>(_ kind: PageKind<Subject>) -> (name: String, shape: Shape) {
        (kind.template, kind.context.shape)
    }
}

/// The templates of a site, compiled.
struct PageTemplates: Sendable {
    private let templates: [String: Template]
    /// The templates with all that is fixed in one folder, by the folder's way up and by name.
    private var folded: [String: [String: Template]] = [:]

    /// Compiles the templates of a theme for every kind of page; nil where one of them is wrong.
    static func compile(_ theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        let compiled = TemplateCompiler(templates: theme.templates).compile(PageKinds.all)
        guard !compiled.diagnostics.containsErrors else { return (nil, compiled.diagnostics) }
        return (PageTemplates(templates: compiled.templates), compiled.diagnostics)
    }

    /// A file for a page, rendered when it is written.
    mutating func file<Subject>(_ kind: PageKind<Subject>, of origin: String, _ subject: Subject) -> OutputFile {
        file(kind, at: subject.frame.path, of: origin) { subject }
    }

    /// The same for a page whose subject is made when it is written, so that no more of them are held than
    /// threads write.
    mutating func file<Subject>(
        _ kind: PageKind<Subject>, at path: String, of origin: String,
        _ subject: @escaping @Sendable () -> Subject
    ) -> OutputFile {
        let template = template(kind, at: path, subject)
        return OutputFile(
            path, of: origin,
            .rendered { output in
                template?.render(kind.context.record(subject()), into: &output)
            })
    }

    private mutating func template<Subject>(
        _ kind: PageKind<Subject>, at path: String, _ subject: () -> Subject
    ) -> Template? {
        let root = PagePath.root(of: path)
        if let known = folded[root]?[kind.template] { return known }
        let template = templates[kind.template]?.folded(for: kind.context.record(subject()))
        folded[root, default: [:]][kind.template] = template
        return template
    }
}
