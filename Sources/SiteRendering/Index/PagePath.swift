import EDTF
import TimelineModel

/// Where each kind of page stands below `Site/`. Flat `.html` files, so that a site opens from a folder.
enum PagePath {
    static let home = "index.html"
    static let notFound = "404.html"
    static let style = "style.css"
    static let script = "script.js"
    static let icon = "icon.svg"
    static let map = "map.html"
    /// The list of the author's pages, where they are too many to be listed on every page.
    static let allPages = "pages.html"
    /// The page that names the data files of a large site's search, for programs that copy sites.
    static let search = "search.html"
    /// The folder of the search's data.
    static let searchData = "search"

    /// A path that carries a fingerprint of what the file holds before its extension: `style.css` is
    /// `style-0a1b2c3d4e5f.css`.
    static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
        let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
        return "\(path[..<dot])-\(Fingerprint(of: bytes).name)\(path[dot...])"
    }

    /// True for the path of a page, false for those of styles, pictures and data.
    static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }

    static func entry(_ slug: String) -> String { page("events", slug) }
    static func page(_ slug: String) -> String { page("pages", slug) }

    private static func page(_ folder: String, _ name: String) -> String {
        String(capacity: folder.utf8.count + name.utf8.count + 6) { path in
            path.append(folder)
            path.append("/")
            path.append(name)
            path.append(".html")
        }
    }

    static func media(_ path: String) -> String { "media/\(path)" }

    /// The page of one thing of a kind, and the further parts of a long one.
    static func item(_ kind: IndexKind, _ id: String, part: Int = 1) -> String {
        if part == 1 { return page(kind.folder, id) }
        return page(kind.folder + "/" + id, String(part))
    }

    /// The list of all things of a kind.
    static func index(_ kind: IndexKind, part: Int = 1) -> String { item(kind, indexID, part: part) }

    /// In place of a thing's id. No thing is called so.
    static let indexID = "index"

    /// The way from a page up to the folder of the site: `../` for each folder it stands in.
    static func root(of path: String) -> String {
        let folders = path.utf8.withContiguousStorageIfAvailable { $0.count { $0 == UInt8(ascii: "/") } }
        return String(repeating: "../", count: folders ?? path.utf8.count { $0 == UInt8(ascii: "/") })
    }
}
