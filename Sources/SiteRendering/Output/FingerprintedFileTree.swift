import Synchronization
import TimelineModel

/// The files of a site, with a note of what each was when it was read: what a build is made of.
public struct FingerprintedFileTree: FileTree {
    private final class Notes: Sendable {
        let known = Mutex<[String: Fingerprint]>([:])
        /// Of files that were not read otherwise, as long as they are what they were.
        let copied = Mutex<[String: (stamp: FileStamp, fingerprint: Fingerprint)]>([:])
        /// The files below folders, as they were listed last.
        let listed = Mutex<[String: FileListing]>([:])
    }

    private let files: any FileTree
    private let notes = Notes()

    public init(_ files: any FileTree) {
        self.files = files
    }

    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let listing = try files.listing(of: folder)
        notes.listed.withLock { $0[folder] = listing }
        return listing
    }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        let bytes = try files.read(path)
        if let bytes {
            let fingerprint = Fingerprint(of: bytes)
            notes.known.withLock { $0[path] = fingerprint }
        }
        return bytes
    }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? { try files.open(path) }

    /// What stands for a build: for all files of the site, the options, and the program. Folders that have not been
    /// listed before are listed for it, and files that have not been read are read.
    ///
    /// - Parameter options: what a person said of the build, as far as the output depends on it, in words.
    /// - Returns: nil where a file cannot be read, or nothing can be told of the program.
    func fingerprint(options: [String], jobs: Int) -> Fingerprint? {
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
        // What is not read is told of.
        for file in listings.flatMap(\.unread) {
            all.append(file.path, Fingerprint(of: Array(file.reason.rawValue.utf8)))
        }
        // So is a folder in place of a file.
        for folder in listings.flatMap(\.folders) { all.append(folder.path, Fingerprint(of: [])) }
        return Fingerprint(of: all)
    }

    /// Of a file that is copied; of one that is gone the fingerprint of nothing.
    private func fingerprint(of path: String) throws(FileFailure) -> Fingerprint {
        guard let file = try files.open(path) else { return Fingerprint(of: []) }
        if let known = notes.copied.withLock({ $0[path] }), known.stamp == file.stamp {
            return known.fingerprint
        }
        let fingerprint = try Fingerprint(of: file)
        if let stamp = file.stamp { notes.copied.withLock { $0[path] = (stamp, fingerprint) } }
        return fingerprint
    }

    private func listings() throws(FileFailure) -> [FileListing] {
        let known = notes.listed.withLock { $0 }
        var listings: [FileListing] = []
        for folder in InputFolder.all {
            if let listing = known[folder] {
                listings.append(listing)
            } else {
                listings.append(try listing(of: folder))
            }
        }
        return listings
    }
}

/// The program that runs.
private enum Program {
    /// Of its beginning, where the linker has put an id made of all of it; nil where there is no such id, since two
    /// programs could then begin alike, and where the system does not show the program's file.
    static let fingerprint: Fingerprint? = {
        let file = DiskFileTree(root: "/proc/self")
        guard let start = try? file.read("exe", first: 1 << 16), holdsBuildID(start) else { return nil }
        return Fingerprint(of: start)
    }()

    /// True where there is the head of an ELF note of the type NT_GNU_BUILD_ID: the length of its name, that of the id,
    /// the type, and the name, four bytes each.
    private static func holdsBuildID(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = [3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
        return stride(from: 0, to: bytes.count - 15, by: 4).contains { at in
            bytes[at..<at + 4].elementsEqual([4, 0, 0, 0]) && bytes[at + 8..<at + 16].elementsEqual(name)
        }
    }
}
