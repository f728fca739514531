import TimelineModel

/// The lanes of an overview: one for each group, in the order of the groups, and one for entries without a group.
struct OverviewLanes: Sendable {
    /// One lane.
    struct Lane: Equatable, Sendable {
        /// The id of the group; nil for entries without a group, and for groups that share a lane.
        var groupID: String?
        var name: String
    }

    let lanes: [Lane]
    /// The indices of lanes by group.
    private let slots: [String: Int]
    /// The index of the lane that several groups share.
    private let otherSlot: Int
    /// The index of the lane for entries without a group.
    private let noneSlot: Int

    /// The greatest number of lanes; beyond it, the groups with the fewest entries share one.
    static let most = 12

    /// - Parameter numbers: the indices of the entries in the timeline.
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

    /// Returns the index of an entry's lane.
    func slot(of entry: Entry) -> Int {
        guard let group = entry.group else { return noneSlot }
        return slots[group.id] ?? otherSlot
    }
}
