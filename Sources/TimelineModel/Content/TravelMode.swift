/// How a route was travelled.
public enum TravelMode: String, CaseIterable, Sendable, Hashable {
    case sea, rail, road, air
}
