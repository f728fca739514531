import Templates
import TimelineModel

extension Site {
    /// Returns the maps of an entry; nil if none of its places has coordinates.
    func map(of entry: Entry, root: String) -> SubjectRecord<MapFigure>? {
        guard let maps, let scene = maps.scene(of: entry) else { return nil }
        let anchor = entry.places.isEmpty ? TemplateAnchor.routeTitle : .placesTitle
        return map(of: scene, maps, root: root, listAnchor: anchor.rawValue)
    }

    /// Returns the maps of a place; nil if it has no coordinates.
    func map(ofPlace id: String, root: String) -> SubjectRecord<MapFigure>? {
        guard let maps, let scene = maps.scene(ofPlace: id) else { return nil }
        return map(of: scene, maps, root: root, listAnchor: TemplateAnchor.mainContent.rawValue)
    }

    /// Returns the memoised maps of a scene.
    private func map(
        of scene: MapScene, _ maps: SiteMaps, root: String, listAnchor: String
    ) -> SubjectRecord<MapFigure> {
        let key = MapFigures.Key(scene: scene, root: root, listAnchor: listAnchor)
        return maps.figures.figure(key) {
            MapFigure(scene, maps.views(of: scene), maps, language, root: root, listAnchor: listAnchor)
        }
    }
}
