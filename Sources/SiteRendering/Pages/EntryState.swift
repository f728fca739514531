import EDTF
import Templates
import TimelineModel

/// One entry as a list shows it, on an earlier day.
struct EntryState: PageSubject {
    let frame: PageFrame
    /// The index of the entry in ``then``.
    private let number: Int
    /// The site as it could have stood on the day.
    private let then: Site

    /// - Parameter site: the whole site; nil if the entry is that of the whole site.
    init(_ number: Int, in then: Site, of site: Site? = nil) {
        self.number = number
        self.then = then
        frame = PageFrame(site: site ?? then, path: PagePath.home, title: then.settings.title)
    }

    fileprivate var entries: [EntryView] { then.entries([number]) }
}

let entryStateContext = Context<EntryState>(
    "entry of an earlier day",
    pageFields() + [
        .list("entries", entryContext, "The entry") { $0.entries }
    ])
