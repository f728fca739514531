import UTF8Text

/// The media type of a file of a site, by its path: the value of the Content-Type header. The preview and the header files
/// for hosts take it from here.
public struct MediaType: Hashable, Sendable {
    /// The type (RFC 6838); a kind of `text` has its character set, which is always UTF-8. JSON has no such parameter (RFC
    /// 8259, 11), and XML names its own.
    public let contentType: String
    /// Whether the type is a kind of text, which compression makes shorter.
    public let isText: Bool
    /// Whether a browser may find something to run in a file of this type. SVG is not meant, since pages show it.
    let isDocument: Bool

    /// The type of a file that the site generates or that belongs to its theme.
    ///
    /// - Parameter path: the path below the site's folder.
    public init(path: String) {
        let ending = Self.ending(path)
        let isFeed =
            path.isWritten(as: "\(Self.feedName).\(ending)") || path.begins(with: Self.feedFolder + "/")
        isDocument = Self.documents[ending] != nil
        if isFeed, let feed = Self.feeds[ending] {
            contentType = feed
            isText = true
        } else if let text = Self.documents[ending] ?? Self.texts[ending] {
            contentType = text.begins(with: "text/") ? text + Self.charset : text
            isText = true
        } else if let media = MediaKind.types[ending] {
            // A picture in SVG is a text.
            isText = media.ends(with: "+xml")
            contentType = media
        } else {
            let isNamed = path.pathName.utf8.contains(UInt8(ascii: "."))
            contentType = Self.others[ending] ?? (isNamed ? Self.unknown.contentType : Self.plain.contentType)
            isText = contentType == Self.plain.contentType
        }
    }

    /// The type of a contributor's file, which is never one that a browser executes. Pages, scripts and the like are plain
    /// text. An SVG image keeps its type, because pages show it; its headers keep it from running when it is opened on its
    /// own.
    public init(mediaPath path: String) {
        let own = MediaType(path: path)
        self = RunningMedia.holds(path) || own.isDocument ? .plain : own
    }

    /// The type of any file of a built site.
    ///
    /// - Parameter path: the path below the output folder.
    public init(publishedPath path: String) {
        self = Self.isMedium(path) ? MediaType(mediaPath: path) : MediaType(path: path)
    }

    /// Whether a file of a built site is one that servers may send compressed: a text, but none of a contributor in which a
    /// browser finds something to run, since servers send it as a download.
    ///
    /// - Parameter path: the path below the output folder.
    public static func isCompressible(publishedPath path: String) -> Bool {
        let type = MediaType(path: path)
        return type.isText && !(isMedium(path) && (type.isDocument || RunningMedia.holds(path)))
    }

    /// The folder of contributors' files in a built site.
    public static let mediaFolder = "media"

    private static func isMedium(_ path: String) -> Bool { path.begins(with: mediaFolder + "/") }

    private init(_ contentType: String, isText: Bool) {
        self.contentType = contentType
        self.isText = isText
        isDocument = false
    }

    /// The type of plain text.
    public static let plain = MediaType("text/plain" + charset, isText: true)
    /// The type of bytes of which nothing is known.
    public static let unknown = MediaType("application/octet-stream", isText: false)

    /// The extensions of types that common servers do not know, or send without their character set, in byte order.
    public static let seldomKnown = ["avif", "csv", "geojson", "ics", "jsonl", "webp"]
    /// The types of feeds by extension, in byte order.
    public static let feedTypes = feeds.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    /// The name of feeds at the top of a site, and the folder of all others.
    public static let (feedName, feedFolder) = ("feed", "feeds")
    /// The extensions of all texts, in byte order.
    public static let textEndings = {
        let pictures = MediaKind.types.filter { $0.value.ends(with: "+xml") }
        return [documents, texts, pictures].flatMap(\.keys).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }()

    private static func ending(_ path: String) -> String {
        let name = path.pathName
        return name.utf8.contains(UInt8(ascii: "."))
            ? name.parts(between: ".").last { !$0.isEmpty }.map { $0.lowercased() } ?? "" : ""
    }

    private static let charset = "; charset=utf-8"
    private static let feeds = ["json": "application/feed+json", "xml": "application/atom+xml"]

    /// The text types in which a browser may find something to run, but for SVG, which pages show.
    private static let documents = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml",
        "xht": "application/xhtml+xml", "shtml": "text/html", "js": "text/javascript",
        "mjs": "text/javascript", "cjs": "text/javascript", "xml": "application/xml",
        "xsl": "application/xml", "xslt": "application/xml", "rdf": "application/rdf+xml",
        "atom": "application/atom+xml", "rss": "application/rss+xml", "mht": "multipart/related",
        "mhtml": "multipart/related", "htc": "text/x-component", "hta": "application/hta",
    ]
    /// The other text types. `application/jsonl` is not registered, but the name that the format's own site proposes and
    /// programs send.
    private static let texts = [
        "css": "text/css", "json": "application/json", "jsonl": "application/jsonl",
        "geojson": "application/geo+json",
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
