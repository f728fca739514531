import Templates
import TimelineModel

/// A property by which entries can be filtered; the raw value is its name in the address of a filtered view.
enum SearchFacet: String, CaseIterable, Sendable {
    case group, status, importance, actor, place, tag, source

    /// The kind of pages that list the same entries; nil for importance, which has none.
    var kind: IndexKind? {
        switch self {
        case .group: .groups
        case .status: .status
        case .importance: nil
        case .actor: .actors
        case .place: .places
        case .tag: .tags
        case .source: .sources
        }
    }

    /// The facet that matches the pages of a kind; nil if there is none.
    init?(_ kind: IndexKind) {
        guard let facet = Self.allCases.first(where: { $0.kind == kind }) else { return nil }
        self = facet
    }

    /// The facet's name in the interface.
    var word: Word {
        switch self {
        case .group: .group
        case .status: .status
        case .importance: .importance
        case .actor: .actor
        case .place: .place
        case .tag: .tag
        case .source: .source
        }
    }

    /// Whether an entry may have several values, so that a reader may require all of the selected ones.
    var canMeanAll: Bool {
        switch self {
        case .actor, .place, .tag, .source: true
        case .group, .status, .importance: false
        }
    }

    /// Returns the entries of each value of the facet. Sources written within entries are left out, since they have
    /// no id of their own.
    func entries(of site: Site) -> [(id: String, entries: [Int])] {
        guard let kind else {
            let numbers = site.timeline.entries.indices
            return ImportanceLevel.allCases.map { level in
                (level.id, numbers.filter { site[$0].importance == level.rawValue })
            }.filter { !$0.1.isEmpty }
        }
        let index = site.index
        return index.things.lazy.filter { thing in
            thing.kind == kind
                && (self != .source || site.timeline.sources.values[thing.slot].isRegistered)
        }.map { (index.id(of: $0), index.entries(kind, at: $0.slot)) }
    }

    /// Returns the values that the filter panel offers: groups, statuses and levels in their own order, others by
    /// descending number of entries.
    ///
    /// - Parameter limit: the greatest number of values.
    func values(of site: Site, limit: Int) -> [FacetValue] {
        let values: [FacetValue]
        switch self {
        case .importance:
            values = entries(of: site).map { id, entries in
                let level = ImportanceLevel(id: id)
                return FacetValue(id: id, name: site.language[level.word], count: entries.count)
            }
        case .status, .group: values = ids(of: site)
        case .actor, .place, .tag, .source:
            // The rows are by name already, and the sort keeps their order where counts are equal.
            values = ids(of: site).enumerated().sorted {
                ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
            }.map(\.element)
        }
        return Array(values.lazy.filter { $0.count > 0 }.prefix(limit))
    }

    /// Returns the values in the order of their lists.
    private func ids(of site: Site) -> [FacetValue] {
        guard let kind else { return [] }
        return site.things(kind).map { id, name in
            FacetValue(id: id, name: name, count: site.index.entryCount(kind, id))
        }
    }
}

/// One value of a facet.
struct FacetValue: Sendable {
    var id: String
    var name: String
    var count: Int
}

extension Site {
    /// Returns the items of a kind that entries can be filtered by, sorted by name or in their own order.
    fileprivate func things(_ kind: IndexKind) -> [(id: String, name: String)] {
        switch kind {
        case .periods: []
        case .groups: timeline.groups.values.map { ($0.id, $0.name) }
        case .status: Status.allCases.map { ($0.rawValue, language.name(of: $0)) }
        case .actors: names(timeline.actors.values, in: order(.actors))
        case .places: names(timeline.places.values, in: order(.places))
        case .tags: names(timeline.tags.values, in: order(.tags))
        case .sources:
            timeline.sources.values.indices.filter { timeline.sources.values[$0].isRegistered }.map { slot in
                let view = source(at: slot).subject
                return (view.source.id, view.source.title.map { "\(view.label): \($0)" } ?? view.label)
            }
        }
    }

    private func names(_ things: [some Registered], in order: [Int]) -> [(id: String, name: String)] {
        order.map { (things[$0].id, things[$0].name) }
    }
}
