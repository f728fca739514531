import MapGeometry
import TimelineModel

/// The maps of a site: the places and routes that can be drawn, and their views.
final class SiteMaps: Sendable {
    /// The places with coordinates that entries name, in the order of the registry.
    let places: [MapPlace]
    /// The indices in ``places`` by id.
    let numbers: [String: Int]
    /// The routes of all entries, in the order of the timeline, including those without coordinates.
    let routes: [SiteRoute]
    /// The map of the whole site.
    let whole: MapScene
    /// The views of the map of the whole site.
    let wholeViews: WholeViews
    /// The memoised maps of entries and places.
    let figures = MapFigures()
    private let scenes: SceneViews

    /// The views of the map page.
    struct WholeViews: Sendable {
        /// The view for wide pages.
        let wide: MapView
        /// The view for narrow pages.
        let narrow: MapView
        /// The views of regions in which places are too close to have separate marks.
        var insets: [MapView] = []
    }

    /// The greatest number of an entry's places and legs that a map considers; more would make it unreadable.
    private static let mostPlaces = 200
    private static let mostLegs = 24
    private static let mostInsets = 4

    /// - Returns: nil if the site has no map, because no place has coordinates or `timeline.yml` disables maps.
    init?(_ timeline: Timeline, _ index: SiteIndex) {
        guard timeline.settings.hasMap else { return nil }
        let places = timeline.places.values.compactMap { place -> MapPlace? in
            let count = index.entryCount(.places, place.id)
            return count > 0 ? MapPlace(place, entryCount: count) : nil
        }
        guard !places.isEmpty else { return nil }
        self.places = places
        let numbers = Dictionary(
            places.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.numbers = numbers
        routes = Self.routes(of: timeline)
        let legs = routes.compactMap { Self.leg($0, numbers) }
        let order = places.indices.sorted { left, right in
            (places[right].entryCount, left) < (places[left].entryCount, right)
        }
        whole = MapScene(places: order.map { MapScene.Place(number: $0) }, legs: legs)
        wholeViews = Self.wholeViews(whole, places)
        scenes = SceneViews(places, legs, timeline, numbers, mostLegs: Self.mostLegs)
    }

    /// All views, for each of which the land is drawn.
    var views: Set<MapView> {
        scenes.all.union([wholeViews.wide, wholeViews.narrow]).union(wholeViews.insets)
    }

    /// Returns the scene of an entry; nil if none of its places has coordinates.
    func scene(of entry: Entry) -> MapScene? { Self.scene(of: entry, numbers, mostLegs: Self.mostLegs) }

    /// Returns the scene of a place: the place itself, and the other ends of its routes; nil if it has no
    /// coordinates.
    func scene(ofPlace id: String) -> MapScene? { numbers[id].map { scenes.scene(ofPlace: $0) } }

    /// Returns the views of a scene.
    func views(of scene: MapScene) -> [MapView] {
        scenes.views(of: scene.places.map(\.number)) ?? Self.views(of: scene.places.map(\.number), places)
    }

    fileprivate static func scene(of entry: Entry, _ numbers: [String: Int], mostLegs: Int) -> MapScene? {
        var scene = MapScene()
        for use in entry.places.prefix(mostPlaces) {
            if let number = numbers[use.place.id] { scene.add(number, status: use.status?.ifOpen) }
        }
        for leg in entry.route.prefix(mostPlaces) {
            let route = SiteRoute(from: leg.from, to: leg.to, mode: leg.by, status: leg.status)
            guard let leg = Self.leg(route, numbers) else {
                for end in [leg.from, leg.to] { if let number = numbers[end.id] { scene.add(number) } }
                continue
            }
            scene.add(leg.from)
            scene.add(leg.to)
            if scene.legs.count < mostLegs, !scene.legs.contains(leg) { scene.legs.append(leg) }
        }
        return scene.places.isEmpty ? nil : scene
    }

    /// Returns the leg of a route; nil if one of its ends has no coordinates.
    private static func leg(_ route: SiteRoute, _ numbers: [String: Int]) -> MapScene.Leg? {
        guard let from = numbers[route.from.id], let to = numbers[route.to.id], from != to else { return nil }
        return MapScene.Leg(from: from, to: to, mode: route.mode, status: route.status?.ifOpen)
    }

    /// Returns the routes of all entries, grouped by ends, mode of travel and status.
    private static func routes(of timeline: Timeline) -> [SiteRoute] {
        struct Key: Hashable {
            var from: String
            var to: String
            var mode: TravelMode?
            var status: Status?
        }
        var routes: [SiteRoute] = []
        var slots: [Key: Int] = [:]
        for number in timeline.entries.indices {
            for leg in timeline.entries[number].route {
                let key = Key(from: leg.from.id, to: leg.to.id, mode: leg.by, status: leg.status)
                let slot = slots[key] ?? routes.count
                if slot == routes.count {
                    slots[key] = slot
                    routes.append(SiteRoute(from: leg.from, to: leg.to, mode: leg.by, status: leg.status))
                }
                for actor in leg.claimedBy
                where !routes[slot].claimedBy.contains(where: { $0.id == actor.id }) {
                    routes[slot].claimedBy.append(actor)
                }
                if routes[slot].entries.last != number { routes[slot].entries.append(number) }
            }
        }
        return routes
    }

    /// Returns the view of a small map, followed by the inset for its most crowded mark, if it needs one.
    fileprivate static func views(of numbers: [Int], _ places: [MapPlace]) -> [MapView] {
        let overview = MapView.showing(numbers.map { places[$0].target }, in: .small)
        return [overview] + insets(of: overview, numbers, places, atMost: 1)
    }

    /// Returns the views of the map page.
    private static func wholeViews(_ scene: MapScene, _ places: [MapPlace]) -> WholeViews {
        let numbers = scene.places.map(\.number)
        let targets = numbers.map { places[$0].target }
        let wide = MapView.showing(targets, in: .wide)
        return WholeViews(
            wide: wide, narrow: MapView.showing(targets, in: .small),
            insets: insets(of: wide, numbers, places, atMost: mostInsets))
    }

    /// Returns the views of regions in which several places share a mark, the most crowded first.
    private static func insets(
        of view: MapView, _ numbers: [Int], _ places: [MapPlace], atMost limit: Int
    ) -> [MapView] {
        guard numbers.count > 1 else { return [] }
        let projection = view.projection
        let marks = MapDrawing.marks(of: view, numbers.map { projection.project(places[$0].target.point) })
        let crowded = marks.filter { $0.members.count > 1 }.enumerated().sorted { left, right in
            (right.element.members.count, left.offset) < (left.element.members.count, right.offset)
        }
        var insets: [MapView] = []
        for mark in crowded.map(\.element) where insets.count < limit {
            let members = mark.members.map { places[numbers[$0]].target }
            let inset = MapView.showing(members, in: .small, isInset: true)
            let projection = inset.projection
            let apart = MapDrawing.marks(of: inset, members.map { projection.project($0.point) })
            if apart.count > 1, inset.isMuchNarrower(than: view), !insets.contains(inset) {
                insets.append(inset)
            }
        }
        return insets
    }
}

extension MapView {
    /// Whether the view is so much narrower than another one that it separates places clearly better.
    fileprivate func isMuchNarrower(than other: MapView) -> Bool {
        format.size.width / projection.scale < other.format.size.width / other.projection.scale * 0.6
    }
}

/// The views of the maps of entries and places. Scenes with the same places share them.
private struct SceneViews: Sendable {
    /// The views by the indices of the places.
    private var views: [[Int]: [MapView]] = [:]
    private let legs: [MapScene.Leg]
    /// The indices of the legs of each place, at most ``mostLegs``.
    private var legsOfPlaces: [[Int]]
    private let mostLegs: Int

