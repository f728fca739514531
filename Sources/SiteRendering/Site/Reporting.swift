import EDTF
import TimelineModel

/// The story in the order of reporting: what was first said on which day.
///
/// It contains no text of an entry, so that sites that differ only in such texts share it.
struct Reporting: Sendable {
    /// When everything became known.
    let knowledge: Knowledge
    /// All reports, the oldest first.
    let reports: [Report]
    /// The days on which something was first said, ascending; what is dated vaguely counts for the first day that is
    /// possible.
    let days: [CalendarDay]
    /// The number of reports of each entry.
    private let counts: [Int]
    /// The index of each entry's first report; nil if nothing dated tells of the entry.
    private let firsts: [Int?]

    /// - Returns: nil if the content tells of fewer days than make a story.
    init?(_ timeline: Timeline) {
        guard let knowledge = timeline.knowledgeOfSeveralDays else { return nil }
        let reports = knowledge.reports
        guard let first = reports.firstIndex(where: { $0.span.earliest != nil }),
            reports[first].span.earliest != reports.last?.span.earliest
        else { return nil }
        self.knowledge = knowledge
        self.reports = reports
        var days: [CalendarDay] = []
        for case let day? in reports.lazy.map(\.span.earliest) where days.last != day { days.append(day) }
        self.days = days
        var counts = [Int](repeating: 0, count: timeline.entries.count)
        var firsts = [Int?](repeating: nil, count: timeline.entries.count)
        for (index, report) in reports.enumerated() {
            if counts[report.entry] == 0 { firsts[report.entry] = index }
            counts[report.entry] += 1
        }
        self.counts = counts
        self.firsts = firsts
    }

    /// Whether an entry became known step by step, so that its page tells how.
    func hasSteps(ofEntry number: Int) -> Bool { counts[number] > 1 }

    /// Returns the first report of an entry; nil if nothing dated tells of it.
    func firstReport(ofEntry number: Int) -> Report? { firsts[number].map { reports[$0] } }

    /// Whether a report is the first of its entry.
    func isFirst(_ report: Report) -> Bool {
        firstReport(ofEntry: report.entry).map { $0.isAtTime(of: report) } ?? false
    }
}
