import Diagnostics

/// The folders of a site that a build reads.
public enum InputFolder {
    /// Where a site's own templates stand.
    public static let templates = "Templates"
    /// All of them, by their names in the site's folder.
    public static let all = [ContentPath.folder, templates]
}
