import DevServer
import Diagnostics
import Files
import SiteRendering
import TimelineModel

/// A running preview: builds the site, shows the result, and reports each build in a line.
struct ServeSession {
    let server: DevServer
    let site: SiteOptions

    /// Builds the site if anything has changed, and shows the result.
    func follow(
        _ builder: inout SiteBuilder, _ change: InputChange, since start: ContinuousClock.Instant
    ) throws {
        do throws(FileFailure) {
            guard let build = try builder.build(change) else { return }
            if let tree = build.site.output {
                server.show(tree, of: build)
            } else {
                server.show(trouble(in: build), sources: build.sources)
            }
            report(build, ContinuousClock.now - start)
        } catch {
            let text = site.text(of: error)
            server.show(Trouble([Trouble.Item(text)]), sources: site.files)
            Console.error(text + "\n")
        }
    }

    /// The errors of a build, formatted as in the terminal.
    private func trouble(in build: SiteBuilder.Build) -> Trouble {
        let errors = build.site.diagnostics.filter { $0.severity == .error }
        var printer = site.printer(reading: build.sources)
        return Trouble(
            errors.prefix(Self.mostShown).map { error in
                let placed = site.placed(error)
                return Trouble.Item(
                    printer.text([placed]), path: error.location.path,
                    line: printer.position(of: placed.location).line)
            })
    }

    /// The number of errors on a page, which is not made for lists of thousands.
    private static let mostShown = 100

    private func report(_ build: SiteBuilder.Build, _ duration: Duration) {
        let prepared = build.site
        // The page already shows the result, so a terminal that is gone does not matter.
        // Each warning is reported once, because nobody reads a hundred after each edit. A program gets them all.
        let told = site.format == .json ? prepared.diagnostics : build.news
        if site.format == .json || !told.isEmpty { try? site.report(told, in: build.sources) }
        if site.quiet { return }
        let errors = prepared.diagnostics.count { $0.severity == .error }
        let result =
            prepared.output == nil
            ? "\(counted(errors, "error")), nothing new is shown"
            : "\(counted(prepared.timeline.entries.count, "entry", "entries")), \(counted(prepared.pageCount, "page"))"
        let warnings = prepared.diagnostics.count { $0.severity == .warning }
        let parts = [
            build.isFirst ? nil : changes(build.changed), result,
            warnings > 0 ? counted(warnings, "warning") : nil, LeftOutWords(prepared.timeline).ofPreview,
            milliseconds(duration),
        ]
        let line = parts.compactMap(\.self).joined(separator: "; ") + "\n"
        if site.format == .json { Console.error(line) } else { try? Console.output(line) }
    }

    /// Returns the changed paths in short: `Content/events/harbour.md and 2 more`.
    private func changes(_ paths: [String]) -> String? {
        guard let first = paths.first else { return nil }
        return printable(site.shown(first)) + (paths.count > 1 ? " and \(paths.count - 1) more" : "")
    }

    private func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
