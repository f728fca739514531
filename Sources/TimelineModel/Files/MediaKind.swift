import Diagnostics
import UTF8Text

/// The kind of a media file, by its file extension.
public enum MediaKind: Sendable {
    /// A picture, sound, film, or any other file.
    case image, audio, video, other

    /// Determines the kind from the extension of a path.
    public init(path: String) {
        switch path.pathEnding {
        case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg": self = .image
        case "mp3", "ogg", "oga", "opus", "wav", "m4a", "flac": self = .audio
        case "mp4", "webm", "ogv", "mov": self = .video
        default: self = .other
        }
    }
}
