import TimelineModel
import UTF8Text

/// How the preview sends a file, by its path.
struct FileType: Sendable {
    private let type: MediaType
    /// Whether a browser is to save the file instead of showing it.
    let isDownload: Bool

    /// The type of a file that the site generates or that belongs to its theme.
    init(path: String) {
        type = MediaType(path: path)
        isDownload = false
    }

    /// The type of a contributor's file; an unknown one is a download.
    init(mediaPath path: String) {
        type = MediaType(mediaPath: path)
        isDownload = type == .unknown
    }

    /// The value of the Content-Type header.
    var contentType: String { type.contentType }
    /// Whether the type is a kind of text, which compression makes shorter.
    var isText: Bool { type.isText }
    /// Whether the file is a page.
    var isPage: Bool { contentType.begins(with: "text/html") }
}
