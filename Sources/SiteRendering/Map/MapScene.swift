import MapGeometry
import TimelineModel

/// A place with coordinates.
struct MapPlace: Sendable {
    let id: String
    let name: String
    let country: String?
    let target: MapTarget
    /// The number of entries that name it.
    let entryCount: Int

    /// A place on a map; nil for one without coordinates.
    init?(_ place: Place, entryCount: Int) {
        guard let latitude = place.latitude?.value, let longitude = place.longitude?.value else { return nil }
        id = place.id
        name = place.name
        country = place.country
        // Half the way around the Earth is as far off as a point can be.
        let radius = min(max(place.precisionKilometres?.value ?? 0, 0), 20_000)
        target = MapTarget(point: SpherePoint(latitude: latitude, longitude: longitude), radius: radius)
        self.entryCount = entryCount
    }
}

/// The content of a map: places, by index in ``SiteMaps/places``, and the routes between them.
struct MapScene: Hashable, Sendable {
    /// The places, the most important first.
    var places: [Place] = []
    var legs: [Leg] = []

    /// A place of the scene.
    struct Place: Hashable, Sendable {
        /// Its index in ``SiteMaps/places``.
        var number: Int
        /// The status of the statement that this is the place; nil if it is not in doubt.
        var status: Status?
    }

    /// A leg of a route.
    struct Leg: Hashable, Sendable {
        /// The index of its start in ``SiteMaps/places``.
        var from: Int
        /// The index of its end in ``SiteMaps/places``.
        var to: Int
        var mode: TravelMode?
        /// The status of the leg; nil if it is not in doubt.
        var status: Status?
    }

    /// Adds a place, unless the scene already has it.
    mutating func add(_ number: Int, status: Status? = nil) {
        if !places.contains(where: { $0.number == number }) {
            places.append(Place(number: number, status: status))
        }
    }
}

extension Status {
    /// The status, or nil if it is ``confirmed``, which a map draws without a mark.
    var ifOpen: Status? { self == .confirmed ? nil : self }
}

/// A row of the list of routes: all legs between two places with the same mode of travel and the same status.
struct SiteRoute: Sendable {
    let from: Reference
    let to: Reference
    let mode: TravelMode?
    let status: Status?
    var claimedBy: [Reference] = []
    /// The indices of the entries that describe it, ascending.
    var entries: [Int] = []
}
