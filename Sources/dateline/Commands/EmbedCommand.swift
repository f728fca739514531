import ArgumentParser
import Diagnostics
import SiteRendering

/// `dateline embed`: prints HTML with which another site shows the timeline.
struct EmbedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed", abstract: "Prints HTML with which another site shows the timeline.",
        discussion: """
            The HTML is a frame with embed.html of the published site, and a script of a few lines that gives it the \
            height of that page; without the script the frame scrolls. With --fragment it is a list with links, for \
            systems that allow neither frames nor scripts; such a list does not change with the site.

            Filters are those of the home page's address: q, from, to, group, status, importance, actor, place, tag, \
            source and any. Several conditions are all met.

            Examples:
              dateline embed
              dateline embed --filter status=disputed --filter from=1911-08
              dateline embed --entry harbour-closed
              dateline embed --fragment --filter actor=port-authority
            """)

    @Option(help: ArgumentHelp("The entry to show, by its slug.", valueName: "slug"))
    var entry: String?

    @Option(
        help: ArgumentHelp(
            "Show only entries that meet a condition; may be repeated.", valueName: "name=value"))
    var filter: [String] = []

    @Option(help: ArgumentHelp("The height of the frame where scripts are off.", valueName: "pixels"))
    var height = 600

    @Flag(help: "Print a list without scripts, styles and classes instead of a frame.")
    var fragment = false

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if entry != nil, !filter.isEmpty {
            throw ValidationError("--entry shows one entry, and --filter several; give one of them.")
        }
        let heights = Embedding.heights
        guard heights.contains(height) else {
            throw ValidationError(
                "--height takes a number from \(heights.lowerBound) to \(heights.upperBound).")
        }
    }

    func run() throws {
        var options = try site.buildOptions()
        options.exports = []
        options.checksCards = false
        let prepared = try site.prepared(options)
        try site.report(prepared.diagnostics)
        guard let embedding = prepared.embedding else {
            Console.error("nothing was written\n")
            throw ExitCode.contentErrors
        }
        let subject = entry.map { Embedding.Subject.entry($0) } ?? .entries(filters: filter)
        let text: String
        do throws(Embedding.Mistake) {
            text =
                fragment
                ? String(decoding: try embedding.fragment(of: subject), as: UTF8.self)
                : try embedding.frame(of: subject, height: height)
        } catch {
            switch error {
            case .request(let words): throw ValidationError(words)
            case .template(let mistake): throw site.fail(mistake)
            }
        }
        try Console.output(text)
    }
}
