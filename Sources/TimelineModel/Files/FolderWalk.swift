import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A walk through a folder of a site: what a build reads of it, and what a preview watches, are told by this alone.
///
/// Symbolic links are followed as long as they stay in the folder, which may itself be a link: it stands where it leads.
struct FolderWalk {
    private struct Pending {
        let folder: FileListing.Folder
        let isLinked: Bool
    }

    private(set) var listing = FileListing()
    /// The first folder or file that the system let nothing be known of. The others are listed all the same.
    private(set) var failure: FileFailure?

    private let root: String
    /// Where the folder stands.
    private let top: FileListing.Folder
    /// Where the folders stand to which links led.
    private var visited: Set<String> = []
    private var pending: [Pending] = []

    /// - Parameters:
    ///   - root: the site's folder.
    ///   - folder: the folder's name in it.
    init(root: String, folder: String) {
        self.root = root
        let path = root + "/" + folder
        guard let place = realPath(path) else {
            top = FileListing.Folder(path: folder, place: path)
            var status = stat()
            let error = errno
            if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, error != EACCES {
                listing.unread = [UnreadFile(folder, .leadsNowhere)]
            } else if error != ENOENT, error != ENOTDIR {
                errno = error
                failure = FileFailure(errorAt: folder)
            } else if stat(root, &status) != 0 {
                failure = FileFailure(path: "", reason: "the site's folder is gone")
            }
            return
        }
        top = FileListing.Folder(path: folder, place: place)
        guard realPath(root).map({ !$0.isPath(inside: place) }) ?? true else {
            listing.unread = [UnreadFile(folder, .holdsTheSite)]
            return
        }
        visited = [place]
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
        let place = parent.folder.place + "/" + name
        if let known { return add(known, path, place, isLinked: parent.isLinked) }
        var status = stat()
        guard lstat(place, &status) == 0 else {
            // Whatever was removed since it was named is not there.
            if errno == ENOENT { return }
            throw FileFailure(errorAt: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: add(.file, path, place, isLinked: parent.isLinked)
        case S_IFDIR: add(.folder, path, place, isLinked: parent.isLinked)
        case S_IFLNK: try takeLink(path, place, in: parent)
        default: listing.unread.append(UnreadFile(path, .special))
        }
    }

    private mutating func takeLink(_ path: String, _ place: String, in parent: Pending) throws(FileFailure) {
        switch try SymbolicLink(at: place, path, within: top.place) {
        case .unread(let reason): listing.unread.append(UnreadFile(path, reason))
        case .file(let target):
            add(.file, path, place, isLinked: true)
            // Where a hidden folder holds the file, nothing else leads there.
            let end = target.utf8.lastIndex(of: UInt8(ascii: "/")) ?? target.startIndex
            let folder = String(target[..<end])
            listing.folders.append(FileListing.Folder(path: parent.folder.path, place: folder))
        case .folder(let target):
            if parent.folder.place.isPath(inside: target) {
                listing.unread.append(UnreadFile(path, .leadsUp))
            } else if visited.insert(target).inserted {
                add(.folder, path, target, isLinked: true)
            } else {
                listing.unread.append(UnreadFile(path, .leadsToTheSame))
            }
        }
    }

    private mutating func add(_ kind: Kind, _ path: String, _ place: String, isLinked: Bool) {
        switch kind {
        case .file:
            listing.files.append(path)
            if isLinked { listing.linked.insert(path) }
        case .folder:
            let folder = FileListing.Folder(path: path, place: place)
            pending.append(Pending(folder: folder, isLinked: isLinked))
        }
    }

    /// The names in a folder, each with what it is where the system tells that with the name; those that may be links
    /// or folders in byte order, since of two links to one folder only the first is followed.
    private func names(in folder: String) throws(FileFailure) -> [(name: String, kind: Kind?)] {
        guard let stream = opendir(root + "/" + folder) else { throw FileFailure(errorAt: folder) }
        defer { closedir(stream) }
        var files: [(name: String, kind: Kind?)] = []
        var others: [(name: String, kind: Kind?)] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(validatingCString: $0)
                }
            }
            guard let name else {
                throw FileFailure(path: folder, reason: "holds a file whose name is not UTF-8")
            }
            let kind = Self.kind(entry.pointee.d_type)
            if kind == .file { files.append((name, kind)) } else { others.append((name, kind)) }
            errno = 0
        }
        guard errno == 0 else { throw FileFailure(errorAt: folder) }
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

/// A symbolic link, by what it leads to.
enum SymbolicLink {
    /// By its place on disk.
    case file(String)
    case folder(String)
    case unread(UnreadFile.Reason)

    /// - Parameters:
    ///   - place: the link.
    ///   - path: the same from the site's folder.
    ///   - top: the place that it must not lead out of.
    init(at place: String, _ path: String, within top: String) throws(FileFailure) {
        guard let target = realPath(place) else {
            guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw FileFailure(errorAt: path) }
            self = .unread(.leadsNowhere)
            return
        }
        var status = stat()
        guard target.isPath(inside: top) else {
            self = .unread(.leadsOut)
            return
        }
        guard lstat(target, &status) == 0 else { throw FileFailure(errorAt: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(target)
        case S_IFDIR: self = .folder(target)
        default: self = .unread(.special)
        }
    }
}

/// Where a path leads, without links; nil where it leads nowhere, or by a name that is no text.
package func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    guard let real = String(validatingCString: pointer) else {
        // Two folders whose names are no text would look like one.
        errno = EILSEQ
        return nil
    }
    return real
}
