#if os(Linux)
    import Glibc

    /// Tells changes as Linux tells them (inotify(7)): every folder that a site is made of has a watch.
    ///
    /// Whatever happens to a folder, and every event that was lost, is met with new watches on everything and
    /// the word that anything may have changed: there is nothing to keep right between the two.
    public final class InotifyWatcher: InputWatcher {
        private let root: String
        private var descriptor: Int32 = -1
        /// The folders of each watch, from the site's folder: links may give one several names.
        private var folders: [Int32: [String]] = [:]
        private var buffer = [UInt8](repeating: 0, count: 65_536)

        public init(root: String) throws(WatchFailure) {
            self.root = root
            try watchAnew()
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        public func change(within milliseconds: Int?) throws(WatchFailure) -> InputChange? {
            let clock = ContinuousClock()
            let end = milliseconds.map { clock.now + .milliseconds($0) }
            while true {
                let left = end.map { end in
                    let rest = (end - clock.now).components
                    return Int32(clamping: rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000)
                }
                var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let ready = Glibc.poll(&poll, 1, left.map { max(0, $0) } ?? -1)
                if ready < 0, errno != EINTR { throw Self.failure() }
                if ready == 0 { return nil }
                if ready > 0, let change = try readEvents() { return change }
                if let left, left <= 0 { return nil }
            }
        }

        // MARK: Events

        private static let ofFiles = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)
        private static let ofFolders = UInt32(IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)

        /// What the waiting events say; nil where they are of no interest.
        private func readEvents() throws(WatchFailure) -> InputChange? {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EAGAIN || errno == EINTR { return nil }
                throw Self.failure()
            }
            var paths: Set<String> = []
            var isEverything = false
            var offset = 0
            let headLength = MemoryLayout<inotify_event>.size
            while offset + headLength <= count {
                let event = buffer.withUnsafeBytes { bytes in
                    bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
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
            if isTop, !name.isEmpty, !InputChange.folders.contains(name) { return .paths([]) }
            if name.hasPrefix(".") { return .paths([]) }
            let isOfFolder = event.mask & UInt32(IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF) != 0
            let isOnlyAttribute = event.mask & UInt32(IN_ATTRIB) != 0
            if isTop || isOfFolder, !isOnlyAttribute { return .everything }
            if name.isEmpty { return .paths([]) }
            let paths = folders.map { $0 + "/" + name }
            // A new file is of interest when it has been written and closed; what is no file of its own, a
            // link, is there at once.
            if event.mask & UInt32(IN_CREATE) != 0, !paths.contains(where: isLink) { return .paths([]) }
            return .paths(Set(paths))
        }

        private func isLink(_ path: String) -> Bool {
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else { return false }
            return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
        }

        // MARK: Watches

        private func watchAnew() throws(WatchFailure) {
            let new = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard new >= 0 else { throw Self.failure() }
            if descriptor >= 0 { close(descriptor) }
            descriptor = new
            folders = [:]
            try watch("", at: root)
            for folder in InputChange.folders {
                var pending = [folder]
                while let current = pending.popLast() {
                    guard try watch(current, at: root + "/" + current) else { continue }
                    pending += foldersIn(current)
                }
            }
        }

        /// Watches a folder.
        ///
        /// - Returns: false where it is gone, or watched under another name already.
        @discardableResult
        private func watch(_ folder: String, at path: String) throws(WatchFailure) -> Bool {
            let watch = inotify_add_watch(
                descriptor, path, Self.ofFiles | Self.ofFolders | UInt32(IN_ONLYDIR))
            guard watch >= 0 else {
                // The user's limit of watches is reached.
                if errno == ENOSPC || errno == ENOMEM { throw Self.failure() }
                return false
            }
            let isNew = folders[watch] == nil
            folders[watch, default: []].append(folder)
            return isNew
        }

        private func foldersIn(_ folder: String) -> [String] {
            guard let stream = opendir(root + "/" + folder) else { return [] }
            defer { closedir(stream) }
            var found: [String] = []
            while let entry = readdir(stream) {
                let kind = Int32(entry.pointee.d_type)
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                        String(cString: $0)
                    }
                }
                if name.hasPrefix(".") || kind == Int32(DT_REG) { continue }
                var status = stat()
                guard stat(root + "/" + folder + "/" + name, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { found.append(folder + "/" + name) }
            }
            return found
        }

        private static func failure() -> WatchFailure {
            WatchFailure(reason: String(cString: strerror(errno)))
        }
    }
#endif
