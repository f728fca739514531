import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A recursive walk through a folder of a site. It alone determines which files a build reads and which folders a
/// preview watches.
///
/// Symbolic links are followed as long as they stay in the folder. The folder may itself be a link, and is then its
/// target.
struct FolderWalk {
    private struct Pending {
        let folder: FileListing.Folder
        let isLinked: Bool
    }

    private(set) var listing = FileListing()
    /// The first error of the system. Everything else is still listed.
    private(set) var failure: FileFailure?

    private let root: String
    /// The folder, with its real path.
    private let top: FileListing.Folder
    /// The real paths of the folders that links led to.
    private var visited: Set<String> = []
    private var pending: [Pending] = []

    /// Walks through a folder.
    ///
    /// - Parameters:
    ///   - root: The path of the site's folder.
    ///   - folder: The folder's name in it.
    init(root: String, folder: String) {
        self.root = root
        let path = root + "/" + folder
        guard let location = realPath(path) else {
            top = FileListing.Folder(path: folder, location: path)
            var status = stat()
            let error = errno
            if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, error != EACCES {
                listing.unread = [UnreadFile(folder, .leadsNowhere)]
            } else if error != ENOENT, error != ENOTDIR {
                errno = error
                failure = FileFailure(errorAt: folder)
            } else if unsafe stat(root, &status) != 0 {
                failure = FileFailure(path: "", reason: "the site's folder is gone")
            }
            return
        }
        top = FileListing.Folder(path: folder, location: location)
        guard realPath(root).map({ !$0.isPath(inside: location) }) ?? true else {
            listing.unread = [UnreadFile(folder, .holdsTheSite)]
            return
        }
        visited = [location]
        pending = [Pending(folder: top, isLinked: false)]
        while let next = pending.popLast() { look(into: next) }
        listing.files = listing.files.sorted(byBytesOf: \.self)
        listing.unread = listing.unread.sorted(byBytesOf: \.path)
    }

    private mutating func look(into next: Pending) {
        listing.folders.append(next.folder)
        do throws(FileFailure) {
            for (name, known) in try names(in: next.folder.path) where name.utf8.first != UInt8(ascii: ".") {
                try take(name, known, in: next)
            }
        } catch {
            if failure == nil { failure = error }
        }
    }

    private enum Kind {
        case file, folder
    }

    private mutating func take(_ name: String, _ known: Kind?, in parent: Pending) throws(FileFailure) {
        let path = parent.folder.path + "/" + name
        if known == .file {
            add(path, isLinked: parent.isLinked)
            return
        }
        let location = parent.folder.location + "/" + name
        if let known { return add(known, path, location, isLinked: parent.isLinked) }
        var status = stat()
        guard unsafe lstat(location, &status) == 0 else {
            // Whatever was removed since it was named is not there.
            if errno == ENOENT { return }
            throw FileFailure(errorAt: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: add(.file, path, location, isLinked: parent.isLinked)
        case S_IFDIR: add(.folder, path, location, isLinked: parent.isLinked)
        case S_IFLNK: try takeLink(path, location, in: parent)
        default: listing.unread.append(UnreadFile(path, .special))
        }
    }

    private mutating func takeLink(_ path: String, _ location: String, in parent: Pending) throws(FileFailure)
    {
        switch try SymbolicLink(at: location, path, within: top.location) {
        case .unread(let reason): listing.unread.append(UnreadFile(path, reason))
        case .file(let target):
            add(.file, path, location, isLinked: true)
            // If the file is in a hidden folder, no other path leads to it.
            let end = target.utf8.lastIndex(of: UInt8(ascii: "/")) ?? target.startIndex
            let folder = String(target[..<end])
            listing.folders.append(FileListing.Folder(path: parent.folder.path, location: folder))
        case .folder(let target):
            if parent.folder.location.isPath(inside: target) {
                listing.unread.append(UnreadFile(path, .leadsUp))
            } else if visited.insert(target).inserted {
                add(.folder, path, target, isLinked: true)
            } else {
                listing.unread.append(UnreadFile(path, .leadsToTheSame))
            }
        }
    }

    private mutating func add(_ kind: Kind, _ path: String, _ location: String, isLinked: Bool) {
        switch kind {
        case .file: add(path, isLinked: isLinked)
        case .folder:
            let folder = FileListing.Folder(path: path, location: location)
            pending.append(Pending(folder: folder, isLinked: isLinked))
        }
    }

    private mutating func add(_ path: String, isLinked: Bool) {
        listing.files.append(path)
        if isLinked { listing.linked.insert(path) }
    }

    /// Returns the names in a folder, each with its kind if the directory entry states one. Names that may be links or
    /// folders come in byte order, since only the first of two links to one folder is followed.
    private func names(in folder: String) throws(FileFailure) -> [(name: String, kind: Kind?)] {
        var files: [(name: String, kind: Kind?)] = []
        var others: [(name: String, kind: Kind?)] = []
        for name in try Folders.names(in: root + "/" + folder, as: folder) {
            guard let text = name.text else {
                throw FileFailure(path: folder, reason: "contains a file whose name is not UTF-8")
            }
            let kind = Self.kind(name.type)
            if kind == .file { files.append((text, kind)) } else { others.append((text, kind)) }
        }
        return files + others.sorted(byBytesOf: \.name)
    }

    private static func kind(_ type: UInt8) -> Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        default: nil
        }
    }
}

/// A symbolic link, by the kind of its target.
enum SymbolicLink {
    /// A link to a file, by the target's real path.
    case file(String)
    /// A link to a folder, by the target's real path.
    case folder(String)
    /// A link that is not followed.
    case unread(UnreadFile.Reason)

    /// Resolves a link.
    ///
    /// - Parameters:
    ///   - location: The path of the link on disk.
    ///   - path: The path of the link relative to the site's folder.
    ///   - top: The real path of the folder that the link must not leave.
    init(at location: String, _ path: String, within top: String) throws(FileFailure) {
        guard let target = realPath(location) else {
            guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw FileFailure(errorAt: path) }
            self = .unread(.leadsNowhere)
            return
        }
        var status = stat()
        guard target.isPath(inside: top) else {
            self = .unread(.leadsOut)
            return
        }
        guard unsafe lstat(target, &status) == 0 else { throw FileFailure(errorAt: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(target)
        case S_IFDIR: self = .folder(target)
        default: self = .unread(.special)
        }
    }
}

/// Returns a path with all links resolved (POSIX `realpath`).
///
/// - Returns: `nil` if there is no file at the path, or if the resolved path is not UTF-8; `errno` has the reason.
package func realPath(_ path: String) -> String? {
    guard let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    guard let real = unsafe String(validatingCString: pointer) else {
        // Two folders whose names are no text would look like one.
        errno = EILSEQ
        return nil
    }
    return real
}
