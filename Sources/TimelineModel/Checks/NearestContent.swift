import Diagnostics
import Synchronization

/// What the nearest names are looked for among: each kind is put in order when the first of its names is not there.
final class NearestContent: Sendable {
    /// The slugs of entries.
    let entries: NearestNames
    /// The ids of registered sources.
    let sources: NearestNames
    /// Paths below `Content/media`.
    let media: NearestNames
    /// The same files, by their names alone.
    let mediaFiles: NearestFiles
    private let claims = Mutex<[ClaimsKey: NearestNames]>([:])

    private struct ClaimsKey: Hashable {
        var entry: Int
        var isNamed: Bool
    }

    init(entries: [String], sources: [String], _ media: [String]) {
        self.entries = NearestNames { entries }
        self.sources = NearestNames { sources }
        self.media = NearestNames { media }
        mediaFiles = NearestFiles { media.map { LinkTargets.mediaFolder + $0 } }
    }

    /// The ids of an entry's claims, as they are written from itself or, with its name before them, from elsewhere.
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
