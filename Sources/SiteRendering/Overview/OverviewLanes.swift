import TimelineModel

/// The lanes of an overview: one a group in the order of the groups, one for what has none.
struct OverviewLanes: Sendable {
    struct Lane: Equatable, Sendable {
        /// Nil for entries without a group and for groups that share a lane.
        var groupID: String?
        var name: String
    }

    let lanes: [Lane]
    private let slots: [String: Int]
    private let otherSlot: Int
    private let noneSlot: Int

    /// More lanes than these are not told apart; those with fewer entries share the last.
    static let most = 12

    init(_ numbers: [Int], in site: Site) {
        var counts: [String: Int] = [:]
        var hasNone = false
        for number in numbers {
            if let group = site[number].group { counts[group.id, default: 0] += 1 } else { hasNone = true }
        }
        let present = site.timeline.groups.values.filter { counts[$0.id] != nil }
        var kept = Set(present.map(\.id))
        let isCut = present.count + (hasNone ? 1 : 0) > Self.most
        if isCut {
            let ranked = present.enumerated().sorted { left, right in
                let sizes = (counts[left.element.id] ?? 0, counts[right.element.id] ?? 0)
                return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.offset < right.offset
            }
            kept = Set(ranked.prefix(Self.most - (hasNone ? 2 : 1)).map(\.element.id))
        }
        var lanes: [Lane] = []
        var slots: [String: Int] = [:]
        for group in present where kept.contains(group.id) {
            slots[group.id] = lanes.count
            lanes.append(Lane(groupID: group.id, name: group.name))
        }
        otherSlot = lanes.count
        if isCut { lanes.append(Lane(name: site.language[.otherGroups])) }
        noneSlot = lanes.count
        // A name would say nothing where no entry has a group.
        if hasNone { lanes.append(Lane(name: lanes.isEmpty ? "" : site.language[.noGroup])) }
        self.lanes = lanes
        self.slots = slots
    }

    /// The lane of an entry, as a place in ``lanes``.
    func slot(of entry: Entry) -> Int {
        guard let group = entry.group else { return noneSlot }
        return slots[group.id] ?? otherSlot
    }
}
