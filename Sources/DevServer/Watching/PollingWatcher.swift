import Files
import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reports changes by examining all files at intervals: for systems without a better way, and for folders for which
/// Linux reports none.
public final class PollingWatcher: InputWatcher {
    private let root: String
    private let interval: Int
    private var stamps: [String: FileStamp] = [:]
    private var unread: Set<UnreadFile> = []
    private var failure: FileFailure?

    /// Starts to watch a site's folder.
    ///
    /// - Parameter interval: the time between two examinations, in milliseconds.
    public init(root: String, interval: Int = 300) {
        self.root = root
        self.interval = interval
        _ = look()
    }

    /// Waits for a change; see ``InputWatcher/change(within:)``. A folder that cannot be listed counts as a change of
    /// everything, once.
    public func change(within milliseconds: Int?) -> InputChange? {
        var left = milliseconds
        while true {
            if let change = look() { return change }
            let pause = min(interval, left ?? interval)
            if pause <= 0 { return nil }
            usleep(UInt32(pause) * 1000)
            left = left.map { $0 - pause }
        }
    }

    private func look() -> InputChange? {
        var found: [String: FileStamp] = [:]
        var passedOver: Set<UnreadFile> = []
        do throws(FileFailure) {
            let tree = DiskFileTree(root: root)
            for folder in InputFolder.all {
                let listing = try tree.listing(of: folder)
                for path in listing.files {
                    if let stamp = FileStamp(at: root + "/" + path) { found[path] = stamp }
                }
                passedOver.formUnion(listing.unread)
            }
        } catch {
            // Reported once; reading the files finds the failure, too.
            defer { failure = error }
            return failure == error ? nil : .everything
        }
        defer {
            stamps = found
            unread = passedOver
            failure = nil
        }
        if failure != nil { return .everything }
        var changed = Set(stamps.keys.filter { found[$0] == nil })
        for (path, stamp) in found where stamps[path] != stamp || stamp.isFresh { changed.insert(path) }
        changed.formUnion(passedOver.symmetricDifference(unread).map(\.path))
        return changed.isEmpty ? nil : .paths(changed)
    }
}
