import MapGeometry
import TimelineModel

/// A kind of sign on a map that the legend explains.
enum MapSign: Hashable, Sendable {
    /// A route, with its mode of travel and its status.
    case way(TravelMode?, Status?)
    /// A place in doubt, several places, and the uncertainty of a position.
    case openPlace, several, radius

    /// Returns the CSS classes of a route.
    static func wayClass(_ mode: TravelMode?, _ status: Status?) -> String {
        "map-way" + (mode.map { " by-\($0.rawValue)" } ?? "") + (status == nil ? "" : " is-open")
    }

    /// The position in the legend.
    var rank: Int {
        switch self {
        case .way(let mode, let status):
            let modes = [nil] + TravelMode.allCases.map { Optional($0) }
            let statuses = [nil] + Status.allCases.map { Optional($0) }
            return (modes.firstIndex(of: mode) ?? 0) * 16 + (statuses.firstIndex(of: status) ?? 0)
        case .openPlace: return 1000
        case .several: return 1001
        case .radius: return 1002
        }
    }

    /// Returns the sign's meaning.
    func text(in language: Language) -> String {
        switch self {
        case .way(let mode, let status):
            let name = mode.map { language.name(of: $0) } ?? language[.route]
            return status.map { language.fill(.mapOpenWay, ["name": name, "status": language.name(of: $0)]) }
                ?? name
        case .openPlace: return language[.mapOpenPlace]
        case .several: return language[.mapSeveral]
        case .radius: return language[.mapRadius]
        }
    }

    /// The sample of the sign in the legend, as SVG.
    var swatch: [UInt8] {
        var svg = SVGWriter()
        svg.begin(
            "svg",
            [
                "class": .text("map-swatch"), "width": .number(36), "height": .number(16),
                "viewBox": .text("0 0 36 16"), "aria-hidden": .text("true"),
            ])
        switch self {
        case .way(let mode, let status):
            let line = (0...12).map { PlanePoint(x: 1 + Double($0) * 2.8, y: 8) }
            let path = mode == .sea ? RoutePath.waves(line) : "M1 8H35"
            if mode == .rail { svg.element("path", ["class": .text("map-sleepers"), "d": .text(path)]) }
            svg.element("path", ["class": .text(Self.wayClass(mode, status)), "d": .text(path)])
        case .openPlace: circle(&svg, "map-place is-open", 4.5)
        case .several: circle(&svg, "map-several", 7)
        case .radius: circle(&svg, "map-radius", 7)
        }
        svg.end()
        return svg.bytes
    }

    private func circle(_ svg: inout SVGWriter, _ name: String, _ radius: Double) {
        svg.element(
            "circle",
            ["class": .text(name), "cx": .number(18), "cy": .number(8), "r": .number(radius)])
    }
}
