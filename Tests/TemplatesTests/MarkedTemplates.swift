import Diagnostics
import TestSupport
import Testing

@testable import Templates

/// A location in a template, named differently from Testing's locations in source code.
typealias TemplatePlace = Diagnostics.SourceLocation

/// Templates with marks: `«…»` around a mistake, `‹…›` around the location of a note.
struct MarkedTemplates {
    let sources: [String: TemplateSource]
    let mistakes: [TemplatePlace]
    let notes: [TemplatePlace]

    init(_ files: [String: String]) {
        var sources: [String: TemplateSource] = [:]
        var mistakes: [TemplatePlace] = []
        var notes: [TemplatePlace] = []
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let marked = MarkedText(text, pairs: ["»": "«", "›": "‹"])
            sources[name] = TemplateSource(path: name, bytes: Array(marked.text.utf8))
            for mark in marked.marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                let place = TemplatePlace(name, mark.range)
                if mark.opening == "«" { mistakes.append(place) } else { notes.append(place) }
            }
        }
        self.sources = sources
        self.mistakes = mistakes
        self.notes = notes
    }
}

/// The expected text of a diagnostic; its location is a mark.
struct ExpectedMistake: Sendable {
    let rule: Rule
    let summary: String
    var fix: String?
    var replacement: String?
    var notes: [String] = []

    /// A mistake whose fix replaces the marked text.
    static func replaceable(_ rule: Rule, _ summary: String, by text: String, notes: [String] = [])
        -> ExpectedMistake
    {
        ExpectedMistake(rule: rule, summary: summary, fix: "write \(text)", replacement: text, notes: notes)
    }
}

/// Templates with all their mistakes, in order; `page` is compiled for an entry.
struct MistakeCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let mistakes: [ExpectedMistake]

    init(_ name: String, _ page: String, _ files: [String: String], _ mistakes: [ExpectedMistake]) {
        testDescription = name
        self.files = files.merging(["page": page]) { _, page in page }
        self.mistakes = mistakes
    }

    init(_ name: String, _ page: String, _ mistakes: [ExpectedMistake]) {
        self.init(name, page, [:], mistakes)
    }

    /// Compares the whole set: locations, wording, fixes and notes.
    func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let marked = MarkedTemplates(files)
        let result = TemplateCompiler(templates: marked.sources).compile("page", for: entrySample.shape)
        let found = result.diagnostics
        #expect((result.template == nil) == !mistakes.isEmpty, sourceLocation: sourceLocation)
        #expect(found.map(\.rule.id) == mistakes.map(\.rule.id), sourceLocation: sourceLocation)
        #expect(found.map(\.summary) == mistakes.map(\.summary), sourceLocation: sourceLocation)
        #expect(found.map(\.location) == marked.mistakes, sourceLocation: sourceLocation)
        #expect(
            found.map { $0.fixIts.first?.summary } == mistakes.map(\.fix), sourceLocation: sourceLocation)
        #expect(
            found.map { $0.fixIts.first?.edits.first?.text } == mistakes.map(\.replacement),
            sourceLocation: sourceLocation)
        #expect(
            found.map { $0.notes.map(\.summary) } == mistakes.map(\.notes), sourceLocation: sourceLocation)
        let places = Set(found.flatMap(\.notes).compactMap(\.location))
        #expect(places == Set(marked.notes), sourceLocation: sourceLocation)
    }

    /// Applies the fixes, and expects that only mistakes without a fix remain.
    func checkFixes(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let marked = MarkedTemplates(files)
        let found = TemplateCompiler(templates: marked.sources).compile("page", for: entrySample.shape)
        var sources = marked.sources
        let edits = found.diagnostics.flatMap { $0.fixIts.first?.edits ?? [] }
        for edit in edits.sorted(by: { $0.location.range.lowerBound > $1.location.range.lowerBound }) {
            guard let source = sources[edit.location.path] else { continue }
            var bytes = source.bytes
            bytes.replaceSubrange(edit.location.range, with: Array(edit.text.utf8))
            sources[edit.location.path] = TemplateSource(path: source.path, bytes: bytes)
        }
        let left = TemplateCompiler(templates: sources).compile("page", for: entrySample.shape).diagnostics
        let unfixable = mistakes.filter { $0.replacement == nil }
        #expect(left.map(\.rule.id) == unfixable.map(\.rule.id), sourceLocation: sourceLocation)
    }
}
