import Diagnostics
import TimelineModel

/// The files that a site is made of, as they were at one moment: texts in memory, and which media there are.
///
/// A preview is built and rendered from it, so that a page never mixes what was with what is.
public struct SourceSnapshot: FileTree {
    private let root: String
    /// Media are read when they are asked for, when a folder above them may be a link that was none.
    private let disk: DiskFileTree
    /// The files of each folder that a site is made of, as the file tree lists them.
    private var listings: [String: FileListing] = [:]
    private var texts: [String: [UInt8]] = [:]
    /// Of files that are not kept in memory.
    private var stamps: [String: FileStamp] = [:]
    /// What stands among them and is not read.
    private var unread: Set<UnreadFile> = []
    /// Files that may change without their own name being told.
    private var links: Set<String> = []
    /// False before the first reading, and when one has failed half-way.
    private var isWhole = false

    /// - Parameter root: the site's folder. Nothing is read yet.
    public init(root: String) {
        self.root = root
        disk = DiskFileTree(root: root, lookingAgain: true)
    }

    /// Reads what may have changed.
    ///
    /// - Returns: the paths of what has, in byte order.
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

    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        listings[folder] ?? FileListing()
    }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        if let text = texts[path] { return OpenFile(path, text) }
        return stamps[path] == nil ? nil : try disk.open(path)
    }

    /// True for a path of a file that is kept in memory: neither media nor a theme's further files.
    public static func isText(_ path: String) -> Bool {
        func isBelow(_ folder: String) -> Bool { path.rest(after: folder + "/") != nil }
        return isBelow(ContentPath.folder) && !isBelow(ContentPath.mediaFolder)
            || isBelow(InputFolder.templates) && !isBelow(InputFolder.templates + "/assets")
    }

    // MARK: Reading

    private mutating func read(_ change: InputChange) throws(FileFailure) -> [String] {
        var changed: Set<String> = []
        var suspects: Set<String>
        switch change {
        case .everything:
            changed = try list()
            suspects = Set(listings.values.flatMap(\.files))
        case .paths(let paths):
            suspects = paths.filter(Self.isPartOfSite).union(links)
            // Of what is not read it may have changed why.
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
            if try readAnew(path) { changed.insert(path) }
        }
        return changed.sorted(byBytesOf: \.self)
    }

    private func isKnown(_ path: String) -> Bool { texts[path] != nil || stamps[path] != nil }

    /// What stood at a path when the folders were listed.
    private func presence(of path: String) -> DiskFileTree.Presence {
        if isKnown(path) { return .file }
        if unread.contains(where: { $0.path == path }) { return .unread }
        return listings.values.contains { $0.folders.contains { $0.path == path } } ? .folder : .nothing
    }

    /// Lists the folders anew.
    ///
    /// - Returns: what has come and gone.
    private mutating func list() throws(FileFailure) -> Set<String> {
        var listed: Set<String> = []
        var passedOver: Set<UnreadFile> = []
        links = []
        for folder in InputFolder.all {
            let listing = try disk.listing(of: folder)
            listings[folder] = listing
            listed.formUnion(listing.files)
            links.formUnion(listing.linked)
            passedOver.formUnion(listing.unread)
        }
        let told = passedOver.symmetricDifference(unread).map(\.path)
        unread = passedOver
        let known = Set(texts.keys).union(stamps.keys)
        let gone = known.subtracting(listed)
        let new = listed.subtracting(known)
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
        return gone.union(new).union(told)
    }

    /// Reads a listed file.
    ///
    /// - Returns: true where it has changed. Of media that is told by their stamps: a film is not read to see.
    private mutating func readAnew(_ path: String) throws(FileFailure) -> Bool {
        guard Self.isText(path) else {
            let stamp = FileStamp(at: root + "/" + path)
            defer { stamps[path] = stamp }
            return stamps[path] != stamp
        }
        // A file that went away since it was listed is a change of its own, and about to be told.
        let bytes = try disk.read(path) ?? []
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
