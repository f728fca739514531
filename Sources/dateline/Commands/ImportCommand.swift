import ArgumentParser
import Diagnostics
import EDTF
import Files
import Imports
import SiteRendering
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `dateline import`: writes the events of a file as entries.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Writes the events of a file of another program as entries.",
        discussion: """
            The file is JSON or a sheet (CSV) of TimelineJS, a text of Markwhen, any table with a title and a date, or \
            JSON with the keys of the content format. The format is recognised by the file's name and content. What is \
            changed, concluded or left out is reported with its location in the file. Every entry is checked before \
            anything is written; no file is replaced, and a second import of the same file adds nothing. Events with \
            mistakes are left out, and the exit code is then 1. Without a timeline.yml, one is written, so that the folder \
            can be built.

            Examples:
              dateline import timeline.csv --into story --dry-run
              dateline import timeline.json --into story
              dateline import events.csv --map title=Headline --map date=When
              dateline import notes.mw --from markwhen
            """)

    @Argument(help: ArgumentHelp("The file to import.", valueName: "file"), completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("The site's folder; it is created if it does not exist.", valueName: "dir"),
        completion: .directory)
    var into = "."

    @Option(help: ArgumentHelp("The format of the file; by default it is recognised.", valueName: "format"))
    var from: ImportFormat?

    @Option(
        help: ArgumentHelp(
            "A column of the table, or a key in JSON, for a field of entries: title, date, body, tags …; may be given more "
                + "than once.",
            valueName: "field=heading"))
    var map: [String] = []

    @Flag(help: "Print the report and the files that would be written, and write nothing.")
    var dryRun = false

    @Option(help: "How the report is printed.")
    var format = DiagnosticFormat.text

    @Flag(help: "Print only the report.")
    var quiet = false

    func validate() throws {
        if file.isEmpty { throw ValidationError("import takes a file.") }
        if into.isEmpty { throw ValidationError("--into takes the folder of a site.") }
        var status = stat()
        if unsafe stat(into, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            throw ValidationError("--into \(into) is not a folder.")
        }
        _ = try columns()
    }

    private func columns() throws -> [ColumnMapping] {
        try map.map { text in
            do throws(ColumnMapping.Mistake) { return try ColumnMapping(text) } catch {
                throw ValidationError("--map: \(error.reason).")
            }
        }
    }

    func run() throws {
        let input = ImportInput(path: file, bytes: try GivenFile.read(file, atMost: ImportInput.largest))
        let columns = try columns()
        do {
            var target = try ImportTarget(folder: into)
            var timeline = Importer(input, format: from, columns: columns, site: target.site).run()
            try target.place(&timeline, from: file)
            let isComplete = try target.check(&timeline, from: file)
            if isComplete, !dryRun { try target.write() }
            try print(timeline, target, input)
        } catch let failure as FileFailure {
            let path = failure.path.begins(with: "/") ? failure.path : shown(failure.path)
            Console.error("error: \(printable(path)): \(failure.reason)\n")
            throw ExitCode.inputOutput
        }
    }

    /// A path of the site, relative to the current folder.
    private func shown(_ path: String) -> String {
        into == "." ? path : into.ends(with: "/") ? into + path : into + "/" + path
    }

    // MARK: The report

    private func print(_ timeline: ImportedTimeline, _ target: ImportTarget, _ input: ImportInput) throws {
        var printer = DiagnosticPrinter(coloured: format == .text && Console.isColoured) { _ in input.bytes }
        try format.print(timeline.report.diagnostics, with: &printer)
        if !quiet {
            // Programs that read the report get nothing else on standard output.
            let summary = summary(timeline, target)
            if format == .text { try Console.output(summary) } else { Console.error(summary) }
        }
        if timeline.report.diagnostics.containsErrors { throw ExitCode.contentErrors }
    }

    private func summary(_ timeline: ImportedTimeline, _ target: ImportTarget) -> String {
        var text = ""
        if dryRun {
            for path in target.paths { text += "would write \(printable(shown(path)))\n" }
        }
        let verb = dryRun ? "to be written" : "written"
        text +=
            "\(counted(target.entryCount, "entry", "entries")) \(verb), \(target.knownCount) known, "
            + "\(timeline.faultyCount + target.faultyCount) in error\n"
        for (kind, names) in Self.byKind(timeline.report.losses) {
            text +=
                "\(kind): \(names.map { "\(printable($0.name)) (\($0.count))" }.joined(separator: ", "))\n"
        }
        if target.warningCount > 0, !target.paths.isEmpty {
            text +=
                "The new files have \(counted(target.warningCount, "warning")); `dateline check` lists "
                + (target.warningCount == 1 ? "it" : "them") + ".\n"
        }
        return text
    }

    private static func byKind(
        _ losses: [(loss: ImportReport.Loss, count: Int)]
    ) -> [(kind: String, names: [(name: String, count: Int)])] {
        var kinds: [(kind: String, names: [(name: String, count: Int)])] = []
        for (loss, count) in losses {
            let name = loss.name.isEmpty ? "text" : loss.name
            if kinds.last?.kind == loss.kind {
                kinds[kinds.count - 1].names.append((name, count))
            } else {
                kinds.append((loss.kind, [(name, count)]))
            }
        }
        return kinds
    }
}

extension ImportFormat: ExpressibleByArgument {}
