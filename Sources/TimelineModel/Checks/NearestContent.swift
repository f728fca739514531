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

/// Files among which one is looked for by its name: a path that is long and shared says little.
final class NearestFiles: Sendable {
    private let paths: @Sendable () -> [String]
    private let names: NearestNames
    /// The first path in byte order of each name.
    private let byName = Mutex<[String: String]?>(nil)

    init(_ paths: @escaping @Sendable () -> [String]) {
        self.paths = paths
        names = NearestNames { paths().map { String($0.pathName) } }
    }

    /// The path that was most likely meant by one; nil where no file has a name that is near.
    func nearest(to path: String) -> String? {
        guard let name = names.nearest(to: String(path.pathName)) else { return nil }
        return byName.withLock { known in
            let byName =
                known
                ?? Dictionary(
                    paths().map { (String($0.pathName), $0) },
                    uniquingKeysWith: { isOrdered($0, $1) ? $0 : $1 })
            known = byName
            return byName[name]
        }
    }
}
