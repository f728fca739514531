import MapGeometry

/// The scale of a map. A map of the world has none, since no length is valid across all of it.
struct ScaleBar {
    /// The length as a fraction of the map's width.
    let share: Double
    let text: String

    /// The longest round length that fits; nil for a map of the world, or if none fits.
    init?(_ view: MapView, _ language: Language) {
        let projection = view.projection
        guard !projection.isWorld else { return nil }
        let width = view.format.size.width / projection.scale
        let lengths = [10, 20, 50, 100, 200, 500, 1000, 2000]
        let most = view.format == .wide ? 0.16 : 0.26
        guard let length = lengths.last(where: { Double($0) <= width * most }) else { return nil }
        share = Double(length) / width
        text = language.fill(.mapScale, ["count": language.grouped(String(length))])
    }

    /// The distance between the bar and the frame, in pixels.
    private static let inset = 10.0

    /// Returns the rectangle that the scale occupies in a map of a given height, in pixels, at the map's narrowest
    /// width.
    func box(height: Double) -> PlaneRect {
        let width = max(120, TextWidth.ems(text) * MapLabel.size)
        return PlaneRect(left: 0, top: height - 30, right: Self.inset + width, bottom: height)
    }

    func draw(_ svg: inout SVGWriter, in view: MapView) {
        svg.begin("g", ["class": .text("map-scale"), "aria-hidden": .text("true")])
        svg.begin(
            "svg", ["x": .number(Self.inset), "y": .text("100%"), "overflow": .text("visible")])
        svg.element("line", ["x2": .share(share), "y1": .number(-Self.inset), "y2": .number(-Self.inset)])
        svg.text("text", ["y": .number(-Self.inset - 5)], text)
        svg.end()
        svg.end()
    }
}
