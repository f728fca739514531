import ArgumentParser
import CommonMark
import Diagnostics
import EDTF
import SiteRendering
import TimelineModel

/// `dateline add`: writes a new entry that builds.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Writes a new entry.",
        discussion: """
            What is missing is asked for when standard input is a terminal. The entry is checked before it \
            is written, and never takes the place of a file that is there. Its path is printed.

            Example:
              dateline add "Harbour closed" --date 1911-08-0X/.. --status claimed \\
                --actor port-authority --cite gazette-1911-08-12
            """)

    @Argument(help: "What happened, in a line.")
    var title: String?

    // A date before year 1 begins with a minus and is no option.
    @Option(parsing: .unconditional, help: ArgumentHelp("When it happened, in EDTF.", valueName: "edtf"))
    var date: String?

    @Option(help: "What is known about it: confirmed, claimed, disputed …")
    var status: String?

    @Option(help: "The group it stands in.")
    var group: String?

    @Option(help: "An actor who took part; may be given more than once.")
    var actor: [String] = []

    @Option(help: "A place where it happened; may be given more than once.")
    var place: [String] = []

    @Option(help: "A tag; may be given more than once.")
    var tag: [String] = []

    @Option(help: "The id of a source; may be given more than once.")
    var cite: [String] = []

    @OptionGroup var site: SiteOptions

    func run() throws {
        var options = try site.buildOptions()
        // A new entry is checked against what it is written beside, drafts too.
        options.includesDrafts = true
        let settings = try readSettings(jobs: options.jobs)
        var entry = try asked(settings)
        if status == nil, entry.status == settings.defaultStatus?.rawValue { entry.status = nil }
        let path = entry.path
        let bytes = Array(entry.text.utf8)
        let files = NewFileTree(base: site.files, changes: [path: bytes])
        if try exists(path) {
            throw site.fail(FileFailure(path: path, reason: "there already; nothing was written"))
        }
        let prepared = try site.prepared(options, of: files)
        let own = prepared.diagnostics.filter { $0.location.path == path }
        if !own.isEmpty { try site.report(own, in: files) }
        if own.containsErrors {
            Console.error("nothing was written\n")
            throw ExitCode.contentErrors
        }
        do {
            try NewFile(root: site.source, path: path, bytes: bytes).create()
        } catch {
            throw site.fail(error)
        }
        try Console.output(site.shown(path) + "\n")
    }

    private func readSettings(jobs: Int) throws -> Settings {
        do {
            return try ContentReader(site.files, jobs: jobs).read().content.settings
        } catch {
            throw site.fail(error)
        }
    }

    private func exists(_ path: String) throws -> Bool {
        do {
            return try site.files.read(path) != nil
        } catch {
            throw site.fail(error)
        }
    }

    /// The entry as the options and, where these are silent, the person at the terminal say.
    private func asked(_ settings: Settings) throws -> NewEntry {
        let isAsking = Console.inputIsTerminal
        let defaultStatus = settings.defaultStatus?.rawValue
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
        entry.group = try group ?? prompt.optional("Group", settings.groups.map(\.id))
        entry.actors = actor
        entry.places = place
        entry.tags = tag
        entry.sources = try cite.isEmpty ? prompt.optional("Source", []).map { [$0] } ?? [] : cite
        return entry
    }

    private func readDate(_ prompt: Prompt) throws -> DateExpression {
        if let date {
            do {
                return try DateExpression(date)
            } catch {
                let fix = error.suggestion.map { "; write \($0)" } ?? ""
                throw ValidationError("--date \(date): \(error.message)\(fix).")
            }
        }
        return try prompt.date("Date (EDTF)")
    }
}

/// An entry that is about to be written.
struct NewEntry {
    var title: String
    var date: DateExpression
    var status: String?
    var group: String?
    var actors: [String] = []
    var places: [String] = []
    var tags: [String] = []
    var sources: [String] = []

    init(title: String, date: DateExpression, status: String?) {
        self.title = title
        self.date = date
        self.status = status
    }

    /// The file that the entry goes to: its date and its title make the name.
    var path: String {
        let name = [datePart, Self.shortened(Slug.make(from: title))].filter { !$0.isEmpty }.joined(
            separator: "-")
        return ContentPath.entry((name.isEmpty ? "entry" : name) + ".md")
    }

    var text: String {
        var lines = ["---", "title: \(yamlScalar(title))", "date: \(quotedDate(date.canonical))"]
        if let status { lines.append("status: \(yamlScalar(status))") }
        if let group { lines.append("group: \(yamlScalar(group))") }
        if !actors.isEmpty { lines.append("actors: \(yamlList(actors))") }
        if !places.isEmpty { lines.append("places: \(yamlList(places))") }
        if !tags.isEmpty { lines.append("tags: \(yamlList(tags))") }
        lines += claimLines
        if claimLines.isEmpty, !sources.isEmpty { lines.append("sources: \(yamlList(sources))") }
        return lines.joined(separator: "\n") + "\n---\n"
    }

    /// A status that rests on a claim gets one, where it is known who makes it.
    private var claimLines: [String] {
        guard let status, let stance = Self.stances[status], let speaker = actors.first else { return [] }
        var lines = [
            "claims:", "  - by: \(yamlScalar(speaker))", "    stance: \(stance)",
            "    says: \(yamlScalar(markdownText(title)))",
        ]
        if !sources.isEmpty { lines.append("    source: \(yamlList(sources))") }
        return lines
    }

    private static let stances = [
        "claimed": "asserts", "disputed": "asserts", "denied": "denies", "speculated": "speculates",
        "expected": "expects", "retracted": "retracts",
    ]

    /// The date as a file name can say it: the year, month and day that it begins with, as far as they are
    /// known. A name is no place to invent a day.
    private var datePart: String {
        let start = date.canonical.drop { !$0.isWholeNumber && $0 != "-" && $0 != "Y" }
        let parts = start.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first?.prefix(while: \.isWholeNumber), year.count == 4 else { return "" }
        var known = [String(year)]
        if year != parts[0] { return known[0] }
        for part in parts.dropFirst().prefix(2) {
            let digits = part.prefix { $0.isWholeNumber }
            let rest = part.dropFirst(digits.count).first
            guard digits.count == 2,
                rest == nil || rest == "/" || rest == "," || rest == "T" || rest == "]"
                    || rest == "}" || rest == "."
            else { break }
            if known.count == 1, Int(digits).map({ $0 > 12 }) ?? true { break }
            known.append(String(digits))
            if rest != nil { break }
        }
        return known.joined(separator: "-")
    }

    /// As many words of a slug as have room in a file's name, in UTF-8 bytes.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > 60 else { return slug }
        var short = ""
        for word in slug.split(separator: "-") {
            let longer = short.isEmpty ? String(word) : short + "-" + word
            if longer.utf8.count > 60 { break }
            short = longer
        }
        if !short.isEmpty { return short }
        while short.utf8.count < 56, let next = slug.dropFirst(short.count).first { short.append(next) }
        return short
    }
}
