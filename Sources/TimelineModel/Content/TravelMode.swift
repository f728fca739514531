/// The mode of travel on a leg of a route.
public enum TravelMode: String, CaseIterable, Sendable, Hashable {
    case sea, rail, road, air
}
