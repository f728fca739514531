import MapGeometry
import TimelineModel
import UTF8Text

/// The drawing over the land: routes, marks with links, names and a scale. Positions are percentages of the frame;
/// marks and texts are in pixels, so that they do not shrink with the map.
struct MapDrawing: ~Copyable {
    let view: MapView
    let scene: MapScene
    let maps: SiteMaps
    let surroundings: Surroundings
    let projection: MapProjection
    let marks: [MapMark]
    /// The signs that occur and that the legend explains.
    private(set) var signs: Set<MapSign> = []
    private(set) var svg = SVGWriter()
    /// The legs to be drawn, with their lines.
    private var arcs: [(leg: MapScene.Leg, arc: RouteArc)] = []

    /// The parts of the page that a drawing refers to.
    struct Surroundings {
        let language: Language
        /// The relative path from the page to the site's root.
        let root: String
        /// The insets of this map on the same page, with their anchors.
        var insets: [(view: MapView, anchor: String)] = []
        /// The anchor of the page's list of places.
        let listAnchor: String
    }

    /// The least distance between marks in pixels, so that each is a target of its own (WCAG 2.2, 2.5.8).
    private static let apart = 25.0
    /// The greatest number of legs that are drawn.
    private static let mostArcs = 40

    /// Returns the marks of a view for projected places.
    static func marks(of view: MapView, _ points: [PlanePoint]) -> [MapMark] {
        let unit = view.format.size.width / view.format.narrowest
        return MapGeometry.marks(
            for: points, in: view.format.frame, apart: apart * unit, atMost: view.format == .wide ? 80 : 30)
    }

    init(_ view: MapView, _ scene: MapScene, _ maps: SiteMaps, _ surroundings: Surroundings) {
        (self.view, self.scene, self.maps, self.surroundings) = (view, scene, maps, surroundings)
        let projection = view.projection
        self.projection = projection
        marks = Self.marks(
            of: view, scene.places.map { projection.project(maps.places[$0.number].target.point) })
        arcs = makeArcs()
        draw()
    }

    var size: (width: Double, height: Double) { view.format.size }

    /// The names of the places in the frame: the first four, and the number of the others.
    var title: String {
        let members = marks.flatMap(\.members).sorted()
        let names = members.prefix(4).map { maps.places[scene.places[$0].number].name }
        return surroundings.language.list(names, more: members.count - names.count)
    }

    private mutating func draw() {
        svg.begin("svg", ["class": .text("map-marks")])
        drawShapes()
        for (leg, arc) in arcs { drawArrow(arc, leg) }
        let scale = ScaleBar(view, surroundings.language)
        scale?.draw(&svg, in: view)
        let labels = placeLabels(scale)
        for number in marks.indices { drawMark(number, labels) }
        svg.end()
    }

    // MARK: Shapes, which grow with the map

    /// Draws the shapes that scale with the map: radii, frames of insets and routes.
    private mutating func drawShapes() {
        let hasRadius = marks.contains { radius(of: $0) != nil }
        if arcs.isEmpty, surroundings.insets.isEmpty, !hasRadius { return }
        svg.begin(
            "svg",
            [
                "class": .text("map-shapes"), "aria-hidden": .text("true"),
                "viewBox": .text("0 0 \(Int(size.width)) \(Int(size.height))"),
                "preserveAspectRatio": .text("none"),
            ])
        for mark in marks { drawRadius(mark) }
        for inset in surroundings.insets { drawFrame(of: inset.view) }
        for (leg, arc) in arcs { drawArc(arc, leg) }
        svg.end()
    }

    /// Returns the uncertainty of a place's position in the drawing, if it is visibly larger than the mark; nil for a mark
    /// of several places.
    private func radius(of mark: MapMark) -> Double? {
        guard mark.members.count == 1, !projection.isWorld else { return nil }
        let radius = maps.places[scene.places[mark.members[0]].number].target.radius * projection.scale
        return radius * view.format.narrowest / size.width > 9 ? radius : nil
    }

    /// Draws the uncertainty of a place's position.
    private mutating func drawRadius(_ mark: MapMark) {
        guard let radius = radius(of: mark) else { return }
        signs.insert(.radius)
        svg.element(
            "circle",
            [
                "class": .text("map-radius"), "cx": .number(mark.position.x), "cy": .number(mark.position.y),
                "r": .number(radius),
            ])
    }

