import Diagnostics
import Synchronization

/// The names that suggestions are chosen from. Each list is indexed when the first wrong name of its kind occurs.
final class NearestContent: Sendable {
    /// The slugs of entries.
    let entries: NearestNames
    /// The ids of registered sources.
    let sources: NearestNames
    /// The paths of media files, relative to `Content/media`.
    let media: NearestNames
    /// The same files, compared by file name alone.
    let mediaFiles: NearestFiles
    private let claims = Mutex<[ClaimsKey: NearestNames]>([:])

    private struct ClaimsKey: Hashable {
        var entry: Int
        var isNamed: Bool
    }

    init(entries: Registry<Int>, sources: [String], _ media: [String]) {
        self.entries = NearestNames { entries.allIDs }
        self.sources = NearestNames { sources }
        self.media = NearestNames { media }
        mediaFiles = NearestFiles { media.map { LinkTargets.mediaFolder + $0 } }
    }

    /// Returns the ids of an entry's claims, as written in the entry itself or, with the prefix `slug#`, in another.
    func claims(of entry: Entry, at number: Int, named prefix: String = "") -> NearestNames {
        claims.withLock { known in
            let key = ClaimsKey(entry: number, isNamed: !prefix.isEmpty)
            if let names = known[key] { return names }
            let names = NearestNames { entry.claims.compactMap { $0.id.map { prefix + $0.value } } }
            known[key] = names
            return names
        }
    }
}
