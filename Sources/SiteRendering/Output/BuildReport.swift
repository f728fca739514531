import Diagnostics
import TimelineModel

/// What a build tells of itself beside the files that it wrote.
public struct BuildReport: Hashable, Sendable {
    public var entryCount: Int
    public var pageCount: Int
    /// What is not on the site, and why, in words; nil where everything is.
    public var leftOut: String?
    /// By place, with the site's own weights.
    public var diagnostics: [Diagnostic]

    public init(entryCount: Int, pageCount: Int, leftOut: String?, diagnostics: [Diagnostic]) {
        self.entryCount = entryCount
        self.pageCount = pageCount
        self.leftOut = leftOut
        self.diagnostics = diagnostics
    }
}

/// A note beside the manifest: what the last build was made of, what it made, and what it told. A further build that is
/// made of the same, and finds what it would make, has nothing to do but tell it again.
struct BuildNote: Hashable, Sendable {
    static let name = ".dateline-build"

    /// Of content, templates, options and the program.
    var sources: Fingerprint
    /// Of every file of the site.
    var output: Fingerprint
    var report: BuildReport

    /// More is not kept: a site with so much to mend is built anew.
    private static let mostDiagnostics = 1000

    /// One line of words between spaces; nil where there is too much to tell.
    var line: String? {
        guard report.diagnostics.count <= Self.mostDiagnostics else { return nil }
        var words = NoteWords()
        words.add(sources.text)
        words.add(output.text)
        words.add(report.entryCount)
        words.add(report.pageCount)
        words.add(report.leftOut ?? "")
        words.add(report.diagnostics) { diagnostic, words in
            words.add(diagnostic.rule.id)
            words.add(diagnostic.severity.rawValue)
            words.add(diagnostic.summary)
            words.add(diagnostic.location)
            words.add(diagnostic.notes) { note, words in
                words.add(note.summary)
                words.add(note.location.map { [$0] } ?? []) { $1.add($0) }
            }
            words.add(diagnostic.fixIts) { fixIt, words in
                words.add(fixIt.summary)
                words.add(fixIt.isSafe ? 1 : 0)
                words.add(fixIt.edits) { edit, words in
                    words.add(edit.location)
                    words.add(edit.text)
                }
            }
        }
        return words.text
    }

    /// Reads a line; nil where it is not one that this program writes.
    ///
    /// - Parameter rules: all that a diagnostic can be of.
    init?(line: String, rules: [Rule]) {
        let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var words = NoteReader(line)
        do {
            guard let sources = Fingerprint(text: try words.text()),
                let output = Fingerprint(text: try words.text())
            else { return nil }
            self.sources = sources
            self.output = output
            let (entryCount, pageCount) = (try words.number(), try words.number())
            let leftOut = try words.text()
            let diagnostics = try words.list { words in
                guard let rule = byID[try words.text()], let severity = Severity(rawValue: try words.text())
                else {
                    throw NoteReader.Malformed()
                }
                var diagnostic = Diagnostic(rule, try words.text(), at: try words.location())
                diagnostic.severity = severity
                diagnostic.notes = try words.list { words in
                    Diagnostic.Note(try words.text(), at: try words.list { try $0.location() }.first)
                }
                diagnostic.fixIts = try words.list { words in
                    let (summary, isSafe) = (try words.text(), try words.number() == 1)
                    let edits = try words.list { Diagnostic.Edit(try $0.location(), try $0.text()) }
                    return Diagnostic.FixIt(summary, edits: edits, safe: isSafe)
                }
                return diagnostic
            }
            report = BuildReport(
                entryCount: entryCount, pageCount: pageCount, leftOut: leftOut.isEmpty ? nil : leftOut,
                diagnostics: diagnostics)
        } catch {
            return nil
        }
    }

    init(sources: Fingerprint, output: Fingerprint, report: BuildReport) {
        self.sources = sources
        self.output = output
        self.report = report
    }
}

/// Puts a note's words together; what is no letter or digit is in percent form.
private struct NoteWords {
    private var words: [String] = []
    var text: String { words.joined(separator: " ") }

    mutating func add(_ text: String) { words.append(percentEncoded(text)) }
    mutating func add(_ number: Int) { words.append(String(number)) }

    mutating func add(_ location: SourceLocation) {
        add(location.path)
        add(location.range.lowerBound)
        add(location.range.upperBound)
    }

    /// A list with its length before it.
    mutating func add<Item>(_ items: [Item], _ each: (Item, inout NoteWords) -> Void) {
        add(items.count)
        for item in items { each(item, &self) }
    }
}

/// Takes a note apart, word by word.
private struct NoteReader {
    struct Malformed: Error {}

    private var words: ArraySlice<Substring>

    init(_ line: String) {
        words = line.parts(between: " ")[...]
    }

    mutating func text() throws -> String {
        guard let word = words.popFirst() else { throw Malformed() }
        return percentDecoded(word)
    }

    mutating func number() throws -> Int {
        guard let number = Int(try text()), number >= 0 else { throw Malformed() }
        return number
    }

    mutating func location() throws -> SourceLocation {
        let path = try text()
        let (lower, upper) = (try number(), try number())
        guard lower <= upper else { throw Malformed() }
        return SourceLocation(path, lower..<upper)
    }

    mutating func list<Item>(_ each: (inout NoteReader) throws -> Item) throws -> [Item] {
        var items: [Item] = []
        for _ in 0..<(try number()) { items.append(try each(&self)) }
        return items
    }
}
