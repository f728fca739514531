import Diagnostics

/// Where things stand below a site's folder.
public enum ContentPath {
    public static let folder = "Content"

    /// A file of an entry.
    public static func entry(_ name: String) -> String { folder + "/events/" + name }

    /// Where media stand.
    public static let mediaFolder = folder + "/media"

    /// A file below `Content/media`.
    public static func media(_ path: String) -> String { mediaFolder + "/" + path }

    /// The name of a text, without its folders and its ending.
    static func stem(of path: String) -> String {
        let name = path.pathName
        return String(name.ends(with: ".md") ? name.dropLast(3) : name)
    }
}
