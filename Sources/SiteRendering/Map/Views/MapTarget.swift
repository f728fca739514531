/// A point that a map is to show, and how far around it.
struct MapTarget: Hashable, Sendable {
    var point: SpherePoint
    /// Kilometres.
    var radius: Double
}
