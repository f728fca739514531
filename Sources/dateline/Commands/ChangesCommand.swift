import ArgumentParser
import Changes
import Diagnostics
import EDTF
import Files
import SiteRendering
import TimelineModel
import UTF8Text

/// `dateline changes`: lists the facts that have changed since a publication, and adds them to the site's log of changes.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "Lists what has changed since a publication.",
        discussion: """
            Compares the site with the dateline.json of an earlier publication (exports: [json], or `dateline export \
            --to json`). Only facts are listed: entries, titles, dates, statuses, numbers, claims, sources, places, \
            actors, corrections and texts. White space, the order of lists, and wording that an entry marks with \
            minor: DAY are not. A date, status or number that no new correction names is a warning.

            With `record` the changes are added to Content/changes.yml, from which a build makes changes.html and \
            changes.atom. What the file already contains stays as it is.

            Examples:
              dateline changes --since Site/dateline.json
              dateline changes --since old.json --json | jq '.changes[] | select(.kind == "status")'
              dateline changes record --since Site/dateline.json --date 2024-05-01
            """)

    /// What is done with the changes.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case record
    }

    @Argument(help: ArgumentHelp("Adds the changes to Content/changes.yml.", valueName: "record"))
    var action: Action?

    @Option(
        help: ArgumentHelp("The dateline.json of the earlier publication.", valueName: "file"),
        completion: .file())
    var since: String

    @Flag(help: "Print the changes as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The day of the publication that is recorded; by default the day that counts as today.",
            valueName: "day"))
    var date: String?

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if since.isEmpty { throw ValidationError("--since takes the dateline.json of a publication.") }
        if date != nil, action == nil { throw ValidationError("--date belongs to `changes record`.") }
        _ = try statedDay()
    }

    private func statedDay() throws -> CalendarDay? {
        guard let date else { return nil }
        guard let day = (try? DateExpression(date))?.fullDay, FeedSettings.years.contains(day.year) else {
            throw ValidationError("--date takes a day such as 2023-11-01.")
        }
        return day
    }

    func run() throws {
        let compared = try SiteComparison(since: since, site, reports: false)
        let silent = compared.silentChanges
        try site.report(silent)
        let changes = compared.comparison.changes
        if action == .record, !silent.containsErrors { try record(changes, compared.site.timeline) }
        if json {
            try Console.output(Self.json(changes))
        } else if !site.quiet {
            try Console.output(Self.text(changes))
        }
        if silent.containsErrors { throw ExitCode.contentErrors }
    }

    // MARK: Recording

    private func record(_ changes: [Change], _ timeline: Timeline) throws {
        if changes.isEmpty { return }
        guard let day = try statedDay() ?? timeline.asOf, FeedSettings.years.contains(day.year) else {
            throw ValidationError("No day counts as today; state the day of the publication with --date.")
        }
        let path = ContentFile.changes.path
        do {
            let before = try site.files.read(path)
            let file = ChangeLogFile(before ?? [])
            let block = ChangeDay(date: day, changes: changes)
            if file.log.days.last == block {
                Console.error("\(site.shown(path)) has these changes already\n")
                return
            }
            guard let after = file.adding(block) else {
                throw site.fail(
                    Diagnostic(
                        .changeLogForm, "a block cannot be added at the end of this file",
                        at: SourceLocation(path),
                        fixIts: [.init("write days: as a list in block style, at the end of the file")]))
            }
            if let before {
                try ReplacedFile(root: site.source, path: path, before: before, after: after).write()
            } else {
                var files = NewFiles(root: site.source, path: path, bytes: after)
                try files.create()
            }
        } catch let failure as FileFailure {
            throw site.fail(failure)
        }
        if !site.quiet { Console.error("recorded in \(printable(site.shown(path)))\n") }
    }

    // MARK: Output

    private static func json(_ changes: [Change]) -> String {
        var json = JSONText()
        json.object { json in
            json.array("changes") { json in
                for change in changes {
                    json.breakLine()
                    json.object { json in
                        json.string("kind", change.kind.rawValue)
                        for (key, text) in [
                            ("entry", change.entry), ("title", change.title), ("part", change.part),
                            ("was", change.was), ("now", change.now),
                        ] {
                            if let text { json.string(key, text) }
                        }
                    }
                }
            }
        }
        json.newline()
        return json.text
    }

    private static func text(_ changes: [Change]) -> String {
        var text = ""
        var subject: String?
        for change in changes {
            let heading = change.entry.map { "\($0): \(change.title ?? "")" } ?? "the site"
            if heading != subject { text += printable(heading) + "\n" }
            subject = heading
            text += "  " + printable(line(change)) + "\n"
        }
        return text + (changes.isEmpty ? "no changes\n" : "\(counted(changes.count, "change"))\n")
    }

    private static func line(_ change: Change) -> String {
        let kind = change.kind.rawValue.replacing("-", with: " ")
        let values = [("was", change.was), ("now", change.now)].compactMap { word, value in
            value.map { "\(word) \(words($0, change.kind))" }
        }
        let start = kind + (change.part.map { " (\($0))" } ?? "")
        return start + (values.isEmpty ? "" : ": " + values.joined(separator: ", "))
    }

    private static func words(_ value: String, _ kind: ChangeKind) -> String {
        guard kind == .date, let date = try? DateExpression(value) else { return value }
        return "\(date.text(in: .english)) (\(value))"
    }
}
