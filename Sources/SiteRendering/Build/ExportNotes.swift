import Diagnostics
import Exports
import TimelineModel

/// Returns notes on entries that the site's export files leave out, and on feeds that need a base URL.
func exportNotes(_ site: Site) -> [Diagnostic] {
    let formats = site.settings.exportFormats(ofEntries: site.timeline.entries.count)
    if formats.isEmpty { return [] }
    let settings = SourceLocation(ContentFile.settings.path)
    let exported = ExportedSite(site.timeline, SiteTexts(site: site))
    var notes = ExportLoss.losses(of: exported, formats).map { loss in
        let count = site.language.grouped(String(loss.entries.count))
        let noun = loss.entries.count == 1 ? "entry is" : "entries are"
        return Diagnostic(
            .exportLoss, "\(count) \(noun) not in the \(loss.format.rawValue) export: \(loss.reason)",
            at: settings,
            notes: loss.entries.prefix(ExportLoss.mostNamed).map { number in
                let entry = site[number]
                return .init(entry.slug.value, at: SourceLocation(entry.path, entry.date.range))
            })
    }
    let feeds = (site.settings.statedExports ?? []).filter { $0 == .atom || $0 == .jsonfeed }
    if site.settings.baseURL == nil, let feed = feeds.first {
        notes.append(
            Diagnostic(
                .exportWithoutAddress, "\(feed.rawValue) without base_url", at: settings,
                fixIts: [.init("add base_url: the address at which the site will be published")]))
    }
    return notes
}

extension ExportLoss {
    /// The number of entries that a note names; the others are counted.
    fileprivate static let mostNamed = 20
}

extension Rule {
    static let exportLoss = Rule(
        "export-loss", .note, "An export file holds every entry.",
        because: "The format, or the programs that read it, cannot hold such a date without changing it.")
    static let exportWithoutAddress = Rule(
        "export-without-address", .warning, "Feeds need the base_url of the site.",
        because: "The links and ids of a feed are absolute; without base_url no feed is written.")
}
