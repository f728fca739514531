import Files

#if os(Linux)
    import Glibc
    import TimelineModel

    /// Reports changes by inotify(7). Exactly the folders of which a site is made are watched; the walk that lists a
    /// site's files determines which they are.
    ///
    /// After any event on a folder, and after lost events, all watches are replaced and everything is reported as
    /// changed, so that no state must be kept consistent. If a folder above the watched ones is moved, no watch reports
    /// it: from time to time the watcher checks whether they are still the same folders.
    public final class InotifyWatcher: InputWatcher {
        private let root: String
        private var descriptor: Int32 = -1
        /// The folders of each watch, relative to the site's folder: links may give one folder several names.
        private var folders: [Int32: [String]] = [:]
        /// Whether there are links. They may lead to hidden files, which then matter too.
        private var hasLinks = false
        private var identities: [FolderIdentity?] = []
        private var buffer = [UInt8](repeating: 0, count: 65_536)

        /// Starts to watch a site's folder.
        ///
        /// - Throws: a failure if the folder is on a file system that does not report the changes of other machines, or
        ///   if the system allows no further watches.
        public init(root: String) throws(WatchFailure) {
            self.root = root
            try Self.checkFileSystem(of: root)
            try watchAnew()
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        /// Waits for a change; see ``InputWatcher/change(within:)``.
        public func change(within milliseconds: Int?) throws(WatchFailure) -> InputChange? {
            let clock = ContinuousClock()
            let end = milliseconds.map { clock.now + .milliseconds($0) }
            while true {
                let left = end.map { end in
                    let rest = (end - clock.now).components
                    return Int32(clamping: rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000)
                }
                var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let ready = unsafe Glibc.poll(
                    &poll, 1, min(Self.longestTrust, left.map { max(0, $0) } ?? .max))
                if ready < 0, errno != EINTR { throw Self.failure() }
                if ready > 0, let change = try readEvents() { return change }
                if ready == 0, FolderIdentity.all(of: root) != identities {
                    try watchAnew()
                    return .everything
                }
                if let left, left <= 0 { return nil }
            }
        }

        /// The number of watched folders.
        var watchCount: Int { folders.count }

        /// The interval, in milliseconds, at which the watcher checks that the folders are still the same.
        private static let longestTrust: Int32 = 1000

        // MARK: Events

        private static let ofFiles = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)
        private static let ofFolders = UInt32(IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)

        /// Returns the meaning of the waiting events; nil if they are of no interest.
        private func readEvents() throws(WatchFailure) -> InputChange? {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EAGAIN || errno == EINTR { return nil }
                throw Self.failure()
            }
            var paths: Set<String> = []
            var isEverything = false
            var offset = 0
            let headLength = MemoryLayout<inotify_event>.size
            while offset + headLength <= count {
                let event = unsafe buffer.withUnsafeBytes { bytes in
                    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                }
                let end = min(count, offset + headLength + Int(event.len))
                let name = buffer[(offset + headLength)..<end].prefix { $0 != 0 }
                offset = end
                switch meaning(of: event, String(decoding: name, as: UTF8.self)) {
                case .everything: isEverything = true
                case .paths(let changed): paths.formUnion(changed)
                }
            }
            if isEverything {
                try watchAnew()
                return .everything
            }
            return paths.isEmpty ? nil : .paths(paths)
        }

        private func meaning(of event: inotify_event, _ name: String) -> InputChange {
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .everything }
            guard let folders = folders[event.wd] else { return .paths([]) }
            let isTop = folders == [""]
            // Of the site's folder only two names matter; nothing is made of hidden files.
            if isTop, !name.isEmpty, !InputFolder.all.contains(name) { return .paths([]) }
            if name.utf8.first == UInt8(ascii: "."), !hasLinks { return .paths([]) }
            let isOfFolder = event.mask & UInt32(IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF) != 0
            let isOnlyAttribute = event.mask & UInt32(IN_ATTRIB) != 0
            if isTop || isOfFolder, !isOnlyAttribute { return .everything }
            if name.isEmpty { return .paths([]) }
            let paths = folders.map { $0 + "/" + name }
            let isNew = event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
            switch paths.lazy.map(kind).first(where: { $0 != .nothing }) {
            // Its target may have to be watched.
            case .link where isNew: return .everything
            // A new regular file is of interest after it was written and closed; a hard link, or a file of another
            // kind, is complete at once.
            case .file where event.mask & UInt32(IN_CREATE) != 0: return .paths([])
            default: return .paths(Set(paths))
            }
        }

        private enum Kind {
            case nothing, file, link, other
        }

        private func kind(_ path: String) -> Kind {
            var status = stat()
            guard unsafe lstat(root + "/" + path, &status) == 0 else { return .nothing }
            switch status.st_mode & S_IFMT {
            case S_IFLNK: return .link
            case S_IFREG where status.st_nlink == 1: return .file
            default: return .other
            }
        }

        // MARK: Watches

        private func watchAnew() throws(WatchFailure) {
            let new = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard new >= 0 else { throw Self.failure() }
            if descriptor >= 0 { close(descriptor) }
            descriptor = new
            folders = [:]
            hasLinks = false
            identities = FolderIdentity.all(of: root)
            try watch("", at: root)
            let files = DiskFileTree(root: root)
            for folder in InputFolder.all {
                let listing = files.visibleListing(of: folder)
                for folder in listing.folders { try watch(folder.path, at: folder.location) }
                if !listing.linked.isEmpty { hasLinks = true }
            }
        }

        /// Watches a folder, unless it is gone.
        private func watch(_ folder: String, at location: String) throws(WatchFailure) {
            let watch = unsafe inotify_add_watch(
                descriptor, location, Self.ofFiles | Self.ofFolders | UInt32(IN_ONLYDIR))
            guard watch >= 0 else {
                if errno == ENOSPC || errno == ENOMEM { throw Self.failure() }
                return
            }
            if !folders[watch, default: []].contains(folder) { folders[watch, default: []].append(folder) }
        }

        /// The failure that the system has just reported, with a remedy if there is one.
        private static func failure() -> WatchFailure {
            let reason =
                switch errno {
                case ENOSPC: "no more folders can be watched; raise fs.inotify.max_user_watches"
                case EMFILE, ENFILE:
                    "no more watchers can be had; raise fs.inotify.max_user_instances, or the limit of open files (ulimit -n)"
                default: unsafe String(cString: strerror(errno))
                }
            return WatchFailure(reason: reason)
        }

        /// Throws if the folder is on a network file system: Linux reports only changes made on this machine.
        private static func checkFileSystem(of root: String) throws(WatchFailure) {
            for folder in FolderIdentity.all(of: root).compactMap(\.self) {
                if let name = MountTable.current.fileSystem(of: folder.device), MountTable.isDistant(name) {
                    throw WatchFailure(reason: "the file system \(name) does not tell those of others")
                }
            }
        }
    }

    /// The identity of the folder at a path.
    private struct FolderIdentity: Equatable {
        let device: UInt
        let number: UInt

        init?(_ path: String) {
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { return nil }
            (device, number) = (status.st_dev, status.st_ino)
        }

        /// The identities of the site's folder and of its input folders; nil for those that do not exist.
        static func all(of root: String) -> [FolderIdentity?] {
            [FolderIdentity(root)] + InputFolder.all.map { FolderIdentity(root + "/" + $0) }
        }
    }
#endif
