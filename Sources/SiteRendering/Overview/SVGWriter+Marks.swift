import EDTF

/// Draws dates: the shape of a symbol shows the status, the edges of a bar show the precision of the date.
///
/// Every length along time is a fraction of the width. An element with a position and a fixed size, such as a symbol,
/// is moved from that position by pixels. This takes one element each, since a home page has many marks and browsers
/// take time for every element.
extension SVGWriter {
    /// Draws a date along a horizontal line.
    ///
    /// - Parameters:
    ///   - symbol: the id of a symbol on the page, such as `mark_claimed`.
    ///   - middle: the y coordinate of the line, in pixels.
    ///   - hasWideTarget: whether the whole of a bar is a click target, and not only its symbols.
    mutating func draw(
        _ form: DateForm, _ geometry: MarkGeometry, symbol: String, middle: Double, on axis: TimeAxis,
        hasWideTarget: Bool = true
    ) {
        drawTargets(hasWideTarget ? form.stretches : [], geometry, middle, axis)
        drawJoin(form, geometry, middle)
        drawBars(form, geometry, middle: middle, on: axis)
        for position in geometry.symbols {
            let size = geometry.symbolSize
            element(
                "circle",
                [
                    "class": .text("gap"), "cx": .share(position.share), "cy": .number(middle),
                    "r": .number(size / 2 + 2), "transform": .shift(position.shift),
                ])
            element(
                "use",
                [
                    "href": .text("#" + symbol), "x": .share(position.share), "y": .number(middle - size / 2),
                    "width": .number(size), "height": .number(size),
                    "transform": .shift(position.shift - size / 2),
                ])
        }
    }

    /// Draws the bars and the ends of a date, without its symbols.
    mutating func drawBars(_ form: DateForm, _ geometry: MarkGeometry, middle: Double, on axis: TimeAxis) {
        for stretch in form.stretches { draw(stretch, geometry, middle, axis) }
        draw(form.start, isEnd: false, geometry, middle)
        draw(form.end, isEnd: true, geometry, middle)
    }

    /// Draws the click targets: the whole of some bars, and at least a square around each symbol.
    private mutating func drawTargets(
        _ stretches: [DateForm.Stretch], _ geometry: MarkGeometry, _ middle: Double, _ axis: TimeAxis
    ) {
        let half = MarkGeometry.target / 2
        let first = stretches.map { axis.share(of: $0.first) }.min()
        let last = stretches.map { axis.share(of: $0.last) }.max()
        if let first, let last {
            element(
                "rect",
                [
                    "class": .text("target"), "x": .share(first), "y": .number(middle - half),
                    "width": .share(last - first), "height": .number(2 * half),
                ])
        }
        for position in geometry.symbols {
            element(
                "rect",
                [
                    "class": .text("target"), "x": .share(position.share), "y": .number(middle - half),
                    "width": .number(2 * half), "height": .number(2 * half),
                    "transform": .shift(position.shift - half),
                ])
        }
    }

    /// Draws the line between the members of a set.
    private mutating func drawJoin(_ form: DateForm, _ geometry: MarkGeometry, _ middle: Double) {
        guard let join = form.join, let first = geometry.symbols.first, let last = geometry.symbols.last,
            geometry.symbols.count > 1
        else { return }
        let name = Attribute.text(join == .oneOf ? "join one-of" : "join all-of")
        element(
            "line",
            [
                "class": name, "x1": .share(first.share), "x2": .share(last.share), "y1": .number(middle),
                "y2": .number(middle),
            ])
        // Between members that were moved apart the line has to be drawn in pixels.
        let step = geometry.symbolSize + MarkGeometry.joinWidth
        for position in geometry.symbols.dropFirst() where position.shift != 0 {
            begin("svg", at(position.share, middle))
            element(
                "line", ["class": name, "x1": .number(position.shift - step), "x2": .number(position.shift)])
            end()
        }
    }

