import Diagnostics
import Files
import UTF8Text

/// The results of a build besides the files that it wrote.
public struct BuildReport: Hashable, Sendable {
    /// The number of entries on the site.
    public var entryCount: Int
    /// The number of pages of the site.
    public var pageCount: Int
    /// A sentence about entries that are not on the site, and why; nil if all are.
    public var leftOut: String?
    /// The diagnostics in the order of their locations, with the severities that the site's settings give them.
    public var diagnostics: [Diagnostic]

    /// Creates a report from its parts.
    public init(entryCount: Int, pageCount: Int, leftOut: String?, diagnostics: [Diagnostic]) {
        self.entryCount = entryCount
        self.pageCount = pageCount
        self.leftOut = leftOut
        self.diagnostics = diagnostics
    }
}

/// A note beside the manifest with the fingerprints of the last build's inputs and output, and with its report. A
/// build with the same inputs that finds the same output only repeats the report.
struct BuildNote: Hashable, Sendable {
    /// The note's file name in the output folder.
    static let name = ".dateline-build"

    /// The fingerprint of content, templates, options and the program.
    var sources: Fingerprint
    /// The fingerprint of every file of the site.
    var output: Fingerprint
    /// The fingerprint of what the build used of this system, such as fonts; nil if it used nothing.
    var surroundings: Fingerprint?
    /// The report of that build.
    var report: BuildReport

    /// The largest number of diagnostics that a note holds; a site with more of them is always rebuilt.
    private static let mostDiagnostics = 1000

    /// The note as one line of space-separated words; nil if there are too many diagnostics.
    var line: String? {
        guard report.diagnostics.count <= Self.mostDiagnostics else { return nil }
        var words = NoteWords()
        words.add(sources.text)
        words.add(output.text)
        words.add(surroundings?.text ?? "none")
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

    /// Parses a line; nil if this program cannot have written it.
    ///
    /// - Parameter rules: all rules that a diagnostic may belong to.
    init?(line: String, rules: [Rule]) {
        let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var words = NoteReader(line)
        do {
            guard let sources = Fingerprint(text: try words.text()),
                let output = Fingerprint(text: try words.text())
            else { return nil }
            self.sources = sources
            self.output = output
            let text = try words.text()
            surroundings = Fingerprint(text: text)
            guard text == "none" || surroundings != nil else { return nil }
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

    init(sources: Fingerprint, output: Fingerprint, surroundings: Fingerprint? = nil, report: BuildReport) {
        self.sources = sources
        self.output = output
        self.surroundings = surroundings
        self.report = report
    }
}

/// Writes the words of a note; every character that is not a letter or digit is percent-encoded.
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

    /// Adds a list, preceded by its length.
    mutating func add<Item>(_ items: [Item], _ each: (Item, inout NoteWords) -> Void) {
        add(items.count)
        for item in items { each(item, &self) }
    }
}

/// Reads a note word by word.
private struct NoteReader {
    /// The error for a line that is not a valid note.
    struct Malformed: Error {}

    /// The words that have not been read yet.
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
