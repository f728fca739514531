import Diagnostics
import UTF8Text

/// The file extensions that tell a file name from words with a point in them, such as `b.c` and `archive.org`.
enum FileEnding {
    /// Whether the last name of a path has the extension of a file that a site or the web would hold.
    static func isKnown(ofPath path: some StringProtocol) -> Bool {
        let name = String(path).pathName
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else {
            return false
        }
        return MediaKind(path: String(name)) != .other || RunningMedia.holds(String(name))
            || documents.contains(name.pathEnding)
    }

    /// Whether the path of a link has such an extension; the path may be percent-encoded, with a query or a fragment.
    static func isKnown(ofLink link: String) -> Bool {
        isKnown(
            ofPath: percentDecoded(link.parts(between: "#", atMost: 2)[0].parts(between: "?", atMost: 2)[0]))
    }

    /// The extensions of further files. They have a table of their own, beside the types that a preview serves, since here
    /// it is only asked what a word with a point in it may be.
    private static let documents: Set<String> = [
        "bmp", "csv", "djvu", "doc", "docx", "epub", "geojson", "gz", "ics", "json", "kml", "md", "odp",
        "ods", "odt",
        "pdf", "ppt", "pptx", "rtf", "srt", "tex", "tif", "tiff", "tsv", "txt", "vtt", "xls", "xlsx", "zip",
    ]
}
