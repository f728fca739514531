import Diagnostics
import Synchronization

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
