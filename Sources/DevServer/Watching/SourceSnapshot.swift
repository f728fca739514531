import Diagnostics
import TimelineModel

/// The files that a site is made of, as they were at one moment: texts in memory, and which media there are.
///
/// A preview is built and rendered from it, so that a page never mixes what was with what is.
public struct SourceSnapshot: FileTree {
    private let root: String
    private let disk: DiskFileTree
    /// The files of each folder that a site is made of, as the file tree lists them.
    private var listings: [String: [String]] = [:]
    private var texts: [String: [UInt8]] = [:]
    /// Of files that are not kept in memory.
    private var stamps: [String: FileStamp] = [:]
    /// Files that may change without their own name being told.
    private var links: Set<String> = []
    /// False before the first reading, and when one has failed half-way.
    private var isWhole = false

    /// - Parameter root: the site's folder. Nothing is read yet.
    public init(root: String) {
        self.root = root
        disk = DiskFileTree(root: root)
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

    public func files(below folder: String) throws(FileFailure) -> [String] { listings[folder] ?? [] }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        if let text = texts[path] { return OpenFile(path, text) }
        return stamps[path] == nil ? nil : try disk.open(path)
    }

    /// True for a path of a file that is kept in memory: neither media nor a theme's further files.
    static func isText(_ path: String) -> Bool {
        path.hasPrefix("Content/") && !path.hasPrefix("Content/media/")
            || path.hasPrefix("Templates/") && !path.hasPrefix("Templates/assets/")
    }

    // MARK: Reading

    private mutating func read(_ change: InputChange) throws(FileFailure) -> [String] {
        var changed: Set<String> = []
        var suspects: Set<String>
        switch change {
        case .everything:
            changed = try list()
            suspects = Set(listings.values.joined())
        case .paths(let paths):
            suspects = paths.filter(Self.isPartOfSite).union(links)
            if suspects.contains(where: { isKnown($0) != Self.isThere(root + "/" + $0) }) {
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

    /// Lists the folders anew.
    ///
    /// - Returns: what has come and gone.
    private mutating func list() throws(FileFailure) -> Set<String> {
        var listed: Set<String> = []
        for folder in InputChange.folders {
            let paths = try disk.files(below: folder)
            listings[folder] = paths
            listed.formUnion(paths)
        }
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
        links = links.subtracting(gone).union(new.filter { Self.isLink(root, $0) })
        return gone.union(new)
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
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = names.first, InputChange.folders.contains(String(first)) else { return false }
        return !names.contains { $0.hasPrefix(".") || $0.isEmpty }
    }
}
