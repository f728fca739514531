import EDTF
import TimelineModel
import UTF8Text

/// The paths of all kinds of pages below the output folder. Pages are flat `.html` files, so that a site can be
/// opened from a local folder.
enum PagePath {
    static let home = "index.html"
    static let notFound = "404.html"
    static let style = "style.css"
    static let script = "script.js"
    static let icon = "icon.svg"
    static let map = "map.html"
    /// The page of what publications changed, and its feed.
    static let (changes, changeFeed) = ("changes.html", "changes.atom")
    /// The folder of the pages that tell the story in the order of reporting.
    static let knownFolder = "known"
    /// Returns the path of a page that tells the story in the order of reporting.
    ///
    /// - Parameter part: the name of the part, if there are several pages; nil for the first.
    static func known(part: String? = nil) -> String {
        part.map { page(knownFolder + "/" + indexID, $0) } ?? page(knownFolder, indexID)
    }
    /// Returns the path of the page of what was known on a day.
    static func known(on day: CalendarDay) -> String { page(knownFolder, day.iso) }
    /// The data file of what each entry was on earlier days.
    static let states = knownFolder + "/states.js"
    /// The page for frames on other sites.
    static let embed = "embed.html"
    /// The folder of the pages of single entries for frames.
    static let embedFolder = "embed"
    /// Returns the path of an entry's page for frames.
    static func embed(entry slug: String) -> String { page(embedFolder, slug) }
    /// Whether a path is that of a page for frames on other sites.
    static func isEmbed(_ path: String) -> Bool {
        path.isWritten(as: embed) || path.begins(with: embedFolder + "/")
    }
    /// The index of the author's pages, used if they are too many to be listed on every page.
    static let allPages = "pages.html"
    /// The page that names the data files of a large site's search, for programs that copy sites.
    static let search = "search.html"
    /// The folder of the search's data.
    static let searchData = "search"

    /// Returns a path with a fingerprint of the file's content before its extension: `style-0a1b2c3d4e5f.css` for
    /// `style.css`.
    static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
        let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
        return "\(path[..<dot])-\(Fingerprint(of: bytes).name)\(path[dot...])"
    }

    /// Whether a path is that of a page, rather than of a style sheet, picture or data file.
    static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }

    static func entry(_ slug: String) -> String { page("events", slug) }
    /// Returns the path of an entry's record in JSON.
    static func record(_ slug: String) -> String { "\(ExportFormat.records.path)/\(slug).json" }
    static func page(_ slug: String) -> String { page("pages", slug) }

    private static func page(_ folder: String, _ name: String) -> String {
        String(capacity: folder.utf8.count + name.utf8.count + 6) { path in
            path.append(folder)
            path.append("/")
            path.append(name)
            path.append(".html")
        }
    }

    /// The card of the site. It is not in the folder of the entries' cards, whose names are slugs.
    static let siteCard = "card.png"
    /// Returns the path of the card of an entry.
    static func card(_ slug: String) -> String { "cards/\(slug).png" }

    static func media(_ path: String) -> String { "\(MediaType.mediaFolder)/\(path)" }

    /// Returns the path of an item's page.
    ///
    /// - Parameter part: the name of the part, if the item has several pages; nil for the first.
    static func item(_ kind: IndexKind, _ id: String, part: String? = nil) -> String {
        guard let part else { return page(kind.folder, id) }
        return page(kind.folder + "/" + id, part)
    }

    /// Returns the path of the first page of a kind's index.
    static func index(_ kind: IndexKind) -> String { item(kind, indexID) }

    /// The id that stands for the index itself; no item has it.
    static let indexID = "index"

    /// Returns the relative path from a page to the site's root: `../` for each folder in the page's path.
    static func root(of path: String) -> String {
        let folders = unsafe path.utf8.withContiguousStorageIfAvailable {
            unsafe $0.count { $0 == UInt8(ascii: "/") }
        }
        return String(repeating: "../", count: folders ?? path.utf8.count { $0 == UInt8(ascii: "/") })
    }
}
