import TimelineModel

/// The importance of an entry; the raw value is that of its `importance` key.
enum ImportanceLevel: Int, CaseIterable, Sendable {
    case key = 1
    case normal, detail

    /// Parses an id; any other text is ``normal``.
    init(id: String) { self = Self.allCases.first { $0.id == id } ?? .normal }

    /// The level's value in an address.
    var id: String { String(rawValue) }

    /// The level's name in the interface.
    var word: Word {
        switch self {
        case .key: .keyEntries
        case .normal: .normalEntries
        case .detail: .detailEntries
        }
    }
}
