import TimelineModel

/// A place that has coordinates.
struct MapPlace: Sendable {
    let id: String
    let name: String
    let country: String?
    let target: MapTarget
    /// How many entries name it.
    let entryCount: Int

    /// Nil for a place without coordinates.
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

/// What a map shows: places by their numbers among those of ``SiteMaps``, and the ways between them.
struct MapScene: Hashable, Sendable {
    /// The most important first.
    var places: [Place] = []
    var legs: [Leg] = []

    struct Place: Hashable, Sendable {
        var number: Int
        /// How sure it is that this is the place; nil where nobody doubts it.
        var status: Status?
    }

    struct Leg: Hashable, Sendable {
        var from: Int
        var to: Int
        var mode: TravelMode?
        /// How sure the way is; nil where nobody doubts it.
        var status: Status?
    }

    mutating func add(_ number: Int, status: Status? = nil) {
        if !places.contains(where: { $0.number == number }) {
            places.append(Place(number: number, status: status))
        }
    }
}

extension Status {
    /// The status of what is not settled; nil of what is acknowledged, which a map draws without a word.
    var ifOpen: Status? { self == .confirmed ? nil : self }
}

/// A leg as the list of routes has it: every leg between two places in one way and with one status.
struct SiteRoute: Sendable {
    let from: Reference
    let to: Reference
    let mode: TravelMode?
    let status: Status?
    var claimedBy: [Reference] = []
    /// Numbers of the entries that tell it, ascending.
    var entries: [Int] = []
}
