import Templates
import TimelineModel

/// The page with the map of the whole site, and with its places and routes as text.
struct MapPage: PageSubject {
    let frame: PageFrame
    let maps: SiteMaps

    init(_ maps: SiteMaps, in site: Site) {
        self.maps = maps
        frame = PageFrame(
            site: site, path: PagePath.map, title: site.language[.map],
            description: site.language.fill(.mapDescription, ["title": site.settings.title]))
    }

    var site: Site { frame.site }

    var figure: MapFigure {
        let views = maps.wholeViews
        return MapFigure(
            maps.whole, [views.wide, views.narrow] + views.insets, overviews: 2, maps, site.language,
            root: frame.root, listAnchor: TemplateAnchor.mapPlaces.rawValue)
    }

    /// The greatest number of rows in each list; all places are on their index page.
    private var mostRows: Int { max(1, min(site.settings.pageSize, 200)) }

    /// The places that entries name: those on the map first, then those without coordinates, each by descending
    /// number of entries.
    private var sortedPlaces: [Place] {
        let places = site.timeline.places.values
        let keys = places.enumerated().compactMap { slot, place -> (slot: Int, isOff: Int, count: Int)? in
            let count = site.index.entryCount(.places, place.id)
            return count > 0 ? (slot, maps.numbers[place.id] == nil ? 1 : 0, -count) : nil
        }
        return keys.sorted { ($0.isOff, $0.count, $0.slot) < ($1.isOff, $1.count, $1.slot) }.map {
            places[$0.slot]
        }
    }

    /// The rows of places.
    var places: [MapPlaceRow] {
        sortedPlaces.prefix(mostRows).map { MapPlaceRow(place: $0, site: site) }
    }

    /// The rows of routes.
    var routes: [MapRouteRow] { maps.routes.prefix(mostRows).map { MapRouteRow(route: $0, site: site) } }

    /// The number of places beyond the listed ones.
    var furtherPlaces: Int {
        max(0, site.index.count(.places) - mostRows)
    }

    /// The number of routes beyond the listed ones.
    var furtherRoutes: Int { max(0, maps.routes.count - mostRows) }

    /// Returns a phrase with a number of further rows; nil for 0.
    func further(_ count: Int, _ phrase: Phrase) -> String? {
        count > 0 ? site.language.fill(phrase, ["count": site.language.grouped(String(count))]) : nil
    }
}

/// A place as listed on the map page.
struct MapPlaceRow: Sendable {
    let place: Place
    let site: Site
}

private let mapPlaceContext = Context<MapPlaceRow>(
    "map's place",
    [
        .text("text", "The name") { $0.place.name },
        .text("url", "The URL of its page, relative to the site's folder") {
            PagePath.item(.places, $0.place.id)
        },
        .text("country", "The country of the place") { $0.place.country },
        .text("latitude", "The degrees north or south, in words; empty if unknown") { row in
            row.site.degrees(row.place.latitude, .degreesNorth, .degreesSouth)
        },
        .text("longitude", "Degrees east or west, in words") { row in
            row.site.degrees(row.place.longitude, .degreesEast, .degreesWest)
        },
        .text("precision", "The uncertainty of the point, in words") { $0.site.precision(of: $0.place) },
        .text("count", "The number of entries that name it, in words") { row in
            row.site.language.entries(row.site.index.entryCount(.places, row.place.id))
        },
    ])

/// A route as listed on the map page.
struct MapRouteRow: Sendable {
    let route: SiteRoute
    let site: Site

    /// The greatest number of entries that one row names.
    fileprivate static let mostEntries = 5
}

private let mapRouteContext = Context<MapRouteRow>(
    "map's route",
    [
        .record("from", linkContext, "The start") { $0.site.place($0.route.from) },
        .record("to", linkContext, "The end") { $0.site.place($0.route.to) },
        .text("by", "By sea, by rail, by road, by air") { row in
            row.route.mode.map { row.site.language.name(of: $0) }
        },
        .record("status", statusContext, "The status; empty if it is not in doubt") {
            $0.site.status($0.route.status)
        },
        .list("claimed_by", linkContext, "The speakers") { $0.site.actors($0.route.claimedBy) },
        .list("entries", linkContext, "The entries that contain it; only the first of many") { row in
            row.route.entries.prefix(MapRouteRow.mostEntries).map { row.site.link(to: row.site[$0]) }
                .separated
        },
    ])

let mapPageContext = Context<MapPage>(
    "map page",
    pageFields() + [
        .record("map", mapFigureContext, "The maps; the first shows the whole site") { $0.figure },
        .list("places", mapPlaceContext, "The places, those without coordinates last") { $0.places },
        .text("further_places", "The number of further places in the full list, in words") { page in
            page.further(page.furtherPlaces, .mapFurtherPlaces)
        },
        .list("routes", mapRouteContext, "The routes between places") { $0.routes },
        .text("further_routes", "The number of further routes in entries, in words") { page in
            page.further(page.furtherRoutes, .mapFurtherRoutes)
        },
    ])
