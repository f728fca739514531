import ArgumentParser
import Changes
import Diagnostics
import SiteOutput
import SiteRendering
import TimelineModel

/// A site as it is now, compared with an earlier publication of it.
struct SiteComparison {
    /// The site as it is now.
    let site: PreparedSite
    /// What has changed.
    let comparison: Comparison

    /// Reads the earlier publication and the site, and compares them. A mistake in either ends the command.
    ///
    /// - Parameters:
    ///   - path: the `dateline.json` of the earlier publication.
    ///   - reports: whether the diagnostics of a site without errors are printed.
    init(since path: String, _ options: SiteOptions, reports: Bool) throws {
        let bytes = try GivenFile.read(path, atMost: Publication.largest)
        let old = try Self.publication(path, bytes, options)
        var build = try options.buildOptions()
        // What is compared is what `exports: [json]` publishes, whatever the site itself exports.
        build.exports = [.json]
        build.checksCards = false
        let prepared = try options.prepared(build)
        if reports || prepared.output == nil { try options.report(prepared.diagnostics) }
        guard let file = prepared.output?.file(at: ExportFormat.json.path) else {
            throw ExitCode.contentErrors
        }
        let new = try Self.publication(file.path, options.bytes(of: file), options)
        if let mistake = old.mistake(comparingWith: new) {
            throw try Self.refuse(mistake.diagnostic, bytes, options)
        }
        site = prepared
        comparison = Comparison(of: old, with: new, withheld: prepared.timeline.withheldSlugs)
    }

    /// The changes of dates, statuses and numbers that no correction names, with the severity that the site gives the rule.
    var silentChanges: [Diagnostic] {
        site.levels.apply(to: site.timeline.diagnostics(of: comparison.silent))
    }

    private static func publication(
        _ path: String, _ bytes: [UInt8], _ options: SiteOptions
    ) throws -> Publication {
        do throws(Publication.Mistake) { return try Publication(path: path, bytes) } catch {
            throw try refuse(error.diagnostic, bytes, options)
        }
    }

    /// Prints what is wrong with the file of an earlier publication, which is no file of the site.
    private static func refuse(
        _ mistake: Diagnostic, _ bytes: [UInt8], _ options: SiteOptions
    ) throws -> ExitCode {
        var printer = DiagnosticPrinter(coloured: options.format == .text && Console.isColoured) { _ in bytes
        }
        try options.format.print([mistake], with: &printer)
        return .contentErrors
    }
}
