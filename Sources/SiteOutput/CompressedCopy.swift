import Files
import UTF8Text

/// The compressed copy of a text, which stands beside it for servers that send it in place of the text: `page.html.gz` for
/// `page.html`.
struct CompressedCopy {
    /// The length in bytes up to which a text has no compressed copy: it fits into one packet as it is.
    static let longestPlain = 1024
    /// The length in bytes above which a text that is copied from the site's folder has none, since it is read into memory
    /// as a whole.
    static let longestCopied = 64 << 20

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
    /// which takes most of the time of a build.
    ///
    /// - Parameters:
    ///   - isNew: whether no earlier build wrote the copy.
    ///   - scratch: the name of the temporary file, distinct for each thread.
    static func keep(
        of bytes: UnsafeBufferPointer<UInt8>, at path: String, in output: OutputFolder, isNew: Bool,
        scratch: String
    ) throws(FileFailure) -> Outcome {
        guard bytes.count > longestPlain else { return .none }
        let known = isNew ? nil : try output.read(path)
        if let known, unsafe Gzip.isPacked(known, of: bytes) { return .unchanged(Fingerprint(of: known)) }
        guard let packed = unsafe Gzip.packed(bytes, .best), packed.count < bytes.count else { return .none }
        try output.replace(path, with: OutputBuffer(packed), isNew: known == nil, scratch: scratch)
        return .written(Fingerprint(of: packed))
    }
}
