import ArgumentParser
import Diagnostics
import Files
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

/// `dateline build`: reads, checks and writes a site.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Writes the site.",
        discussion: """
            Everything is checked before the first byte is written; if there are errors, the existing site \
            stays as it is. Unchanged files are not written again, and files of an earlier build that are no \
            longer needed are removed. No other files are touched.

            Examples:
              dateline build
              dateline build --base-url https://example.org/story/ --output /srv/www/story
              dateline build --strict --format github
              dateline build --timings               how long each stage took
              dateline build --changes changed.txt   which files must be uploaded
              dateline build --compress              with copies for servers that send gzip
              dateline build --manifest files.json   sizes, digests and media types
            """)

    @OptionGroup var site: SiteOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The output folder; by default Site in the source folder.", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "List the added, changed and removed files: one path a line, or by kind if it is a .json file; - prints them.",
            valueName: "file"))
    var changes: String?

    @Option(
        help: ArgumentHelp(
            "List every file of the site with its size, SHA-256 digest and media type, as JSON; - prints the list.",
            valueName: "file"))
    var manifest: String?

    @Flag(
        help:
            "Write a compressed copy (.gz) beside each text of more than 1 KiB, for servers that send it instead."
    )
    var compress = false

    @Flag(help: "Print how long each stage took, to standard error.")
    var timings = false

    @Flag(help: "Print the same as JSON to standard output; best with --quiet.")
    var timingsJSON = false

    private var folder: String { output ?? (site.source == "." ? "Site" : site.source + "/Site") }

    func validate() throws {
        if let reason = OutputLocation.refusal(of: folder, source: site.source) {
            throw ValidationError(reason)
        }
        for (option, file) in [("--changes", changes), ("--manifest", manifest)] {
            if let file,
                let reason = OutputLocation.refusal(
                    ofFile: file, option: option, output: folder, source: site.source)
            {
                throw ValidationError(reason)
            }
        }
        if changes != nil, changes == manifest {
            throw ValidationError("--changes and --manifest name one file.")
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        HeapPages.takeLargePieces()
        var options = try site.buildOptions()
        let clock = timings || timingsJSON ? StageClock() : nil
        options.clock = clock
        options.namesCarryFingerprints = true
        options.compresses = compress
        options.spool = Spool(besides: folder)
        let files = FingerprintedFileTree(site.files, folders: InputFolder.all)
        let (report, written) = try sameBuild(files, options) ?? build(files, options, since: start)
        if timings, let clock { Console.error(clock.text) }
        if timingsJSON, let clock { try Console.output(clock.json) }
        if let manifest { try writeManifest(to: manifest, jobs: options.jobs) }
        let summary = BuildSummary(
            report: report, written: written, folder: folder, duration: ContinuousClock.now - start)
        if site.quiet { return }
        // Standard output may belong to the diagnostics or to a list.
        if site.format == .text, changes != "-", manifest != "-" {
            try Console.output(summary.text)
        } else {
            Console.error(summary.text)
        }
    }

    /// Returns the report of the last build if this one would be the same; otherwise nil.
    private func sameBuild(
        _ files: FingerprintedFileTree, _ options: BuildOptions
    ) throws -> (BuildReport, WriteSummary)? {
        let writer = OutputWriter(to: folder, copyingFrom: files, jobs: options.jobs, clock: options.clock)
        do {
            guard
                let same = try writer.sameBuild(
                    rules: contentRules + siteRules, of: { files.fingerprint(options) },
                    in: { options.surroundings })
            else { return nil }
            try list(OutputChanges())
            try site.report(same.report.diagnostics)
            return same
        } catch let failure as WriteFailure {
            throw fail(failure)
        } catch let failure as FileFailure {
            throw site.fail(failure)
        }
    }

    private func build(
        _ files: FingerprintedFileTree, _ options: BuildOptions, since start: ContinuousClock.Instant
    ) throws -> (BuildReport, WriteSummary) {
        let prepared = try site.prepared(options, of: files)
        keepToTheEnd(prepared)
        keepToTheEnd(files)
        try site.report(prepared.diagnostics)
        guard let tree = prepared.output else {
            if site.format == .text { Console.error("nothing was written\n") }
            throw ExitCode.contentErrors
        }
        HeapPages.giveBack()
        let report = BuildReport(
            entryCount: prepared.timeline.entries.count, pageCount: prepared.pageCount,
            leftOut: LeftOutWords(prepared.timeline).ofBuild, diagnostics: prepared.diagnostics)
        return (report, try write(tree, files, options, prepared.surroundings, telling: report, since: start))
    }

    private func write(
        _ tree: OutputTree, _ files: FingerprintedFileTree, _ options: BuildOptions,
        _ surroundings: Fingerprint?, telling report: BuildReport,
        since start: ContinuousClock.Instant
    ) throws -> WriteSummary {
        let line = Console.errorIsTerminal && !site.quiet ? ProgressLine(since: start) : nil
        defer { line?.clear() }
        let writer = OutputWriter(
            to: folder, copyingFrom: files, jobs: options.jobs, clock: options.clock,
            progress: { done, total in line?.show(done, of: total) }, hasCompressedCopy: hasCompressedCopy)
        do {
            return try writer.write(
                tree, madeOf: files.fingerprint(options), in: surroundings, telling: report
            ) { changes throws(FileFailure) in
                if let failure = options.spool?.failure { throw failure }
                try list(changes)
            }
        } catch {
            throw fail(error)
        }
    }

    /// Whether a file gets a compressed copy, by its path; nil if none does.
    private var hasCompressedCopy: (@Sendable (String) -> Bool)? {
        compress ? { @Sendable path in MediaType.isCompressible(publishedPath: path) } : nil
    }

    /// Writes the list of changes, if one is wanted.
    private func list(_ changes: OutputChanges) throws(FileFailure) {
        guard let file = self.changes else { return }
        try list(file.pathEnding == "json" ? changes.json : changes.lines, to: file)
    }

    /// Writes the list of all files of the site.
    private func writeManifest(to file: String, jobs: Int) throws {
        do throws(FileFailure) {
            let inventory = try FileInventory(of: folder, jobs: jobs, hasCompressedCopy: hasCompressedCopy)
            try list(inventory.json, to: file)
        } catch {
            throw site.fail(error)
        }
    }

    private func list(_ text: String, to file: String) throws(FileFailure) {
        if file == "-" {
            do { try Console.output(text) } catch {
                throw FileFailure(path: "-", reason: "standard output is closed")
            }
        } else {
            try ListFile(path: file).write(Array(text.utf8))
        }
    }

    private func fail(_ failure: WriteFailure) -> ExitCode {
        switch failure {
        case .file(let failure): return site.fail(failure)
        case .page(let mistake): return site.fail(mistake)
        case .occupied(let paths):
            for path in paths.prefix(10) {
                Console.error("error: \(printable(folder + "/" + path)): not written by Dateline\n")
            }
            if paths.count > 10 { Console.error("… and \(paths.count - 10) more\n") }
            Console.error("Move these files away, or choose another folder with --output.\n")
            return .inputOutput
        }
    }
}

/// Keeps a value until the process ends, which returns all memory at once: freeing the objects of thousands of entries
/// one by one took a fiftieth of the instructions of a build.
private func keepToTheEnd(_ value: Any) { _ = unsafe Unmanaged.passRetained(Kept(value)) }

/// Holds a value of any type, as an object that can be retained.
private final class Kept {
    let value: Any
    init(_ value: Any) { self.value = value }
}

extension FileInventory {
    /// The files as JSON. A compressed copy has the media type of its text, and `gzip` as its content encoding,
    /// as it must be sent.
    fileprivate var json: String {
        var json = JSONText()
        json.object { json in
            json.array("files") { json in
                for item in items {
                    json.breakLine()
                    json.object { json in
                        json.string("path", item.path)
                        json.integer("bytes", item.size)
                        json.string("sha256", item.digest)
                        json.string("type", MediaType(publishedPath: item.text ?? item.path).contentType)
                        if item.text != nil { json.string("encoding", "gzip") }
                    }
                }
                json.newline()
            }
        }
        return json.text + "\n"
    }
}
