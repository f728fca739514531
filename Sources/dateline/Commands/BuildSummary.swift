import Diagnostics
import EDTF
import SiteOutput
import SiteRendering

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

    private var seconds: String {
        let milliseconds =
            duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        return "\(milliseconds / 1000)." + String(Int(milliseconds % 1000), minimumDigits: 3) + " s"
    }
}
