/// The part of the world that a map shows. Centres and widths are rounded, so that many maps share one picture of the
/// land.
package struct MapView: Hashable, Sendable {
    /// The area of a view.
    package enum Extent: Hashable, Sendable {
        /// An area of `width` kilometres from side to side, around a point in hundredths of a degree.
        case region(latitude: Int, longitude: Int, width: Int)
        /// The whole world, centred on a meridian in degrees.
        case world(longitude: Int)
    }

    package let extent: Extent
    package let format: MapFormat

    /// The name of the view in file names: `n4250e13100-600-small`, `world-e0-wide`.
    package var id: String {
        switch extent {
        case .region(let latitude, let longitude, let width):
            let vertical = latitude < 0 ? "s\(-latitude)" : "n\(latitude)"
            return "\(vertical)\(Self.name(longitude))-\(width)-\(format.rawValue)"
        case .world(let longitude): return "world-\(Self.name(longitude))-\(format.rawValue)"
        }
    }

    /// Returns a longitude in file names: `e13100`, `w7000`.
    private static func name(_ longitude: Int) -> String {
        longitude < 0 ? "w\(-longitude)" : "e\(longitude)"
    }

    /// The projection from the Earth to the drawing.
    package var projection: MapProjection { MapProjection(self) }
}

/// The projection of a view, from the Earth to units of its drawing.
package struct MapProjection: Sendable {
    /// The projection and its parameters.
    package enum Kind: Sendable {
        case region(LambertAzimuthal)
        case world(EqualEarth)
    }

    package let kind: Kind
    /// Units of the drawing per kilometre.
    package let scale: Double
    /// The centre of the drawing.
    package let middle: PlanePoint

    init(_ view: MapView) {
        let size = view.format.size
        middle = PlanePoint(x: size.width / 2, y: size.height / 2)
        switch view.extent {
        case .region(let latitude, let longitude, let width):
            kind = .region(
                LambertAzimuthal(latitude: Double(latitude) / 100, longitude: Double(longitude) / 100))
            scale = size.width / Double(width)
        case .world(let longitude):
            kind = .world(EqualEarth(longitude: Double(longitude)))
            let world = EqualEarth.size
            scale = min(size.width / world.width, size.height / world.height) * 0.98
        }
    }

    /// Projects a point of the Earth to units of the drawing.
    package func project(_ point: SpherePoint) -> PlanePoint {
        switch kind {
        case .region(let map): place(map.project(point))
        case .world(let map): place(map.project(point))
        }
    }

    /// Converts a position in kilometres from the centre to units of the drawing.
    func place(_ kilometres: PlanePoint) -> PlanePoint { kilometres * scale + middle }

    /// Whether the view shows the whole world.
    package var isWorld: Bool {
        if case .world = kind { return true }
        return false
    }
}
