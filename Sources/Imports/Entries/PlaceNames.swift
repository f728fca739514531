import CommonMark
import TimelineModel

/// The places of a table with coordinates, which a new site registers.
struct PlaceNames {
    struct Point: Equatable {
        var latitude: String
        var longitude: String
    }

    private var points: [String: Point] = [:]
    private var order: [(id: String, name: String)] = []
    private var ids: [String: String] = [:]
    private var taken: Set<String> = []

    /// Registers a place at a point; returns false if it is registered at another point.
    mutating func add(_ name: String, at point: Point) -> Bool {
        if let known = points[name] { return known == point }
        let slug = Slug.make(from: name)
        guard Slug.isUsable(slug) else { return false }
        var id = slug
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        points[name] = point
        ids[name] = id
        order.append((id, name))
        return true
    }

    /// The id of a registered place, or the name as it is.
    func reference(to name: String) -> String { ids[name] ?? name }

    /// Whether a place is registered at a point.
    func isRegistered(_ name: String, at point: Point) -> Bool { points[name] == point }

    /// The text of `places.yml`; nil if no place has coordinates.
    var text: String? {
        if order.isEmpty { return nil }
        var yaml = FrontMatterText()
        for place in order {
            guard let point = points[place.name] else { continue }
            yaml.add(
                place.id,
                .map([
                    YAMLPair("name", .text(place.name)), YAMLPair("lat", .written(point.latitude)),
                    YAMLPair("lon", .written(point.longitude)),
                ]))
        }
        return yaml.yaml
    }
}
