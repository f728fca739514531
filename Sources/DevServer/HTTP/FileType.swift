/// What a file is, by its ending, for the Content-Type header.
struct FileType: Sendable {
    let contentType: String
    /// True for what shrinks when it is packed: text in any form.
    let isText: Bool

    init(path: String) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        if name == "feed.json" {
            contentType = "application/feed+json; charset=utf-8"
            isText = true
        } else if let text = Self.texts[ending] {
            contentType = text + "; charset=utf-8"
            isText = true
        } else {
            contentType = Self.others[ending] ?? (name.contains(".") ? Self.unknown : Self.plain)
            isText = contentType == Self.plain
        }
    }

    var isPage: Bool { contentType.hasPrefix("text/html") }

    private static let unknown = "application/octet-stream"
    private static let plain = "text/plain; charset=utf-8"

    private static let texts = [
        "html": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
        "svg": "image/svg+xml", "xml": "application/xml", "atom": "application/atom+xml",
        "rss": "application/rss+xml", "json": "application/json", "geojson": "application/geo+json",
        "jsonld": "application/ld+json", "webmanifest": "application/manifest+json", "ics": "text/calendar",
        "csv": "text/csv", "txt": "text/plain", "md": "text/markdown", "vtt": "text/vtt",
        "conf": "text/plain",
    ]
    private static let others = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "mp3": "audio/mpeg",
        "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "m4a": "audio/mp4",
        "flac": "audio/flac", "mp4": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
        "mov": "video/quicktime", "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf",
        "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
        "wasm": "application/wasm",
    ]
}
