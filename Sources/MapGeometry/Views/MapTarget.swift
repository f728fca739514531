/// A point that a map must show, with the uncertainty of its position.
package struct MapTarget: Hashable, Sendable {
    package var point: SpherePoint
    /// The radius of the uncertainty, in kilometres.
    package var radius: Double

    package init(point: SpherePoint, radius: Double) {
        (self.point, self.radius) = (point, radius)
    }
}
