import Files
import UTF8Text

/// The files of a built site with their sizes and digests, for programs that upload or verify them.
public struct FileInventory: Sendable {
    /// One file.
    public struct Item: Hashable, Sendable {
        /// The path below the output folder.
        public let path: String
        /// The path of the text of which this is the compressed copy; nil for every other file.
        public let text: String?
        /// The length in bytes.
        public let size: Int
        /// The SHA-256 digest of the bytes, as 64 hexadecimal digits.
        public let digest: String
    }

    /// The files in byte order of their paths.
    public let items: [Item]

    /// Reads every file of the last build, in pieces.
    ///
    /// - Parameters:
    ///   - folder: the output folder.
    ///   - jobs: the number of threads, at least 1.
    ///   - hasCompressedCopy: as in ``OutputWriter``.
    /// - Throws: if a file cannot be read or is gone, or another build is writing to the folder.
    public init(
        of folder: String, jobs: Int, hasCompressedCopy: (@Sendable (_ path: String) -> Bool)? = nil
    ) throws(FileFailure) {
        let output = try OutputFolder(folder)
        defer { output.close() }
        let manifest = Manifest(parsing: try output.read(Manifest.name) ?? [])
        let paths = manifest.sortedPaths
        let found = concurrentMap(count: paths.count, jobs: max(1, jobs)) { number in
            Result { () throws(FileFailure) in
                let path = paths[number]
                guard let file = try output.open(path) else {
                    throw FileFailure(path: output.absolute(path), reason: "gone since the build")
                }
                var pieces = SHA256.Pieces()
                var size = 0
                try unsafe file.forEachPiece { piece throws(FileFailure) in
                    size += piece.count
                    unsafe pieces.add(piece)
                }
                let text = CompressedCopy.text(ofCopy: path).flatMap {
                    manifest.paths.contains($0) && hasCompressedCopy?($0) == true ? $0 : nil
                }
                return Item(path: path, text: text, size: size, digest: pieces.digest.text)
            }
        }
        var items: [Item] = []
        for item in found { items.append(try item.get()) }
        self.items = items
    }
}
