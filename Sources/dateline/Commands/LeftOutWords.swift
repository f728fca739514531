import Diagnostics
import EDTF
import TimelineModel

/// The words for entries and pages that are not on a site, with the reasons: silence would look like success.
struct LeftOutWords {
    private var drafts: [String] = []
    private var later: [String] = []
    private var withheldNumber = 0

    init(_ timeline: Timeline) {
        for item in timeline.leftOut {
            switch item.reason {
            case .draft: drafts.append(item.path)
            case .withheld: withheldNumber += 1
            case .later(let day): later.append("\(item.path) on \(day.iso)")
            }
        }
    }

    /// What a build leaves out, by name; nil if that is nothing.
    var ofBuild: String? {
        if drafts.isEmpty && later.isEmpty && withheldNumber == 0 { return nil }
        let reasons = [
            draftCount.map { "\($0): \(Self.named(drafts))" },
            laterCount.map { "\($0): \(Self.named(later))" }, withheldCount,
        ]
        return "\(drafts.count + later.count + withheldNumber) left out: "
            + reasons.compactMap(\.self).joined(separator: ", ")
    }

    /// What a preview tells, in numbers; nil if that is nothing. A preview leaves out drafts and withheld entries alone: it
    /// shows what is to be published later, and marks it.
    var ofPreview: String? {
        let parts = [
            draftCount.map { "\($0) left out" }, withheldCount.map { "\($0) left out" }, laterCount,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var draftCount: String? { drafts.isEmpty ? nil : counted(drafts.count, "draft") }
    /// The number of withheld entries, which nothing names.
    private var withheldCount: String? {
        withheldNumber == 0 ? nil : counted(withheldNumber, "withheld entry", "withheld entries")
    }
    private var laterCount: String? { later.isEmpty ? nil : "\(later.count) to be published later" }

    private static func named(_ items: [String]) -> String {
        let shown = printable(items.prefix(5).joined(separator: ", "))
        return items.count > 5 ? shown + " and \(items.count - 5) more" : shown
    }
}
