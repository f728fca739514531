import Diagnostics

/// The endings by which files can be told from words with a point in them, such as `b.c` and `archive.org`.
enum FileEnding {
    /// True for a path whose last name ends as files do that a site or the web holds.
    static func isKnown(ofPath path: some StringProtocol) -> Bool {
        let name = String(path).pathName
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else {
            return false
        }
        return MediaKind(path: String(name)) != .other || RunningMedia.holds(String(name))
            || documents.contains(name.pathEnding)
    }

    /// The same of a link, whose path may be in percent form and have a query or a fragment behind it.
    static func isKnown(ofLink link: String) -> Bool {
        isKnown(
            ofPath: percentDecoded(link.parts(between: "#", atMost: 2)[0].parts(between: "?", atMost: 2)[0]))
    }

    private static let documents: Set<String> = [
        "bmp", "csv", "djvu", "doc", "docx", "epub", "geojson", "gz", "ics", "json", "kml", "md", "odp",
        "ods", "odt",
        "pdf", "ppt", "pptx", "rtf", "srt", "tex", "tif", "tiff", "tsv", "txt", "vtt", "xls", "xlsx", "zip",
    ]
}
