import Diagnostics

/// Compiles templates against the shapes of the records that they will render.
///
/// The files are parsed once, by the initialiser; compiling a page then inlines the files it includes.
package struct TemplateCompiler: Sendable {
    /// The treatment of names that do not resolve.
    package enum Mode: Sendable {
        /// For a site build: a name that its author cannot have meant is an error.
        case strict
        /// The behaviour of the Mustache specification: unknown names and partials render as nothing.
        case lenient
    }

    /// The parsed files by name.
    private let trees: [String: TemplateTree]
    private let mode: Mode

    /// - Parameter templates: the files by the names under which they include each other.
    package init(templates: [String: TemplateSource], mode: Mode = .strict) {
        trees = templates.mapValues { TemplateTree(parsing: $0) }
        self.mode = mode
    }

    /// The syntax errors of all files, including those that no page includes.
    var syntaxDiagnostics: [Diagnostic] { trees.values.flatMap(\.diagnostics).sortedByLocation() }

    /// Returns the template for records of a shape, with the errors of its file and of the files it includes.
    ///
    /// - Returns: a nil `template` if there are errors.
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
        let diagnostics = emitter.mistakes.all.sortedByLocation()
        return (diagnostics.containsErrors ? nil : Template(shape: shape, code: code), diagnostics)
    }

    /// Compiles all templates of a site, and collects every error in every file, each once however many pages include
    /// the file.
    package func compile(_ pages: [(name: String, shape: Shape)]) -> (
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
        return (templates, mistakes.all.sortedByLocation())
    }
}

/// A list of diagnostics with one for each rule and location: an error in a partial is reported once, not once for
/// each page that includes it.
struct TemplateMistakes {
    private(set) var all: [Diagnostic] = []
    private var seen: Set<Fault> = []

    /// The key by which duplicates are recognised.
    private struct Fault: Hashable {
        let rule: Rule
        let location: SourceLocation
    }

    /// Whether a rule has been reported at a location.
    func contains(_ rule: Rule, at location: SourceLocation) -> Bool {
        seen.contains(Fault(rule: rule, location: location))
    }

    mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic) }
    }

    /// Adds a diagnostic, unless its rule has been reported at its location.
    mutating func add(_ diagnostic: Diagnostic) {
        if seen.insert(Fault(rule: diagnostic.rule, location: diagnostic.location)).inserted {
            all.append(diagnostic)
        }
    }
}