    /// Draws the bar of a range of days.
    private mutating func draw(
        _ stretch: DateForm.Stretch, _ geometry: MarkGeometry, _ middle: Double, _ axis: TimeAxis
    ) {
        let (first, last) = (axis.share(of: stretch.first), axis.share(of: stretch.last))
        let isShort = (last - first) * MarkGeometry.designWidth < 2 * MarkGeometry.leastBar
        let half = stretch.fill == .goingOn ? 1.25 : 4.0
        if isShort, stretch.fill != .goingOn {
            let isWithin = stretch.fill == .within
            let position = isWithin ? (first + last) / 2 : first
            element(
                "rect",
                [
                    "class": .text(Self.name(stretch.fill)), "x": .share(position),
                    "y": .number(middle - half), "width": .number(2 * MarkGeometry.leastBar),
                    "height": .number(2 * half), "rx": isWithin ? .number(2) : .none,
                    "transform": .shift(isWithin ? -MarkGeometry.leastBar : 0),
                ])
        }
        element(
            "rect",
            [
                "class": .text(Self.name(stretch.fill)), "x": .share(first), "y": .number(middle - half),
                "width": .share(last - first), "height": .number(2 * half),
                "rx": stretch.fill == .within ? .number(2) : .none,
            ])
    }

    /// Returns the CSS class of a bar.
    private static func name(_ fill: DateForm.Fill) -> String {
        switch fill {
        case .within: "within"
        case .lasted: "lasted"
        case .goingOn: "going-on"
        }
    }

    /// Draws an end beyond the known days, with a shape that ``defineEdges(_:)`` has defined.
    private mutating func draw(_ edge: DateForm.Edge, isEnd: Bool, _ geometry: MarkGeometry, _ middle: Double)
    {
        let shape: String
        var share = isEnd ? geometry.known.upperBound : geometry.known.lowerBound
        switch edge {
        case .exact: return
        case .soft(let qualification):
            shape = qualification.contains(.uncertain) ? "uncertain" : "approximate"
        case .unknown: shape = "unknown"
        case .open:
            shape = "open"
            share = isEnd ? 1 : 0
        }
        begin("svg", at(share, middle))
        element(
            "use",
            [
                "href": .text("#edge_" + shape), "class": .text("edge " + shape),
                "transform": isEnd ? .none : .text("scale(-1)"),
            ])
        end()
    }

    /// Returns the attributes of an element at a position.
    private func at(_ share: Double, _ y: Double) -> KeyValuePairs<StaticString, Attribute> {
        ["x": .share(share), "y": .number(y), "overflow": .text("visible")]
    }

    /// Defines the shapes of ends that occur, once in each drawing; each extends to the right from the end of the known
    /// days.
    mutating func defineEdges(_ shapes: Set<DateShape>) {
        if shapes.contains(.approximate) {
            begin("linearGradient", ["id": .text("overview_fading")])
            element("stop", ["offset": .number(0), "stop-color": .text("#fff")])
            element("stop", ["offset": .number(1), "stop-color": .text("#fff"), "stop-opacity": .number(0)])
            end()
            begin("mask", ["id": .text("overview_fade")])
            element(
                "rect",
                [
                    "x": .number(-1), "y": .number(-5), "width": .number(18), "height": .number(10),
                    "fill": .text("url(#overview_fading)"),
                ])
            end()
            begin("g", ["id": .text("edge_approximate")])
            element("path", ["d": .text("M-1-4H17V4H-1z"), "mask": .text("url(#overview_fade)")])
            end()
        }
        if shapes.contains(.uncertain) {
            element(
                "path",
                ["id": .text("edge_uncertain"), "d": .text("M-1-4H8V4H-1zM10-3h3v6h-3zM15-2h2v4h-2z")])
        }
        if shapes.contains(.open) {
            element("path", ["id": .text("edge_open"), "d": .text("M-10-5L-2 0-10 5")])
        }
        if shapes.contains(.unknown) {
            begin("g", ["id": .text("edge_unknown")])
            element("path", ["d": .text("M9 0H22"), "stroke-dasharray": .text("2 2.5")])
            element("circle", ["cx": .number(25), "r": .number(3.25)])
            end()
        }
    }
}
