import Diagnostics
import Files
import TimelineModel
import UTF8Text

/// The input files of a site at one moment: texts in memory, and the list of media.
///
/// A preview is built and rendered from one snapshot, so that a page never mixes old and new files.
public struct SourceSnapshot: FileTree {
    private let root: String
    /// The site's folder on disk. Media are read on request, when a folder above them may have been replaced by a link.
    private let disk: DiskFileTree
    /// The listings of the input folders.
    private var listings: [String: FileListing] = [:]
    private var texts: [String: [UInt8]] = [:]
    /// The stamps of the files that are not kept in memory.
    private var stamps: [String: FileStamp] = [:]
    /// The files among them that are not read.
    private var unread: Set<UnreadFile> = []
    /// The files that may change without an event for their own name.
    private var links: Set<String> = []
    /// Whether the snapshot is complete: false before the first reading, and after one that failed.
    private var isWhole = false

    /// Creates an empty snapshot.
    ///
    /// - Parameter root: the site's folder.
    public init(root: String) {
        self.root = root
        disk = DiskFileTree(root: root, lookingAgain: true)
    }

    /// Reads the files that may have changed.
    ///
    /// - Returns: the paths of those that have, in byte order.
    /// - Throws: the failure to list or read a file; the next call then reads everything.
    public mutating func update(_ change: InputChange) throws(FileFailure) -> [String] {
        var next = self
        let wasWhole = isWhole
        isWhole = false
        let changed = try next.read(wasWhole ? change : .everything)
        next.isWhole = true
        self = next
        return changed
    }

    // MARK: A file tree

    /// The files of an input folder; empty for any other folder.
    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        listings[folder] ?? FileListing()
    }

    /// The bytes of a file; nil if the snapshot does not contain it.
    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    /// The file, in memory or on disk; nil if the snapshot does not contain it.
    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        if let text = texts[path] { return OpenFile(path, text) }
        return stamps[path] == nil ? nil : try disk.open(path)
    }

    /// Whether a file is kept in memory: it is neither media nor one of a theme's assets.
    public static func isText(_ path: String) -> Bool {
        textFolders.contains { path.begins(with: $0.folder) && !path.begins(with: $0.other) }
    }

    /// The starts of paths that hold texts, each with that of a folder below it that does not.
    private static let textFolders = [
        (folder: ContentPath.folder + "/", other: ContentPath.mediaFolder + "/"),
        (folder: InputFolder.templates + "/", other: InputFolder.templates + "/assets/"),
    ]

    // MARK: Reading

    private mutating func read(_ change: InputChange) throws(FileFailure) -> [String] {
        var changed: Set<String> = []
        var suspects: Set<String>
        // Files that have just been listed are read as a build reads them.
        var tree = disk
        switch change {
        case .everything:
            changed = try list()
            tree = DiskFileTree(root: root)
            suspects = Set(listings.values.flatMap(\.files))
        case .paths(let paths):
            suspects = paths.filter(Self.isPartOfSite).union(links)
            // A file that is not read may have another reason for it now.
            let isOld = { (path: String) in
                presence(of: path) == .unread || presence(of: path) != disk.presence(of: path)
            }
            if suspects.contains(where: isOld) {
                let moved = try list()
                changed = moved
                suspects.formUnion(moved)
            }
        }
        for path in suspects where isKnown(path) {
            if try readAnew(path, in: tree) { changed.insert(path) }
        }
        return changed.sorted(byBytesOf: \.self)
    }

    private func isKnown(_ path: String) -> Bool { texts[path] != nil || stamps[path] != nil }

    /// The state of a path when the folders were last listed.
    private func presence(of path: String) -> DiskFileTree.Presence {
        if isKnown(path) { return .file }
        if unread.contains(where: { $0.path == path }) { return .unread }
        return listings.values.contains { $0.folders.contains { $0.path == path } } ? .folder : .nothing
    }

    /// Lists the folders again.
    ///
    /// - Returns: the paths that appeared, disappeared, or became readable or unreadable.
    private mutating func list() throws(FileFailure) -> Set<String> {
        var gone: [String] = []
        var new: [String] = []
        var passedOver: Set<UnreadFile> = []
        links = []
        for folder in InputFolder.all {
            let listing = try disk.listing(of: folder)
            let old = listings[folder]?.files ?? []
            gone += Self.paths(of: old, without: listing.files)
            new += Self.paths(of: listing.files, without: old)
            listings[folder] = listing
            links.formUnion(listing.linked)
            passedOver.formUnion(listing.unread)
        }
        let told = passedOver.symmetricDifference(unread).map(\.path)
        unread = passedOver
        for path in gone {
            texts[path] = nil
            stamps[path] = nil
        }
        for path in new {
            if Self.isText(path) {
                texts[path] = []
            } else {
                stamps[path] = FileStamp(at: root + "/" + path)
            }
        }
        return Set(gone + new + told)
    }

    /// Returns the paths that another list does not contain; both are in byte order.
    private static func paths(of list: [String], without others: [String]) -> [String] {
        var number = 0
        return list.filter { path in
            // Nearly all paths are in both lists.
            if number < others.count, !others[number].isWritten(as: path) {
                while number < others.count, isOrdered(others[number], path) { number += 1 }
            }
            guard number < others.count, others[number].isWritten(as: path) else { return true }
            number += 1
            return false
        }
    }

    /// Reads a listed file.
    ///
    /// - Returns: whether it has changed. Media are compared by their stamps, because a film is not read for that.
    private mutating func readAnew(_ path: String, in tree: DiskFileTree) throws(FileFailure) -> Bool {
        guard Self.isText(path) else {
            let stamp = FileStamp(at: root + "/" + path)
            defer { stamps[path] = stamp }
            return stamps[path] != stamp
        }
        // A file that disappeared after it was listed is a change of its own, which will be reported.
        let bytes = try tree.read(path) ?? []
        if texts[path] == bytes { return false }
        texts[path] = bytes
        return true
    }

    private static func isPartOfSite(_ path: String) -> Bool {
        let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = names.first, InputFolder.all.contains(where: { first.elementsEqual($0.utf8) })
        else { return false }
        return !names.contains { $0.isEmpty || $0.first == UInt8(ascii: ".") }
    }
}
