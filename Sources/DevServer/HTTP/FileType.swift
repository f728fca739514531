import Diagnostics
import TimelineModel
import UTF8Text

/// The media type of a file, derived from its extension, for the Content-Type header.
struct FileType: Sendable {
    let contentType: String
    /// Whether the type is a kind of text, which compression makes shorter.
    let isText: Bool
    /// Whether a browser is to save the file instead of showing it.
    let isDownload: Bool

    /// The type of a file that the site generates or that belongs to its theme.
    init(path: String) {
        let name = Self.name(path)
        let ending = Self.ending(name)
        isDownload = false
        if name == "feed.json" {
            contentType = "application/feed+json; charset=utf-8"
            isText = true
        } else if let text = Self.documents[ending] ?? Self.texts[ending] {
            contentType = text + "; charset=utf-8"
            isText = true
        } else if let media = MediaKind.types[ending] {
            // A picture in SVG is a text.
            isText = media.ends(with: "+xml")
            contentType = isText ? media + "; charset=utf-8" : media
        } else {
            contentType = Self.others[ending] ?? (name.contains(".") ? Self.unknown : Self.plain)
            isText = contentType == Self.plain
        }
    }

    /// The type of a contributor's file, which is never one that a browser executes. Pages, scripts and the like are
    /// sent as plain text, and unknown files as downloads. An SVG image keeps its type, because pages show it; its
    /// headers keep it from running when it is opened on its own.
    init(mediaPath path: String) {
        let ending = Self.ending(Self.name(path))
        if RunningMedia.holds(path) || Self.documents[ending] != nil {
            contentType = Self.plain
            isText = true
            isDownload = false
        } else {
            let type = FileType(path: path)
            contentType = type.contentType
            isText = type.isText
            isDownload = contentType == Self.unknown
        }
    }

    var isPage: Bool { contentType.begins(with: "text/html") }

    private static func name(_ path: String) -> Substring {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    private static func ending(_ name: Substring) -> String {
        name.utf8.contains(UInt8(ascii: "."))
            ? name.parts(between: ".").last { !$0.isEmpty }.map { $0.lowercased() } ?? "" : ""
    }

    private static let unknown = "application/octet-stream"
    private static let plain = "text/plain; charset=utf-8"

    /// The text types in which a browser may find something to run, but for SVG, which pages show.
    private static let documents = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml",
        "xht": "application/xhtml+xml", "shtml": "text/html", "js": "text/javascript",
        "mjs": "text/javascript", "cjs": "text/javascript", "xml": "application/xml",
        "xsl": "application/xml", "xslt": "application/xml", "rdf": "application/rdf+xml",
        "atom": "application/atom+xml", "rss": "application/rss+xml", "mht": "multipart/related",
        "mhtml": "multipart/related", "htc": "text/x-component", "hta": "application/hta",
    ]
    private static let texts = [
        "css": "text/css", "json": "application/json", "geojson": "application/geo+json",
        "jsonld": "application/ld+json", "webmanifest": "application/manifest+json", "ics": "text/calendar",
        "csv": "text/csv", "txt": "text/plain", "md": "text/markdown", "vtt": "text/vtt",
        "conf": "text/plain",
    ]
    private static let others = [
        "ico": "image/x-icon", "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf",
        "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
        "wasm": "application/wasm",
    ]
}
