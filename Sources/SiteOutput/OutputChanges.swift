import UTF8Text

/// The files of a site by what a build did to them, compared with the build before: for uploads, cache purges and pings.
///
/// If the build before was interrupted, its files are not known one by one; those that were there are then all listed as
/// changed, since a list with too much is harmless and one with too little is not.
public struct OutputChanges: Hashable, Sendable {
    /// The paths of new files below the output folder, in byte order, as all of these lists.
    public internal(set) var added: [String] = []
    /// The paths of files with other bytes than before.
    public internal(set) var changed: [String] = []
    /// The paths of files that are no longer part of the site.
    public internal(set) var removed: [String] = []

    /// No changes.
    public init() {}

    /// All paths, one a line: those to be sent and those to be removed.
    public var lines: String {
        (added + changed + removed).sorted(byBytesOf: \.self).map { $0 + "\n" }.joined()
    }

    /// The paths as a JSON object with the arrays `added`, `changed` and `removed`.
    public var json: String {
        var json = JSONText()
        json.object { json in
            for (name, paths) in [("added", added), ("changed", changed), ("removed", removed)] {
                json.array(name) { json in for path in paths { json.string(nil, path) } }
            }
        }
        return json.text + "\n"
    }

    /// Notes a file that was written.
    mutating func note(_ path: String, isNew: Bool) {
        if isNew { added.append(path) } else { changed.append(path) }
    }

    mutating func append(_ other: OutputChanges) {
        added += other.added
        changed += other.changed
        removed += other.removed
    }

    /// Sorts what several threads have added.
    mutating func sort() {
        added = added.sorted(byBytesOf: \.self)
        changed = changed.sorted(byBytesOf: \.self)
    }
}
