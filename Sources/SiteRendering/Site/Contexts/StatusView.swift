import EDTF
import Templates
import TimelineModel

/// A status with its name and meaning.
struct StatusView: Sendable {
    var status: Status
    var site: Site
}

let statusContext = Context<StatusView>(
    "status",
    [
        .text("id", "confirmed, claimed, disputed, denied, speculated, expected, retracted or unrated") {
            $0.status.rawValue
        },
        .text("name", "The status in words") { $0.site.language.name(of: $0.status) },
        .text("meaning", "The meaning of the status, in a sentence") {
            $0.site.language.meaning(of: $0.status)
        },
        .text("url", "The URL of the list of entries with this status; empty if none has it today") { view in
            view.site.listedStatuses.contains(view.status)
                ? PagePath.item(.status, view.status.rawValue) : nil
        },
    ])