    init(
        _ places: [MapPlace], _ legs: [MapScene.Leg], _ timeline: Timeline, _ numbers: [String: Int],
        mostLegs: Int
    ) {
        self.legs = legs
        self.mostLegs = mostLegs
        legsOfPlaces = [[Int]](repeating: [], count: places.count)
        for (number, leg) in legs.enumerated() {
            for end in [leg.from, leg.to] where legsOfPlaces[end].count < mostLegs {
                legsOfPlaces[end].append(number)
            }
        }
        for number in timeline.entries.indices {
            let scene = SiteMaps.scene(of: timeline.entries[number], numbers, mostLegs: mostLegs)
            if let scene { plan(scene, places) }
        }
        for number in places.indices { plan(scene(ofPlace: number), places) }
    }

    /// Determines the views of a scene, unless they are known.
    private mutating func plan(_ scene: MapScene, _ places: [MapPlace]) {
        let numbers = scene.places.map(\.number)
        if views[numbers] == nil { views[numbers] = SiteMaps.views(of: numbers, places) }
    }

    /// All views.
    var all: Set<MapView> { Set(views.values.joined()) }

    /// Returns the views of a scene with these places; nil if they are not known.
    func views(of numbers: [Int]) -> [MapView]? { views[numbers] }

    /// Returns the scene of a place.
    func scene(ofPlace number: Int) -> MapScene {
        var scene = MapScene()
        scene.add(number)
        for leg in legsOfPlaces[number].map({ legs[$0] }) {
            scene.add(leg.from)
            scene.add(leg.to)
            if !scene.legs.contains(leg) { scene.legs.append(leg) }
        }
        return scene
    }
}
