import TimelineModel

/// The whole marks of single days, with their click targets. A drawing defines each once and refers to it: most dates of
/// a timeline are days, and differ in nothing but their place.
struct DayShapes {
    /// The ids of the shapes that the drawing defines, with the symbol and its size, in the order of their first use.
    private(set) var shapes: [(id: String, symbol: String, size: Double)] = []

    /// The shapes that at least two of the marks use; one alone is shorter as it is.
    init(_ marks: some Sequence<Mark>, in site: Site) {
        var counts: [String: Int] = [:]
        for mark in marks where mark.isDay {
            let (symbol, size) = (site[mark.number].symbol, mark.geometry.symbolSize)
            let id = Self.id(symbol, size)
            counts[id, default: 0] += 1
            if counts[id] == 2 { shapes.append((id, symbol, size)) }
        }
    }

    /// The id of the shape for a mark; nil if the drawing has none.
    func id(of mark: Mark, symbol: String) -> String? {
        guard mark.isDay else { return nil }
        let id = Self.id(symbol, mark.geometry.symbolSize)
        return shapes.contains { $0.id == id } ? id : nil
    }

    private static func id(_ symbol: String, _ size: Double) -> String {
        "day_\(Int(size))_\(symbol.dropFirst(5))"
    }
}

extension Mark {
    /// Whether the mark is that of a single day, at its place, which has nothing but a symbol.
    fileprivate var isDay: Bool {
        form.stretches.isEmpty && form.join == nil && form.start == .exact && form.end == .exact
            && geometry.symbols.count == 1 && geometry.symbols[0].shift == 0
    }
}

extension SVGWriter {
    /// Defines the shapes that marks refer to.
    mutating func define(_ days: DayShapes, edges: Set<DateShape>) {
        let hasEdges = !edges.isDisjoint(with: [.approximate, .uncertain, .open, .unknown])
        if days.shapes.isEmpty, !hasEdges { return }
        begin("defs")
        defineEdges(edges)
        for shape in days.shapes {
            begin("g", ["id": .text(shape.id)])
            let half = MarkGeometry.target / 2
            element(
                "rect",
                [
                    "class": .text("target"), "x": .number(-half), "y": .number(-half),
                    "width": .number(2 * half),
                    "height": .number(2 * half),
                ])
            element("circle", ["class": .text("gap"), "r": .number(shape.size / 2 + 2)])
            element(
                "use",
                [
                    "href": .text("#" + shape.symbol), "x": .number(-shape.size / 2),
                    "y": .number(-shape.size / 2),
                    "width": .number(shape.size), "height": .number(shape.size),
                ])
            end()
        }
        end()
    }

    /// Draws a mark along a horizontal line: a reference to the shape of its day, or all its parts.
    mutating func draw(
        _ mark: Mark, symbol: String, middle: Double, on axis: TimeAxis, _ days: DayShapes,
        hasWideTarget: Bool = true
    ) {
        if let id = days.id(of: mark, symbol: symbol) {
            element(
                "use",
                [
                    "href": .text("#" + id), "x": .share(mark.geometry.symbols[0].share),
                    "y": .number(middle),
                ])
        } else {
            draw(
                mark.form, mark.geometry, symbol: symbol, middle: middle, on: axis,
                hasWideTarget: hasWideTarget)
        }
    }
}
