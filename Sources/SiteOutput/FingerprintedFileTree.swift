import Files
import Synchronization
import UTF8Text

/// A file tree that records a fingerprint of each file it reads: the inputs of a build.
public struct FingerprintedFileTree: FileTree {
    /// The records, shared by all copies of the tree.
    private final class Notes: Sendable {
        /// The fingerprints of files that were read, by path.
        let known = Mutex<[String: Fingerprint]>([:])
        /// The fingerprints of files that are only copied, each valid as long as the file's stamp is the same.
        let copied = Mutex<[String: (stamp: FileStamp, fingerprint: Fingerprint)]>([:])
        /// The last listing of each folder.
        let listed = Mutex<[String: FileListing]>([:])
    }

    private let files: any FileTree
    private let folders: [String]
    private let notes = Notes()

    /// - Parameters:
    ///   - files: the tree that the files are read from.
    ///   - folders: the folders whose files a build reads.
    public init(_ files: any FileTree, folders: [String]) {
        self.files = files
        self.folders = folders
    }

    /// Returns the files below a folder, and records the listing.
    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let listing = try files.listing(of: folder)
        notes.listed.withLock { $0[folder] = listing }
        return listing
    }

    /// Returns a file's bytes, and records their fingerprint.
    ///
    /// - Returns: nil if there is no such file.
    public func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        let bytes = try files.read(path)
        if let bytes {
            let fingerprint = Fingerprint(of: bytes)
            notes.known.withLock { $0[path] = fingerprint }
        }
        return bytes
    }

    /// Opens a file without recording it.
    ///
    /// - Returns: nil if there is no such file.
    public func open(_ path: String) throws(FileFailure) -> OpenFile? { try files.open(path) }

    /// Returns a fingerprint of everything that a build depends on: all files of the site, the options and the
    /// program. Folders that have not been listed yet are listed, and files that have not been read yet are read.
    ///
    /// - Parameter options: the options that affect the output, as texts.
    /// - Returns: nil if a file cannot be read, or if the running program cannot be identified.
    package func fingerprint(options: [String], jobs: Int) -> Fingerprint? {
        guard let program = Program.fingerprint, let listings = try? listings() else { return nil }
        let paths = listings.flatMap(\.files)
        let known = notes.known.withLock { $0 }
        let files = concurrentMap(count: paths.count, jobs: jobs) { number in
            known[paths[number]] ?? (try? fingerprint(of: paths[number]))
        }
        var all = [program, Fingerprint(of: Array(options.joined(separator: "\n").utf8))]
        for (path, file) in zip(paths, files) {
            guard let file else { return nil }
            all.append(path, file)
        }
        // Files that are not read cause diagnostics.
        for file in listings.flatMap(\.unread) {
            all.append(file.path, Fingerprint(of: Array(file.reason.rawValue.utf8)))
        }
        // So do folders with the paths of files.
        for folder in listings.flatMap(\.folders) { all.append(folder.path, Fingerprint(of: [])) }
        return Fingerprint(combining: all)
    }

    /// Returns the fingerprint of a file that is copied; for a missing file, the fingerprint of no bytes.
    private func fingerprint(of path: String) throws(FileFailure) -> Fingerprint {
        guard let file = try files.open(path) else { return Fingerprint(of: []) }
        if let known = notes.copied.withLock({ $0[path] }), known.stamp == file.stamp {
            return known.fingerprint
        }
        let fingerprint = try Fingerprint(of: file)
        if let stamp = file.stamp { notes.copied.withLock { $0[path] = (stamp, fingerprint) } }
        return fingerprint
    }

    /// Returns the listings of the folders that a build reads.
    private func listings() throws(FileFailure) -> [FileListing] {
        let known = notes.listed.withLock { $0 }
        var listings: [FileListing] = []
        for folder in folders {
            if let listing = known[folder] {
                listings.append(listing)
            } else {
                listings.append(try listing(of: folder))
            }
        }
        return listings
    }
}

/// The running program.
private enum Program {
    /// The fingerprint of the executable's first 64 KiB, which contain the linker's build id of the whole file. Nil
    /// if they contain no build id, since two programs could then begin alike, or if the system does not show the
    /// executable.
    static let fingerprint: Fingerprint? = {
        let file = DiskFileTree(root: "/proc/self")
        guard let start = try? file.read("exe", first: 1 << 16), holdsBuildID(start) else { return nil }
        return Fingerprint(of: start)
    }()

    /// Whether the bytes contain the header of an ELF note of type `NT_GNU_BUILD_ID`: the length of its name, the
    /// length of the id, the type and the name, four bytes each.
    private static func holdsBuildID(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = [3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
        return stride(from: 0, to: bytes.count - 15, by: 4).contains { at in
            bytes[at..<at + 4].elementsEqual([4, 0, 0, 0]) && bytes[at + 8..<at + 16].elementsEqual(name)
        }
    }
}
