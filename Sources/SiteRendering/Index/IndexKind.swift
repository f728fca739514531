import EDTF
import TimelineModel

/// The kinds of things that have pages of their own and a list of all of them.
enum IndexKind: String, CaseIterable, Sendable {
    case periods, groups, actors, places, tags, status, sources

    var folder: String { rawValue }

    /// The data file that registers them; nil where none does, or `timeline.yml` alone.
    var file: ContentFile? {
        switch self {
        case .actors: .actors
        case .places: .places
        case .sources: .sources
        default: nil
        }
    }

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
