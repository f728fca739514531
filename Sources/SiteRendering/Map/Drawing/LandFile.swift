import MapGeometry

/// Returns the picture of a view's land as an SVG file, over which pages place their marks. Its grey is translucent,
/// so that it suits light pages and dark ones.
func landFile(_ view: MapView) -> [UInt8] {
    let fine = 2.0
    let (width, height) = view.format.size
    var path: [UInt8] = []
    for ring in LandDrawing(view).rings { path.append(ring: ring, fine: fine) }
    var svg = SVGWriter()
    svg.begin(
        "svg",
        [
            "xmlns": .text("http://www.w3.org/2000/svg"), "width": .number(width), "height": .number(height),
            "viewBox": .text("0 0 \(Int(width * fine)) \(Int(height * fine))"),
        ])
    svg.element(
        "path",
        [
            "fill": .text("#83817c"), "fill-opacity": .number(0.3), "fill-rule": .text("evenodd"),
            "stroke": .text("#7c7a75"), "stroke-opacity": .number(0.6), "stroke-linejoin": .text("round"),
            "d": .text(String(decoding: path, as: UTF8.self)),
        ])
    svg.end()
    return svg.bytes
}

extension [UInt8] {
    /// Appends a ring as SVG path data: integers, relative to the point before.
    ///
    /// - Parameter fine: the number of path units per unit of the drawing.
    fileprivate mutating func append(ring: [PlanePoint], fine: Double) {
        var last = (x: 0, y: 0)
        for (index, point) in ring.enumerated() {
            let x = Int((point.x * fine).rounded())
            let y = Int((point.y * fine).rounded())
            if index > 0, x == last.x, y == last.y { continue }
            if index == 0 { append(UInt8(ascii: "M")) }
            if index == 1 { append(UInt8(ascii: "l")) }
            append(whole: x - last.x, isFirst: index < 2)
            append(whole: y - last.y, isFirst: false)
            last = (x, y)
        }
        append(UInt8(ascii: "z"))
    }

    /// Appends an integer, with a space before it unless its sign separates it from the number before.
    private mutating func append(whole: Int, isFirst: Bool) {
        if !isFirst, whole >= 0 { append(UInt8(ascii: " ")) }
        append(contentsOf: String(whole).utf8)
    }
}

extension PagePath {
    /// Returns the path of the land's picture, which all maps of a view share.
    static func land(_ view: MapView) -> String { "maps/\(view.id).svg" }
}