    /// Draws the frame of an inset.
    private mutating func drawFrame(of other: MapView) {
        guard case .region(let map) = other.projection.kind else { return }
        let scale = other.projection.scale
        let middle = other.projection.middle
        let corners = other.format.frame.corners.map {
            projection.project(map.point(at: ($0 - middle) * (1 / scale)))
        }
        let columns = corners.map(\.x)
        // A frame across the edge of the world map would be drawn across its whole width.
        guard (columns.max() ?? 0) - (columns.min() ?? 0) < size.width / 2 else { return }
        var path: [UInt8] = []
        for corner in corners {
            path.append(path.isEmpty ? UInt8(ascii: "M") : UInt8(ascii: "L"))
            path.append(decimal: corner.x.rounded())
            path.append(UInt8(ascii: " "))
            path.append(decimal: corner.y.rounded())
        }
        svg.element(
            "path",
            ["class": .text("map-frame"), "d": .text(String(decoding: path, as: UTF8.self) + "Z")])
    }

    // MARK: Ways

    /// Returns the legs between different marks; of several that look the same, one.
    private func makeArcs() -> [(leg: MapScene.Leg, arc: RouteArc)] {
        var markOf: [Int: Int] = [:]
        for mark in marks {
            for member in mark.members {
                markOf[scene.places[member].number] = scene.places[mark.members[0]].number
            }
        }
        var seen: Set<MapScene.Leg> = []
        var bends: [[Int]: Int] = [:]
        var arcs: [(leg: MapScene.Leg, arc: RouteArc)] = []
        for leg in scene.legs where arcs.count < Self.mostArcs {
            // A route may leave the map, but one that only crosses it is not drawn.
            guard markOf[leg.from] != nil || markOf[leg.to] != nil else { continue }
            var drawn = leg
            drawn.from = markOf[leg.from] ?? leg.from
            drawn.to = markOf[leg.to] ?? leg.to
            guard drawn.from != drawn.to, seen.insert(drawn).inserted else { continue }
            let times = bends[[drawn.from, drawn.to], default: 0]
            let bend = (leg.mode == .air ? 0.13 : 0.07) + 0.07 * Double(times)
            guard
                let arc = RouteArc(
                    from: maps.places[drawn.from].target.point, to: maps.places[drawn.to].target.point,
                    bend: bend, on: projection, in: view.format.frame)
            else { continue }
            bends[[drawn.from, drawn.to]] = times + 1
            arcs.append((leg, arc))
        }
        return arcs
    }

    /// Draws the line of a leg in the style of its mode of travel.
    private mutating func drawArc(_ arc: RouteArc, _ leg: MapScene.Leg) {
        signs.insert(.way(leg.mode, leg.status))
        for line in arc.lines {
            let path = leg.mode == .sea ? RoutePath.waves(line) : RoutePath.curve(line)
            if leg.mode == .rail { svg.element("path", ["class": .text("map-sleepers"), "d": .text(path)]) }
            svg.element("path", ["class": .text(MapSign.wayClass(leg.mode, leg.status)), "d": .text(path)])
        }
    }

    /// Draws the arrow of a leg, which shows the direction of travel.
    private mutating func drawArrow(_ arc: RouteArc, _ leg: MapScene.Leg) {
        guard let arrow = arc.arrow else { return }
        begin(at: arrow.position)
        svg.element(
            "path",
            [
                "class": .text("map-arrow"), "d": .text("M-5-5 6 0-5 5-3 0z"),
                "transform": .text("rotate(\(Int(arrow.degrees.rounded())))"),
            ])
        svg.end()
    }

    /// Opens an element with its origin at a position on the map and with pixels as units.
    private mutating func begin(at position: PlanePoint) {
        svg.begin(
            "svg",
            [
                "x": .share(position.x / size.width), "y": .share(position.y / size.height),
                "overflow": .text("visible"),
            ])
    }

    // MARK: Marks

