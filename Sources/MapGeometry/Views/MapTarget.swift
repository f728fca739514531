/// A point that a map must show, with the uncertainty of its position.
struct MapTarget: Hashable, Sendable {
    var point: SpherePoint
    /// The radius of the uncertainty, in kilometres.
    var radius: Double
}
