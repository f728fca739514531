import Diagnostics

/// What earlier readings made of files, so that a preview reads again only what has changed.
///
/// A file is known by its path and its bytes, and what was made of it by the settings that give entries their
/// defaults: a reading with a cache finds what one without it finds.
public struct ContentCache: Sendable {
    /// An entry's file, and what was made of it.
    struct ReadEntry: Sendable {
        let bytes: [UInt8]
        let entry: Entry?
        let diagnostics: [Diagnostic]
    }

    /// What `timeline.yml` held when the entries were read: it gives them status and group, and says what
    /// becomes of HTML.
    private var settings: [UInt8]?
    private var entries: [String: ReadEntry] = [:]

    public init() {}

    /// Forgets everything unless the settings are those of the last reading.
    mutating func begin(settings bytes: [UInt8]?) {
        if settings != bytes { entries = [:] }
        settings = bytes
    }

    /// What is known of a file with these bytes.
    func entry(_ path: String, _ bytes: [UInt8]) -> ReadEntry? {
        guard let known = entries[path], known.bytes == bytes else { return nil }
        return known
    }

    /// Keeps what was read, and nothing else.
    mutating func keep(_ files: [(path: String, read: ReadEntry)]) {
        var kept: [String: ReadEntry] = [:]
        kept.reserveCapacity(files.count)
        for file in files { kept[file.path] = file.read }
        entries = kept
    }
}
