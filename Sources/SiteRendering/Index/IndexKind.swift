import EDTF
import TimelineModel

/// The kinds of items that have pages of their own and an index page.
enum IndexKind: String, CaseIterable, Sendable {
    case periods, groups, actors, places, tags, status, sources

    /// The folder of the pages of this kind.
    var folder: String { rawValue }

    /// The data file that registers the items of this kind; nil if there is none, or if `timeline.yml` registers
    /// them.
    var file: ContentFile? {
        switch self {
        case .actors: .actors
        case .places: .places
        case .sources: .sources
        default: nil
        }
    }

    /// The name of the kind in the interface.
    var word: Word {
        switch self {
        case .periods: .periods
        case .groups: .groups
        case .actors: .actors
        case .places: .places
        case .tags: .tags
        case .status: .statuses
        case .sources: .sources
        }
    }
}
