/// The shape of a map and the widths it is made for. A map grows and shrinks with its page, and its texts and marks
/// do not.
enum MapFormat: String, Sendable, Hashable {
    /// A map on the page of an entry or a place, and one of a crowded corner.
    case small
    /// The map of the whole site, where there is room.
    case wide

    /// The units that a drawing is made of: at full size one is a pixel (CSS).
    var size: (width: Double, height: Double) {
        switch self {
        case .small: (400, 300)
        case .wide: (960, 600)
        }
    }

    /// The least width in pixels at which the map is shown: nothing overlaps there.
    var narrowest: Double {
        switch self {
        case .small: 272
        case .wide: 640
        }
    }

    var frame: PlaneRect { PlaneRect(left: 0, top: 0, right: size.width, bottom: size.height) }
}
