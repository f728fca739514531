import Diagnostics
import EDTF
import Templates
import TimelineModel

/// A page that tells the story in the order of reporting.
struct KnownPage: PageSubject {
    let frame: PageFrame
    /// The reports of the page, in reading order.
    let reports: [Report]
    /// The position among the pages of the list; nil if it has only one.
    let pager: Pager?
    /// On the first page, the addresses of the reports with which entries became known, by the index of the entry.
    let addresses: [String?]?

    var site: Site { frame.site }

    /// The reports by their times.
    fileprivate var days: [ReportDay] {
        guard let reporting = site.reporting else { return [] }
        var days: [ReportDay] = []
        for report in reports {
            let view = ReportView(report: report, reporting: reporting, site: site)
            if let last = days.last?.reports.last?.report, last.isAtTime(of: report) {
                days[days.count - 1].reports.append(view)
            } else {
                days.append(ReportDay(reports: [view]))
            }
        }
        return days
    }
}

/// The reports of one time.
private struct ReportDay: Sendable {
    var reports: [ReportView]
}

private let reportDayContext = Context<ReportDay>(
    "day of reports",
    [
        .text("text", "The day in words; what is dated vaguely stands at the first day that is possible") {
            day in
            day.reports.first.map { $0.site.language.words(for: $0.report).capitalised }
        },
        .text("count", "The number of entries of which something was said, in words") { day in
            day.reports.first?.site.language.entries(day.reports.count)
        },
        .text("day_url", "The URL of the page of what was known that day; empty if there is none") { day in
            guard let first = day.reports.first, let start = first.report.span.earliest else { return nil }
            return first.site.earlierDays.contains(start) ? PagePath.known(on: start) : nil
        },
        .list("reports", reportContext, "What was said, by entry") { $0.reports },
    ])

let knownPageContext = Context<KnownPage>(
    "page of how the story became known",
    pageFields() + [
        .record(
            "overview", overviewContext,
            "On the first page: the drawing of when the entries happened and when they became known"
        ) { page in
            page.addresses.flatMap { Overview(knownAt: $0, in: page.site, root: page.frame.root) }
        },
        .list("days", reportDayContext, "What was first said, by day, in reading order") { $0.days },
        .record("pager", pagerContext, "The other parts of a long list") { $0.pager },
    ])
