/// The shape of a map and the widths it is designed for. A map scales with its page; its texts and marks do not.
package enum MapFormat: String, Sendable, Hashable {
    /// A map on the page of an entry or place, or an inset.
    case small
    /// The map of the whole site on a wide page.
    case wide

    /// The size in units of the drawing; at full size a unit is a CSS pixel.
    package var size: (width: Double, height: Double) {
        switch self {
        case .small: (400, 300)
        case .wide: (960, 600)
        }
    }

    /// The least width in pixels at which the map is shown; nothing overlaps at this width.
    package var narrowest: Double {
        switch self {
        case .small: 272
        case .wide: 640
        }
    }

    /// The rectangle of the drawing.
    package var frame: PlaneRect { PlaneRect(left: 0, top: 0, right: size.width, bottom: size.height) }
}
