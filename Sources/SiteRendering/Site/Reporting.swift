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
    /// The number of reports of each entry.
    private let counts: [Int]

    /// - Returns: nil if the content tells of fewer days than make a story.
    init?(_ timeline: Timeline) {
        guard let knowledge = timeline.knowledgeOfSeveralDays else { return nil }
        let reports = knowledge.reports
        guard let first = reports.firstIndex(where: { $0.span.earliest != nil }),
            reports[first].span.earliest != reports.last?.span.earliest
        else { return nil }
        self.knowledge = knowledge
        self.reports = reports
        var counts = [Int](repeating: 0, count: timeline.entries.count)
        for report in reports { counts[report.entry] += 1 }
        self.counts = counts
    }

    /// Whether an entry became known step by step, so that its page tells how.
    func hasSteps(ofEntry number: Int) -> Bool { counts[number] > 1 }
}
