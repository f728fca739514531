import Diagnostics

/// The data files of a site, with their names below `Content` as raw values.
public enum ContentFile: String, CaseIterable, Sendable {
    /// The settings, with the registered groups and tags.
    case settings = "timeline.yml"
    /// The registered actors.
    case actors = "actors.yml"
    /// The registered places.
    case places = "places.yml"
    /// The registered sources.
    case sources = "sources.yml"
    /// The log of what publications changed.
    case changes = "changes.yml"

    /// The path relative to the site's folder.
    public var path: String { ContentPath.folder + "/" + rawValue }
}
