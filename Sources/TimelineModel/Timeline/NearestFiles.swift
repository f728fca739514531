import Diagnostics
import Synchronization
import UTF8Text

/// A search for files with a similar name. Only file names are compared, because long paths that share their folders
/// look similar whatever the files are.
final class NearestFiles: Sendable {
    private let paths: @Sendable () -> [String]
    private let names: NearestNames
    /// For each file name, the first path in byte order; built on first use.
    private let byName = Mutex<[String: String]?>(nil)

    init(_ paths: @escaping @Sendable () -> [String]) {
        self.paths = paths
        names = NearestNames { paths().map { String($0.pathName) } }
    }

    /// Returns the path that a wrong one most likely stands for, or `nil` if no file has a similar name.
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
