import Diagnostics

/// What a file in `Content/media` is, by its ending.
public enum MediaKind: Sendable {
    case image, audio, video, other

    public init(path: String) {
        switch path.pathEnding {
        case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg": self = .image
        case "mp3", "ogg", "oga", "opus", "wav", "m4a", "flac": self = .audio
        case "mp4", "webm", "ogv", "mov": self = .video
        default: self = .other
        }
    }
}
