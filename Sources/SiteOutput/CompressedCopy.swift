import Files
import UTF8Text

/// The compressed copy of a text, which stands beside it for servers that send it in place of the text: `page.html.gz` for
/// `page.html`.
struct CompressedCopy {
    /// The length in bytes up to which a text has no compressed copy: it fits into one packet as it is.
    static let longestPlain = 1024
    /// What became of a compressed copy.
    enum Outcome {
        /// There is none, since it would not be shorter.
        case none
        /// The one that is there holds the bytes of the text.
        case unchanged(Fingerprint)
        case written(Fingerprint)
    }

    private static let ending = ".gz"

    /// Returns the path of the copy of a text.
    static func path(of text: String) -> String { text + ending }

    /// Returns the path of the text of a copy; nil if a path is not that of a copy.
    static func text(ofCopy path: String) -> String? {
        path.ends(with: ending) ? String(path.utf8.dropLast(ending.utf8.count)) : nil
    }

    /// Writes the copy, unless the one that is there holds the bytes of the text. Such a copy is not compressed again,
    /// which takes most of the time of a build. No more than a piece of either is in memory.
    ///
    /// - Parameters:
    ///   - isNew: whether no earlier build wrote the copy.
    ///   - scratch: the name of the temporary file, distinct for each thread.
    static func keep(
        of text: OpenFile, at path: String, in output: OutputFolder, isNew: Bool, scratch: String
    ) throws(FileFailure) -> Outcome {
        guard text.size > longestPlain else { return .none }
        if !isNew, let known = try output.open(path), try Gzip.isPacked(known, of: text) {
            return .unchanged(try Fingerprint(of: known))
        }
        let file = try ScratchFile(scratch, in: output)
        var (lanes, count) = (Fingerprint.Lanes(), 0)
        let isWhole = try unsafe Gzip.pack(text, .best) { piece throws(FileFailure) in
            try unsafe Descriptor.writeAll(piece, to: file.descriptor, of: output.absolute(path))
            unsafe lanes.add(piece)
            count += piece.count
        }
        guard isWhole, count < text.size else { return .none }
        try file.replace(path)
        return .written(lanes.fingerprint)
    }
}
