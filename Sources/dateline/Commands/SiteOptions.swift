import ArgumentParser
import DevServer
import Diagnostics
import EDTF
import Files
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The options that all commands on a site share.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that contains Content and Templates.", valueName: "dir"))
    var source = "."

    @Option(help: ArgumentHelp("The address at which the site will be published.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    @Option(help: ArgumentHelp("The day that counts as today.", valueName: "day"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "Show only what was known on that day: leave out what was certainly said later.", valueName: "day"
        ))
    var knownOn: String?

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    @Flag(help: "Print only diagnostics.")
    var quiet = false

    @Option(help: "How many threads work; by default as many as there are processors.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number above zero.") }
        var status = stat()
        guard unsafe stat(source, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw ValidationError("--source \(source) is not a folder.")
        }
        _ = try buildOptions()
    }

    func buildOptions() throws -> BuildOptions {
        var options = BuildOptions()
        options.includesDrafts = drafts
        options.isStrict = strict
        options.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        options.asOf = try day(asOf, of: "--as-of")
        options.knownOn = try day(knownOn, of: "--known-on")
        if let baseURL {
            do throws(SiteAddress.Mistake) {
                options.baseURL = try SiteAddress(baseURL).text
            } catch {
                throw ValidationError(
                    "--base-url '\(printable(baseURL))' \(error.reason); it takes an address such as "
                        + "https://example.org/story/.")
            }
        }
        return options
    }

    /// Returns the day that an option names; it must be known to the day.
    private func day(_ text: String?, of option: String) throws -> CalendarDay? {
        guard let text else { return nil }
        guard let day = (try? DateExpression(text))?.fullDay else {
            throw ValidationError("\(option) takes a day such as 2023-11-01.")
        }
        return day
    }

    var files: DiskFileTree { DiskFileTree(root: source) }

    /// The prefix of every path of the site, so that a message names files relative to the current folder.
    private var prefix: String {
        if source == "." { return "" }
        return source.ends(with: "/") ? source : source + "/"
    }

    /// A path of the site, relative to the current folder.
    func shown(_ path: String) -> String { prefix + path }

    /// Prints diagnostics: as text to standard error, with their counts at the end; in every other format to standard
    /// output. The text for no diagnostics is empty.
    ///
    /// - Parameter tree: the files that contain the source lines; by default those of the site's folder.
    /// - Throws: if standard output cannot be written.
    func report(_ diagnostics: [Diagnostic], in tree: (any FileTree)? = nil) throws {
        var printer = printer(coloured: format == .text && Console.isColoured, reading: tree ?? files)
        try format.print(diagnostics.map(placed), with: &printer)
    }

    /// Returns a printer for diagnostics whose paths are relative to the current folder.
    func printer(coloured: Bool = false, reading files: any FileTree) -> DiagnosticPrinter {
        let prefix = prefix
        return DiagnosticPrinter(coloured: coloured) { path in
            let path = String(path.rest(after: prefix) ?? path[...])
            // A file that is only copied may be a film; no more than its first line is shown.
            return SourceSnapshot.isText(path) ? try? files.read(path) : try? files.read(path, first: 1 << 16)
        }
    }

    /// Returns the diagnostic with all paths relative to the current folder.
    func placed(_ diagnostic: Diagnostic) -> Diagnostic { diagnostic.moved(below: prefix) }

    /// Reads and checks the site; a file that cannot be read ends the command.
    ///
    /// - Parameter tree: the site's files; by default those of its folder.
    func prepared(_ options: BuildOptions, of tree: (any FileTree)? = nil) throws -> PreparedSite {
        do {
            return try PreparedSite(tree ?? files, options)
        } catch {
            throw fail(error)
        }
    }

    /// Returns the content of a planned file. One that cannot be made ends the command.
    func bytes(of file: OutputFile) throws -> [UInt8] {
        var buffer = OutputBuffer()
        do throws(WriteFailure) {
            _ = try file.write(to: &buffer, copyingFrom: files)
        } catch {
            switch error {
            case .file(let failure): throw fail(failure)
            case .page(let mistake): throw fail(mistake)
            case .occupied: throw ExitCode.inputOutput
            }
        }
        return buffer.bytes
    }

    /// Prints a failure to read or write a file.
    ///
    /// - Returns: the exit code that ends the command.
    func fail(_ failure: FileFailure) -> ExitCode {
        Console.error(text(of: failure) + "\n")
        return .inputOutput
    }

    /// Prints an author's mistake that came to light only when a page was made.
    ///
    /// - Returns: the exit code that ends the command.
    func fail(_ mistake: Diagnostic) -> ExitCode {
        try? report([mistake])
        return .contentErrors
    }

    /// The error message for a file that could not be read or written.
    func text(of failure: FileFailure) -> String {
        let path =
            failure.path.begins(with: "/")
            ? failure.path : failure.path.isEmpty ? source : shown(failure.path)
        return "error: \(printable(path)): \(failure.reason)"
    }
}

/// Returns a number with its noun: `1 error`, `3 errors`, or `2 entries` with a plural of its own.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension Diagnostic {
    /// Returns the diagnostic with all locations moved below a folder.
    fileprivate func moved(below prefix: String) -> Diagnostic {
        if prefix.isEmpty { return self }
        func moved(_ location: SourceLocation) -> SourceLocation {
            SourceLocation(prefix + location.path, location.range)
        }
        var diagnostic = self
        diagnostic.location = moved(location)
        diagnostic.notes = notes.map { Note($0.summary, at: $0.location.map(moved)) }
        diagnostic.fixIts = fixIts.map { fixIt in
            FixIt(
                fixIt.summary, edits: fixIt.edits.map { Edit(moved($0.location), $0.text) },
                safe: fixIt.isSafe)
        }
        return diagnostic
    }
}
