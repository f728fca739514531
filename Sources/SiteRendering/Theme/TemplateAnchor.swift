import Diagnostics

/// An id that drawings link to, and that a template of the theme gives to an element.
enum TemplateAnchor: String, CaseIterable {
    /// Around what a page is about.
    case mainContent = "main_content"
    /// Above the places of an entry.
    case placesTitle = "places_title"
    /// Above the route of an entry.
    case routeTitle = "route_title"
    /// Above the places of the whole map.
    case mapPlaces = "map_places"
}

extension Theme {
    /// What is said of a theme in which no template has one of the ids that maps link to: the link would lead nowhere.
    var missingAnchors: [Diagnostic] {
        TemplateAnchor.allCases.compactMap { anchor in
            if templates.values.contains(where: { $0.holds(anchor) }) { return nil }
            // The theme's own file has it, in the place of which the site has another.
            let usual = defaultThemeFiles.first {
                TemplateSource(path: $0.name, bytes: $0.bytes).holds(anchor)
            }
            let path = usual.flatMap { templates[String($0.name.start(before: ".mustache") ?? "")]?.path }
            return Diagnostic(
                .templateMissingAnchor, "no template has id=\"\(anchor.rawValue)\", to which maps link",
                at: SourceLocation(path ?? Self.folder),
                fixIts: [Diagnostic.FixIt("give the element that it stands for this id")])
        }
    }
}

extension TemplateSource {
    fileprivate func holds(_ anchor: TemplateAnchor) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return ["\"", "'"].contains { text.firstRange(of: "id=\($0)\(anchor.rawValue)\($0)") != nil }
    }
}

extension Rule {
    static let templateMissingAnchor = Rule(
        "template-missing-anchor", .warning, "Templates give the ids that maps link to.",
        because: "A map leads to the list of its places: where its id is gone, the link leads nowhere.")
}
