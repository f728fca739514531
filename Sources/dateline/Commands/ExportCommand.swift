import ArgumentParser
import Diagnostics
import Files
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

/// `dateline export`: prints the entries of a site in another format.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints the entries in another format.",
        discussion: """
            The same files are part of the site if timeline.yml lists their formats in exports. Dates keep their \
            EDTF in every format that has room for it; a note names the entries that a format cannot hold.

            Examples:
              dateline export --to csv > entries.csv
              dateline export --to icalendar --base-url https://example.org/story/ --output story.ics
              dateline export --to json | jq '.entries[] | select(.status == "disputed") | .edtf'
            """)

    @Option(help: ArgumentHelp("The format.", valueName: "format"))
    var to: ExportTarget

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if let output, output != "-",
            let reason = OutputLocation.refusal(
                ofFile: output, option: "--output", output: nil, source: site.source)
        {
            throw ValidationError(reason)
        }
    }

    func run() throws {
        var options = try site.buildOptions()
        options.exports = [to.format]
        let prepared = try site.prepared(options)
        if to.isFeed, prepared.timeline.settings.baseURL == nil {
            throw ValidationError("A feed needs the site's address: base_url in timeline.yml, or --base-url.")
        }
        try site.report(prepared.diagnostics)
        guard let file = prepared.output?.file(at: to.path) else {
            Console.error("nothing was written\n")
            throw ExitCode.contentErrors
        }
        try write(site.bytes(of: file))
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let output, output != "-" else {
            return try Console.output(String(decoding: bytes, as: UTF8.self))
        }
        do throws(FileFailure) { try ListFile(path: output).write(bytes) } catch { throw site.fail(error) }
    }
}

/// The files that `dateline export` can print, by the name of their format.
enum ExportTarget: String, CaseIterable, ExpressibleByArgument {
    case json, jsonl, csv, timelinejs
    case timelinejsCSV = "timelinejs-csv"
    case geojson, points, routes, icalendar, atom, jsonfeed

    var format: ExportFormat {
        switch self {
        case .json: .json
        case .jsonl: .jsonl
        case .csv: .csv
        case .timelinejs, .timelinejsCSV: .timelinejs
        case .geojson, .points, .routes: .geojson
        case .icalendar: .icalendar
        case .atom: .atom
        case .jsonfeed: .jsonfeed
        }
    }

    /// The path of the file in a site.
    var path: String {
        switch self {
        case .timelinejsCSV: "timelinejs.csv"
        case .points: "points.geojson"
        case .routes: "routes.geojson"
        case .json, .jsonl, .csv, .timelinejs, .geojson, .icalendar, .atom, .jsonfeed: format.path
        }
    }

    var isFeed: Bool { self == .atom || self == .jsonfeed }
}
