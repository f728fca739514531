/// The mode of travel on a leg of a route.
public enum TravelMode: String, CaseIterable, Sendable, Hashable {
    /// By ship, train, road vehicle or aircraft.
    case sea, rail, road, air
}
