import MapGeometry
import Synchronization
import Templates
import TimelineModel

/// One or several maps of a page that belong together, with their legend.
struct MapFigure: Sendable {
    /// The maps.
    private(set) var panels: [MapPanel] = []
    /// The signs that occur on the maps.
    private(set) var legend: [MapSign] = []
    let language: Language

    /// - Parameters:
    ///   - views: the views of the overview, one for each width of page, followed by those of its insets.
    ///   - overviews: the number of views of the overview.
    ///   - root: the relative path from the page to the site's root.
    ///   - listAnchor: the anchor of the page's list of places.
    init(
        _ scene: MapScene, _ views: [MapView], overviews: Int = 1, _ maps: SiteMaps, _ language: Language,
        root: String, listAnchor: String
    ) {
        self.language = language
        var signs: Set<MapSign> = []
        let insets = views.enumerated().dropFirst(overviews).map { (view: $1, anchor: "map_\($0 + 1)") }
        for (index, view) in views.enumerated() {
            let surroundings = MapDrawing.Surroundings(
                language: language, root: root, insets: index < overviews ? insets : [],
                listAnchor: listAnchor)
            let drawing = MapDrawing(view, scene, maps, surroundings)
            signs.formUnion(drawing.signs)
            panels.append(
                MapPanel(
                    anchor: "map_\(index + 1)", title: drawing.title,
                    label: language.fill(.mapTitle, ["list": drawing.title]), view: view,
                    drawing: drawing.svg.bytes, isInset: index >= overviews,
                    isNarrow: overviews > 1 && index == 1, land: PagePath.land(view)))
        }
        legend = signs.sorted { $0.rank < $1.rank }
    }
}

/// One map: the land, and the drawing over it.
struct MapPanel: Sendable {
    /// The id of the map.
    let anchor: String
    let title: String
    /// The accessible name of the map.
    let label: String
    let view: MapView
    /// The SVG of marks, names and routes.
    let drawing: [UInt8]
    /// Whether the map is an enlarged part of another one.
    let isInset: Bool
    /// Whether the map replaces the overview on narrow pages.
    let isNarrow: Bool
    /// The path of the land's picture below the output folder.
    let land: String
}

let mapPanelContext = Context<MapPanel>(
    "map",
    [
        .text("anchor", "The map's id") { $0.anchor },
        .text("title", "The names of the places on the map") { $0.title },
        .text("label", "A text alternative for readers who do not see it") { $0.label },
        .text("land", "The URL of the picture of the land under the drawing, relative to the site's folder") {
            $0.land
        },
        .number("width", "The width of the picture in pixels") { Int($0.view.format.size.width) },
        .number("height", "The height of the picture in pixels") { Int($0.view.format.size.height) },
        .markup("drawing", "Marks, names and routes, as SVG in percent of the picture") { $0.drawing },
        .flag("is_inset", "Whether the map enlarges a corner of the previous one") { $0.isInset },
        .flag("is_wide", "Whether the map needs a wide page") { $0.view.format == .wide },
        .flag("is_narrow", "Whether the map replaces another one on a narrow page") { $0.isNarrow },
    ])

private let mapSignContext = Context<MapSignView>(
    "map's sign",
    [
        .markup("swatch", "The sign, as SVG") { $0.sign.swatch },
        .text("text", "The meaning") { $0.sign.text(in: $0.language) },
    ])

/// A sign of the legend with the language of its text.
private struct MapSignView: Sendable {
    let sign: MapSign
    let language: Language
}

let mapFigureContext = Context<MapFigure>(
    "maps",
    [
        .list("panels", mapPanelContext, "The map, and enlarged maps of its crowded parts") { $0.panels },
        .list("legend", mapSignContext, "The signs that occur") { figure in
            figure.legend.map { MapSignView(sign: $0, language: figure.language) }
        },
    ])

/// The memoised maps of entries and places; many entries share a location.
final class MapFigures: Sendable {
    /// The values that determine a figure.
    struct Key: Hashable {
        var scene: MapScene
        var root: String
        var listAnchor: String
    }

    /// The greatest number of cached figures. Entries at the same places share a figure; on a site without such
    /// entries more room would not help.
    private static let mostKept = 1000

    private let figures = Mutex<[Key: SubjectRecord<MapFigure>]>([:])

    /// Returns the figure for a key, created if necessary. Two threads may create it at once; the results are equal.
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
    /// Returns a list in words, with a number of further items: `A, B and C`, or `A, B and 5 more`.
    func list(_ items: [String], more: Int) -> String {
        guard more > 0 else { return list(items) }
        return list(items + [fill(.mapMore, ["count": grouped(String(more))])])
    }
}
