import Diagnostics
import UTF8Text

/// The kind of a media file, by its file extension.
public enum MediaKind: Sendable {
    /// A picture, sound, film, or any other file.
    case image, audio, video, other

    /// The media types (RFC 6838) of the files that pages show, by file extension in lower case.
    public static let types = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml",
        "mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg",
        "wav": "audio/wav", "m4a": "audio/mp4", "flac": "audio/flac",
        "mp4": "video/mp4", "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime",
    ]

    /// Determines the kind from the extension of a path.
    public init(path: String) {
        switch Self.types[path.pathEnding]?.parts(between: "/").first {
        case "image": self = .image
        case "audio": self = .audio
        case "video": self = .video
        default: self = .other
        }
    }
}
