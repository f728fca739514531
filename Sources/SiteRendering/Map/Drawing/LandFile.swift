/// The file with the land of a view: a picture that pages lay under their marks. Its grey lets the page's ground
/// through, so that it fits light pages and dark ones.
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
    /// Appends a ring as SVG's path data: whole numbers, each step from the point before.
    ///
    /// - Parameter fine: parts of a unit.
    fileprivate mutating func append(ring: [PlanePoint], fine: Double) {
        var last = (x: 0, y: 0)
        for (place, point) in ring.enumerated() {
            let x = Int((point.x * fine).rounded())
            let y = Int((point.y * fine).rounded())
            if place > 0, x == last.x, y == last.y { continue }
            if place == 0 { append(UInt8(ascii: "M")) }
            if place == 1 { append(UInt8(ascii: "l")) }
            append(whole: x - last.x, isFirst: place < 2)
            append(whole: y - last.y, isFirst: false)
            last = (x, y)
        }
        append(UInt8(ascii: "z"))
    }

    private mutating func append(whole: Int, isFirst: Bool) {
        if !isFirst, whole >= 0 { append(UInt8(ascii: " ")) }
        append(contentsOf: String(whole).utf8)
    }
}

extension PagePath {
    /// The picture of the land that maps of a view share.
    static func land(_ view: MapView) -> String { "maps/\(view.id).svg" }
}
