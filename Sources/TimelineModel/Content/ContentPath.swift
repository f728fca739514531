import Diagnostics
import UTF8Text

/// The layout of content files below a site's folder.
public enum ContentPath {
    /// The name of the content folder.
    public static let folder = "Content"

    /// Returns the path of an entry's file, from its path below `Content/events`.
    public static func entry(_ name: String) -> String { folder + "/events/" + name }

    /// Returns the path of a page's file, from its path below `Content/pages`.
    public static func page(_ name: String) -> String { folder + "/pages/" + name }

    /// The folder of media files, relative to the site's folder.
    public static let mediaFolder = folder + "/media"

    /// Returns the path of a media file, from its path below `Content/media`.
    public static func media(_ path: String) -> String { mediaFolder + "/" + path }

    /// Returns the file name of a Markdown file without its folders and its extension `.md`.
    static func stem(of path: String) -> String {
        let name = path.pathName
        return String(name.ends(with: ".md") ? name.dropLast(3) : name)
    }
}
