import ArgumentParser
import CommonMark
import Diagnostics
import EDTF
import Files
import SiteRendering
import TimelineModel

/// `dateline add`: writes a new entry that can be built.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Writes a new entry.",
        discussion: """
            If standard input is a terminal, the command asks for what is missing; Tab completes registered names, \
            and similar names are offered. The entry is checked before it is written, and never replaces an \
            existing file. The command prints its path.

            Examples:
              dateline add
              dateline add "Harbour closed" --date 1911-08-0X/.. --status claimed \\
                --actor port-authority --cite gazette-1911-08-12
              dateline add "Harbour open" --date 1911-08-14 --status confirmed --edit \\
                --cite-url https://example.org/1911/open --cite-publisher "The Courier"
              dateline add --date 1911 --status confirmed -- "- a title that begins with a dash"
            """)

    @Argument(help: "The event in one line.")
    var title: String?

    // A date before year 1 begins with a minus, and is not an option.
    @Option(parsing: .unconditional, help: ArgumentHelp("The date of the event, in EDTF.", valueName: "edtf"))
    var date: String?

    @Option(
        help: "The status of the event: confirmed, claimed, disputed …",
        completion: .list(Status.allCases.map(\.rawValue)))
    var status: String?

    @Option(help: "The group of the entry.", completion: .names { $0.groups })
    var group: String?

    @Option(help: "An actor who took part; may be given more than once.", completion: .names { $0.actors })
    var actor: [String] = []

    @Option(help: "A place where it happened; may be given more than once.", completion: .names { $0.places })
    var place: [String] = []

    @Option(help: "A tag; may be given more than once.", completion: .names { $0.tags })
    var tag: [String] = []

    @Option(help: "The id of a source; may be given more than once.", completion: .names { $0.sources })
    var cite: [String] = []

    @Option(
        help: ArgumentHelp(
            "Its name in addresses and its file's name; by default its date and its title.", valueName: "slug"
        ))
    var slug: String?

    @OptionGroup var newSource: NewSourceOptions

    @Flag(help: "Open the entry with $VISUAL or $EDITOR.")
    var edit = false

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if let complaint = slug.flatMap({ Slug.complaint(about: $0) }) {
            throw ValidationError("--slug: \(complaint).")
        }
    }

    func run() throws {
        var options = try site.buildOptions()
        // A new entry is checked against all others, drafts included.
        options.includesDrafts = true
        let names = try readNames(jobs: options.jobs)
        var registration = SourceRegistration(names, try read(ContentFile.sources.path))
        var entry = try asked(names, &registration)
        if status == nil, entry.status == names.settings.defaultStatus?.rawValue { entry.status = nil }
        let path = NewEntry.path(of: try freeSlug(of: entry, names))
        let bytes = Array(entry.text.utf8)
        var changes = [path: bytes]
        if registration.isChanged { changes[ContentFile.sources.path] = registration.bytes }
        try check(NewFileTree(base: site.files, changes: changes), options)
        var new = NewFiles(root: site.source, path: path, bytes: bytes)
        do throws(FileFailure) {
            try new.create()
            if registration.isChanged { try registration.write(below: site.source) }
        } catch {
            // An entry that cites a source which is not registered would be our mistake.
            new.remove()
            throw site.fail(error)
        }
        // A program opens the path that it reads; a person only looks at it.
        let shown = site.shown(path)
        try Console.output((Console.outputIsTerminal ? printable(shown) : shown) + "\n")
        if edit { try Editor.open(site.shown(path)) }
    }

    /// Returns a free slug for the new entry. If the wanted one is taken, a person is offered a free one; otherwise the
    /// command fails and names one for `--slug`.
    private func freeSlug(of entry: NewEntry, _ names: SiteNames) throws -> String {
        let taken = TakenSlugs(names, site.files)
        let wanted = slug ?? entry.slug
        do {
            guard let reason = try taken.refusal(of: wanted) else { return wanted }
            let free = try taken.free(wanted)
            let path = NewEntry.path(of: wanted)
            guard Console.inputIsTerminal else {
                throw FileFailure(
                    path: path, reason: "\(reason); nothing was written; --slug \(free) is free")
            }
            Console.error("  \(site.shown(path)): \(reason)\n")
            return try Prompt(isAsking: true).slug(free, taken)
        } catch let failure as FileFailure {
            throw site.fail(failure)
        }
    }

    /// Checks the site with the changed files, and reports the diagnostics in those files; errors end the command.
    private func check(_ files: NewFileTree, _ options: BuildOptions) throws {
        let prepared = try site.prepared(options, of: files)
        let own = prepared.diagnostics.filter { files.changes[$0.location.path] != nil }
        if !own.isEmpty { try site.report(own, in: files) }
        if own.containsErrors {
            Console.error("nothing was written\n")
            throw ExitCode.contentErrors
        }
    }

    private func readNames(jobs: Int) throws -> SiteNames {
        do {
            return try SiteNames(site.files, jobs: jobs)
        } catch {
            throw site.fail(error)
        }
    }

    private func read(_ path: String) throws -> [UInt8]? {
        do {
            return try site.files.read(path)
        } catch {
            throw site.fail(error)
        }
    }

    /// Returns the entry that the options describe. The person at the terminal is asked for what they omit.
    private func asked(_ names: SiteNames, _ registration: inout SourceRegistration) throws -> NewEntry {
        let isAsking = Console.inputIsTerminal
        let defaultStatus = names.settings.defaultStatus?.rawValue
        var missing: [String] = []
        if title == nil { missing.append("a title") }
        if date == nil { missing.append("--date") }
        if status == nil, defaultStatus == nil { missing.append("--status") }
        if !isAsking, !missing.isEmpty {
            throw ValidationError("add needs " + missing.joined(separator: ", ") + ".")
        }
        let prompt = Prompt(isAsking: isAsking)
        let title = try self.title ?? prompt.text("Title")
        let expression = try readDate(prompt)
        let status =
            try self.status
            ?? prompt.choice("Status", Status.allCases.map(\.rawValue), default: defaultStatus)
        var entry = NewEntry(title: title, date: expression, status: status)
        entry.group = try group ?? prompt.name("Group", names.groups)
        entry.actors = try actor.isEmpty ? prompt.names("Actor", names.actors) : actor
        entry.places = try place.isEmpty ? prompt.names("Place", names.places) : place
        entry.tags = tag
        entry.sources = try sources(prompt, names, &registration)
        return entry
    }

    private func sources(
        _ prompt: Prompt, _ names: SiteNames, _ registration: inout SourceRegistration
    ) throws -> [String] {
        var sources = cite
        if let url = newSource.citeURL {
            sources.append(registration.id(of: try newSource.source(at: url, prompt)))
        }
        if !sources.isEmpty { return sources }
        for answer in try prompt.names("Source (an id, a title, an address)", names.sources) {
            let isAddress = NewSource.isAddress(answer)
            sources.append(
                isAddress ? registration.id(of: try newSource.source(at: answer, prompt)) : answer)
        }
        return sources
    }

    private func readDate(_ prompt: Prompt) throws -> DateExpression {
        guard let date else { return try prompt.date("Date (EDTF)") }
        return try DateExpression(option: "--date", date)
    }
}

extension DateSyntaxError {
    /// The message and all possible corrections; none of them is applied unasked.
    var advice: String { ([message] + instructions()).joined(separator: "; ") }
}

extension DateExpression {
    /// Parses the date of an option.
    ///
    /// - Throws: a usage error if it is not an EDTF date.
    init(option: String, _ text: String) throws {
        do {
            try self.init(text)
        } catch {
            throw ValidationError("\(option) \(text): \(error.advice).")
        }
    }
}
