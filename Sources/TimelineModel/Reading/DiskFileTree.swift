import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files on disk, below one folder. Symbolic links are followed as long as they stay in the folder that is
/// read: nothing from elsewhere on the machine gets into a site.
public struct DiskFileTree: FileTree {
    /// The site's folder.
    public let root: String

    public init(root: String) {
        self.root = root
    }

    public func files(below folder: String) throws(FileFailure) -> [String] {
        let top = absolute(folder)
        guard let real = Self.realPath(top) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw FileFailure(errorAt: folder)
        }
        var found: [String] = []
        var visited: Set<String> = [real]
        var pending = [folder]
        while let current = pending.popLast() {
            for (name, known) in try names(in: current) where !name.hasPrefix(".") {
                let path = current + "/" + name
                switch try kind(of: path, known, within: real, visited: &visited) {
                case .file: found.append(path)
                case .folder: pending.append(path)
                case .other: break
                }
            }
        }
        return found.sorted(byBytesOf: \.self)
    }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        // For the system a path ends at such a byte: it would open another file.
        if path.utf8.contains(0) { return nil }
        // Without waiting: what stands there may be a pipe that nobody writes to.
        let descriptor = systemOpen(absolute(path))
        if descriptor < 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileFailure(errorAt: path)
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            return nil
        }
        return try OpenFile(path, descriptor: descriptor)
    }

    // MARK: The system

    private enum Kind {
        case file, folder, other
    }

    private func kind(
        of path: String, _ known: Kind?, within real: String, visited: inout Set<String>
    ) throws(FileFailure) -> Kind {
        if let known { return known }
        var status = stat()
        guard lstat(absolute(path), &status) == 0 else { throw FileFailure(errorAt: path) }
        if status.st_mode & S_IFMT == S_IFLNK {
            guard let target = Self.realPath(absolute(path)) else {
                throw FileFailure(path: path, reason: "symbolic link that leads nowhere")
            }
            guard target == real || target.hasPrefix(real + "/") else {
                throw FileFailure(path: path, reason: "symbolic link that leads out of the folder")
            }
            guard stat(absolute(path), &status) == 0 else { throw FileFailure(errorAt: path) }
            // A link to a folder that holds it would never end; what it leads to is read by its own path.
            if status.st_mode & S_IFMT == S_IFDIR {
                guard let here = Self.realPath(Self.folder(of: absolute(path))) else {
                    throw FileFailure(errorAt: path)
                }
                let isLoop = here == target || here.hasPrefix(target + "/")
                if isLoop || !visited.insert(target).inserted { return .other }
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// The names in a folder, each with what it is where the system tells that with the name; those that may be links
    /// or folders in byte order, since of two links to one folder only the first is followed.
    private func names(in folder: String) throws(FileFailure) -> [(name: String, kind: Kind?)] {
        guard let stream = opendir(absolute(folder)) else { throw FileFailure(errorAt: folder) }
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

    private func absolute(_ path: String) -> String {
        path.isEmpty ? root : root + "/" + path
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func realPath(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
