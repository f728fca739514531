import Diagnostics
import EDTF
import SiteOutput
import SiteRendering
import TimelineModel

/// The result of a build in one line.
struct BuildSummary {
    let report: BuildReport
    let written: WriteSummary
    let folder: String
    let duration: Duration

    var text: String {
        let entries = counted(report.entryCount, "entry", "entries")
        var parts = ["\(printable(folder)): \(entries), \(counted(report.pageCount, "page"))"]
        let changes = "\(written.written) written, \(written.unchanged) unchanged, \(written.removed) removed"
        parts.append(written.written + written.removed == 0 ? "nothing changed (\(changes))" : changes)
        if let leftOut = report.leftOut { parts.append(printable(leftOut)) }
        parts.append(seconds)
        return parts.joined(separator: "; ") + "\n"
    }

    /// Names the entries that are not on the site, with the reasons, because silence would look like success; nil if
    /// there are none.
    static func leftOut(of timeline: Timeline) -> String? {
        let left = timeline.leftOut
        if left.isEmpty { return nil }
        let drafts = left.filter { $0.reason == .draft }.map(\.path)
        let later = left.compactMap { item -> String? in
            guard case .later(let day) = item.reason else { return nil }
            return "\(item.path) on \(day.iso)"
        }
        var reasons: [String] = []
        if !drafts.isEmpty { reasons.append("\(counted(drafts.count, "draft")): \(named(drafts))") }
        if !later.isEmpty { reasons.append("\(later.count) to be published later: \(named(later))") }
        return "\(left.count) left out: " + reasons.joined(separator: ", ")
    }

    private static func named(_ items: [String]) -> String {
        let shown = printable(items.prefix(5).joined(separator: ", "))
        return items.count > 5 ? shown + " and \(items.count - 5) more" : shown
    }

    private var seconds: String {
        let milliseconds =
            duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction + " s"
    }
}
