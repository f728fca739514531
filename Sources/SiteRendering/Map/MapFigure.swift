import Synchronization
import TimelineModel

/// One map or several that belong together, with what their signs mean.
struct MapFigure: Sendable {
    private(set) var panels: [MapPanel] = []
    private(set) var legend: [MapSign] = []
    let language: Language

    /// - Parameters:
    ///   - views: the overview, or several of it for pages of several widths, and then those of its corners.
    ///   - overviews: how many of the views are overviews.
    ///   - listAnchor: where the page names all places.
    init(
        _ scene: MapScene, _ views: [MapView], overviews: Int = 1, _ maps: SiteMaps, _ language: Language,
        root: String, listAnchor: String
    ) {
        self.language = language
        var signs: Set<MapSign> = []
        let insets = views.enumerated().dropFirst(overviews).map { (view: $1, anchor: "map_\($0 + 1)") }
        for (place, view) in views.enumerated() {
            let surroundings = MapDrawing.Surroundings(
                language: language, root: root, insets: place < overviews ? insets : [],
                listAnchor: listAnchor)
            let drawing = MapDrawing(view, scene, maps, surroundings)
            signs.formUnion(drawing.signs)
            panels.append(
                MapPanel(
                    anchor: "map_\(place + 1)", title: drawing.title,
                    label: language.fill(.mapTitle, ["list": drawing.title]), view: view,
                    drawing: drawing.svg.bytes, isInset: place >= overviews,
                    isNarrow: overviews > 1 && place == 1, land: PagePath.land(view)))
        }
        legend = signs.sorted { $0.rank < $1.rank }
    }
}

/// One map: land, and what is drawn over it.
struct MapPanel: Sendable {
    let anchor: String
    let title: String
    let label: String
    let view: MapView
    let drawing: [UInt8]
    let isInset: Bool
    let isNarrow: Bool
    let land: String
}

let mapPanelContext = Context<MapPanel>(
    "map",
    [
        .text("anchor", "The map's id") { $0.anchor },
        .text("title", "The places on it, by name") { $0.title },
        .text("label", "What it is, for those who do not see it") { $0.label },
        .text("land", "The picture of the land, from the site's folder: it lies under the drawing") {
            $0.land
        },
        .number("width", "The picture's width in pixels") { Int($0.view.format.size.width) },
        .number("height", "The picture's height in pixels") { Int($0.view.format.size.height) },
        .markup("drawing", "Marks, names and ways, as SVG in percent of the picture") { $0.drawing },
        .flag("is_inset", "True for a corner of the map before it, drawn larger") { $0.isInset },
        .flag("is_wide", "True for a map that needs a wide page") { $0.view.format == .wide },
        .flag("is_narrow", "True for the map that takes its place on a narrow page") { $0.isNarrow },
    ])

private let mapSignContext = Context<MapSignView>(
    "map's sign",
    [
        .markup("swatch", "The sign, as SVG") { $0.sign.swatch },
        .text("text", "What it means") { $0.sign.text(in: $0.language) },
    ])

private struct MapSignView: Sendable {
    let sign: MapSign
    let language: Language
}

let mapFigureContext = Context<MapFigure>(
    "maps",
    [
        .list("panels", mapPanelContext, "The map, and maps of its crowded corners") { $0.panels },
        .list("legend", mapSignContext, "The signs that occur") { figure in
            figure.legend.map { MapSignView(sign: $0, language: figure.language) }
        },
    ])

/// Maps that pages show, each made once: many entries were at one place.
final class MapFigures: Sendable {
    struct Key: Hashable {
        var scene: MapScene
        var root: String
        var listAnchor: String
    }

    /// Where every entry has places of its own, nothing is gained by keeping more of them.
    private static let mostKept = 1000

    private let figures = Mutex<[Key: SubjectRecord<MapFigure>]>([:])

    /// Two threads may make one at a time; both are the same.
    func figure(_ key: Key, _ make: () -> MapFigure) -> SubjectRecord<MapFigure> {
        if let known = figures.withLock({ $0[key] }) { return known }
        let made = mapFigureContext.record(make())
        figures.withLock { figures in
            if figures.count < Self.mostKept { figures[key] = made }
        }
        return made
    }
}

extension Language {
    /// `A, B and C`, or `A, B and 5 more`.
    func list(_ items: [String], more: Int) -> String {
        guard more > 0 else { return list(items) }
        return list(items + [fill(.mapMore, ["count": grouped(String(more))])])
    }
}
