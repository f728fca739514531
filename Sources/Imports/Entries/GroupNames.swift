import CommonMark
import TimelineModel

/// The groups that entries name. A new site registers them; a site that has settings keeps its own.
struct GroupNames {
    /// The groups of a new site, in the order in which they were named.
    private(set) var new: [(id: String, name: String)] = []
    private var references: [String: String] = [:]
    private var ids: Set<String> = []
    private var registers: Bool

    init(_ site: ImportSite) {
        registers = !site.hasSettings
        for group in site.groups {
            references[group.name] = group.id
            references[group.id] = group.id
        }
    }

    /// Leaves all further names as they are.
    mutating func keep() { registers = false }

    mutating func reference(to name: String) -> String {
        if let known = references[name] { return known }
        let slug = Slug.make(from: name)
        guard registers, Slug.isUsable(slug) else {
            references[name] = name
            return name
        }
        var id = slug
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        references[name] = id
        new.append((id, name))
        return id
    }
}
