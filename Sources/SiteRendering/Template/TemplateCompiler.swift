import Diagnostics

/// Compiles templates against the shapes of the records they will be given.
///
/// The files are parsed once, when the compiler is made; compiling a page then inlines what it includes.
struct TemplateCompiler: Sendable {
    /// How names that nothing stands behind are taken.
    enum Mode: Sendable {
        /// A site build: what a template's author cannot have meant is a mistake.
        case strict
        /// The specification's behaviour: unknown names and partials are empty.
        case lenient
    }

    private let trees: [String: TemplateTree]
    private let mode: Mode

    /// Templates by the names under which they include each other.
    init(templates: [String: TemplateSource], mode: Mode = .strict) {
        trees = templates.mapValues { TemplateTree(parsing: $0) }
        self.mode = mode
    }

    /// What is wrong with the files by themselves, including those that no page includes.
    var syntaxDiagnostics: [Diagnostic] { trees.values.flatMap(\.diagnostics).sortedByPlace() }

    /// The template for records of a shape, or nil and what is wrong with it and what it includes.
    func compile(_ name: String, for shape: Shape) -> (template: Template?, diagnostics: [Diagnostic]) {
        guard let tree = trees[name] else {
            let nearest = nearestName(to: name, among: trees.keys)
            let mistake = Diagnostic(
                .templateUnknownPartial, "'\(name)' is missing among the templates",
                at: SourceLocation(name),
                fixIts: nearest.map { [Diagnostic.FixIt("rename '\($0)' to '\(name)'")] } ?? [])
            return (nil, [mistake])
        }
        var emitter = TemplateEmitter(trees, mode, for: shape)
        let code = emitter.emit(tree, named: name)
        let diagnostics = emitter.mistakes.all.sortedByPlace()
        return (diagnostics.containsErrors ? nil : Template(shape: shape, code: code), diagnostics)
    }

    /// All templates of a site at once: every mistake in every file, each reported once however many pages
    /// include it.
    func compile(_ pages: [(name: String, shape: Shape)]) -> (
        templates: [String: Template], diagnostics: [Diagnostic]
    ) {
        var templates: [String: Template] = [:]
        var mistakes = TemplateMistakes()
        mistakes.add(syntaxDiagnostics)
        for page in pages {
            let result = compile(page.name, for: page.shape)
            templates[page.name] = result.template
            mistakes.add(result.diagnostics)
        }
        return (templates, mistakes.all.sortedByPlace())
    }
}

/// Mistakes, one for each rule and place: a partial is wrong once, not once for each page that includes it.
struct TemplateMistakes {
    private(set) var all: [Diagnostic] = []
    private var places: Set<Place> = []

    private struct Place: Hashable {
        let rule: Rule
        let location: SourceLocation
    }

    func contains(_ rule: Rule, at location: SourceLocation) -> Bool {
        places.contains(Place(rule: rule, location: location))
    }

    mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic) }
    }

    mutating func add(_ diagnostic: Diagnostic) {
        if places.insert(Place(rule: diagnostic.rule, location: diagnostic.location)).inserted {
            all.append(diagnostic)
        }
    }
}
