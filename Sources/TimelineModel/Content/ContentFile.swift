import Diagnostics

/// The data files of a site, by their names below `Content`.
public enum ContentFile: String, CaseIterable, Sendable {
    case settings = "timeline.yml"
    case actors = "actors.yml"
    case places = "places.yml"
    case sources = "sources.yml"

    /// The path relative to the site's folder.
    public var path: String { ContentPath.folder + "/" + rawValue }
}