    /// Draws a mark with its link: to the place's page, or for several places to an inset or the list of places.
    private mutating func drawMark(_ number: Int, _ labels: [Int: PlacedLabel]) {
        let mark = marks[number]
        let first = scene.places[mark.members[0]]
        let place = maps.places[first.number]
        let isOne = mark.members.count == 1
        let status = isOne ? first.status : nil
        let title = isOne ? title(of: place, status) : names(of: mark)
        let inset = surroundings.insets.first { isShown(place, in: $0.view) }
        let target =
            isOne
            ? surroundings.root + PagePath.item(.places, place.id)
            : "#" + (inset?.anchor ?? surroundings.listAnchor)
        svg.begin("a", ["href": .text(target), "aria-label": .text(title)])
        begin(at: mark.position)
        svg.element("circle", ["class": .text("map-target"), "r": .number(12)])
        if isOne {
            if status != nil { signs.insert(.openPlace) }
            svg.element(
                "circle",
                ["class": .text(status == nil ? "map-place" : "map-place is-open"), "r": .number(4.5)])
        } else {
            signs.insert(.several)
            svg.element("circle", ["class": .text("map-several"), "r": .number(Self.radius(of: mark))])
            svg.text(
                "text", ["class": .text("map-number"), "y": .number(4)],
                surroundings.language.grouped(String(mark.members.count)))
        }
        if let label = labels[number] { draw(label) }
        svg.end()
        svg.end()
    }

    /// Whether a place is within the frame of another view.
    private func isShown(_ place: MapPlace, in view: MapView) -> Bool {
        view.format.frame.contains(view.projection.project(place.target.point))
    }

    /// Returns the accessible name of a place: its name, its country, and its status if it is in doubt.
    private func title(of place: MapPlace, _ status: Status?) -> String {
        let parts = [
            place.name.isolated, place.country?.isolated, status.map { surroundings.language.name(of: $0) },
        ]
        return parts.compactMap(\.self).joined(separator: surroundings.language[.listSeparator])
    }

    /// Returns the names of a mark's places: the first six, and the number of the others.
    private func names(of mark: MapMark) -> String {
        let names = mark.members.prefix(6).map { maps.places[scene.places[$0].number].name }
        return surroundings.language.list(names, more: mark.members.count - names.count)
    }

    /// Returns the radius of a mark in pixels.
    private static func radius(of mark: MapMark) -> Double {
        switch mark.members.count {
        case 1: 5
        case ..<100: 10
        case ..<1000: 13
        default: 18
        }
    }

    // MARK: Names

    /// A label with the widths at which it is shown.
    private struct PlacedLabel {
        var label: MapLabel
        /// Whether the label is shown only at the map's full size.
        var needsRoom: Bool
    }

    /// Places the labels: first at the narrowest width, then those that fit beside them only at full size.
    private func placeLabels(_ scale: ScaleBar?) -> [Int: PlacedLabel] {
        var labels: [Int: PlacedLabel] = [:]
        for width in [view.format.narrowest, size.width] {
            let pixel = width / size.width
            let height = size.height * pixel
            var placing = LabelPlacing(
                PlaneRect(left: 2, top: 2, right: width - 2, bottom: height - 2),
                marks: marks.map { $0.position * pixel }, radii: marks.map(Self.radius),
                routes: arcs.flatMap(\.arc.lines).joined().map { $0 * pixel },
                taken: scale.map { [$0.box(height: height)] } ?? [])
            for number in marks.indices {
                if let known = labels[number]?.label { placing.keep(known) }
            }
            for (number, mark) in marks.enumerated() where labels[number] == nil {
                guard let label = placing.place(name(of: mark), at: number) else { continue }
                labels[number] = PlacedLabel(label: label, needsRoom: width > view.format.narrowest)
            }
        }
        return labels
    }

    /// Returns the label of a mark: the name of its first place, and the number of the others.
    private func name(of mark: MapMark) -> String {
        let name = maps.places[scene.places[mark.members[0]].number].name
        guard mark.members.count > 1 else { return name }
        let count = surroundings.language.grouped(String(mark.members.count - 1))
        return surroundings.language.fill(.mapAndOthers, ["name": name, "count": count])
    }

    private mutating func draw(_ placed: PlacedLabel) {
        let label = placed.label
        var name = "map-name"
        switch label.anchor {
        case .start: break
        case .middle: name += " is-middle"
        case .end: name += " is-end"
        }
        if placed.needsRoom { name += " needs-room" }
        let attributes: KeyValuePairs<StaticString, SVGWriter.Attribute> = [
            "class": .text(name), "x": .number(label.offset.x), "y": .number(label.offset.y),
        ]
        guard label.lines.count > 1 else { return svg.text("text", attributes, label.lines.joined()) }
        svg.begin("text", attributes)
        for (index, line) in label.lines.enumerated() {
            svg.text(
                "tspan",
                index == 0 ? [:] : ["x": .number(label.offset.x), "dy": .number(MapLabel.lineHeight)], line)
        }
        svg.end()
    }
}
