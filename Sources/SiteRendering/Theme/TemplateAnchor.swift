import Diagnostics
import Templates
import UTF8Text

/// An id that drawings link to, and that a template of the theme gives to an element.
enum TemplateAnchor: String, CaseIterable {
    /// The main content of a page.
    case mainContent = "main_content"
    /// The heading of an entry's places.
    case placesTitle = "places_title"
    /// The heading of an entry's route.
    case routeTitle = "route_title"
    /// The heading of the places on the map page.
    case mapPlaces = "map_places"
}

extension Theme {
    /// A diagnostic for each id that maps link to and that no template contains, since its links would lead nowhere.
    var missingAnchors: [Diagnostic] {
        // The default theme has them all.
        guard templates.values.contains(where: { $0.path.begins(with: Self.folder + "/") }) else { return [] }
        return TemplateAnchor.allCases.compactMap { anchor in
            if templates.values.contains(where: { $0.holds(anchor) }) { return nil }
            // The site's own version of the default theme's file lacks it.
            let usual = defaultThemeFiles.first {
                TemplateSource(path: $0.name, bytes: $0.bytes).holds(anchor)
            }
            let path = usual.flatMap { templates[String($0.name.start(before: ".mustache") ?? "")]?.path }
            return Diagnostic(
                .templateMissingAnchor, "no template has id=\"\(anchor.rawValue)\", to which maps link",
                at: SourceLocation(path ?? Self.folder),
                fixIts: [Diagnostic.FixIt("give the corresponding element this id")])
        }
    }
}

extension TemplateSource {
    /// Whether the template gives an element this id.
    fileprivate func holds(_ anchor: TemplateAnchor) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return ["\"", "'"].contains { text.firstRange(of: "id=\($0)\(anchor.rawValue)\($0)") != nil }
    }
}

extension Rule {
    static let templateMissingAnchor = Rule(
        "template-missing-anchor", .warning, "Templates have the ids that maps link to.",
        because: "A map links to the list of its places: without the id, the link leads nowhere.")
}
