import TimelineModel

/// How important an entry is: the numbers of its `importance`.
enum ImportanceLevel: Int, CaseIterable, Sendable {
    case key = 1
    case normal, detail

    init(id: String) { self = Self.allCases.first { $0.id == id } ?? .normal }

    var id: String { String(rawValue) }

    var word: Word {
        switch self {
        case .key: .keyEntries
        case .normal: .normalEntries
        case .detail: .detailEntries
        }
    }
}
