import EDTF
import Templates
import TimelineModel

/// What was first said about an entry at one time.
struct ReportView: Sendable {
    let report: Report
    let reporting: Reporting
    let site: Site

    /// The greatest number of claims of one report in a list; the entry's own page shows them all.
    private static let mostClaims = 50

    fileprivate var claims: [Dispute.Side] { report.claims.prefix(Self.mostClaims).map { site.side($0) } }
    fileprivate var furtherClaims: Int { max(0, report.claims.count - Self.mostClaims) }
}

let reportContext = Context<ReportView>(
    "report",
    [
        .text("text", "When it was said, in words; vague where the dates are") { view in
            view.site.language.words(for: view.report).capitalised
        },
        .text("anchor", "The id of the report: the slug of its entry, if it is the first one of it") { view in
            view.reporting.isFirst(view.report) ? view.site[view.report.entry].slug.value : nil
        },
        .kept("entry", linkContext, "The entry that it is about") { view in
            view.site.link(toEntry: view.report.entry)
        },
        .record("entry_date", dateContext, "The date of the entry") { view in
            view.site.date(ofEntry: view.report.entry)
        },
        .text(
            "distance",
            "How long after the event it was said, in words; empty if the dates tell nothing about it"
        ) { view in
            view.site.language.words(for: view.reporting.knowledge.distance(of: view.report))
        },
        .record("former_status", statusContext, "The status of the entry until then, if it changed") { view in
            view.site.status(view.report.change?.from)
        },
        .record(
            "new_status", statusContext,
            "The status from then on, if it changed or if the entry became known with it"
        ) { view in
            view.site.status(view.report.change?.status)
        },
        .list("because", sideContext, "Claims of other entries that changed the status") { view in
            view.report.change?.because.map { view.site.side($0) } ?? []
        },
        .list("claims", sideContext, "The claims of the entry that were made then; the first of many") {
            $0.claims
        },
        .number("further_claims", "The number of further claims") { $0.furtherClaims },
        .record("source", sourceContext, "The source with which it became known, if no claim did") {
            view in
            view.report.source.flatMap { view.site.timeline.sources[$0.id] }.map { source in
                SourceView(source: source, language: view.site.language)
            }
        },
        .flag(
            "is_possibly_known", "In a view of an earlier day: whether it was only possibly said by then"
        ) { view in
            view.report.claims.contains { view.site.timeline.claim($0).isOnlyPossiblyKnown }
        },
    ])
