import Files
import UTF8Text

/// The update of a file by bytes that come in pieces, of which one is in memory at a time. As long as they are those of
/// the existing file, nothing is written; with the first others, a new file is begun that takes its place in the end. If
/// the update is not finished, the existing file stays as it is.
final class FileUpdate {
    private let path: String
    private let output: OutputFolder
    /// The name of the new file until it is complete.
    private let scratch: String
    /// The existing file; nil if there is none.
    private let known: OpenFile?
    /// The number of bytes that are those of the existing file.
    private var same = 0
    /// The new file; nil while all bytes are those of the existing one.
    private var file: ScratchFile?
    private var lanes = Fingerprint.Lanes()
    /// Told when the pieces are compared, and when they are written.
    private let begins: (BuildStage) -> Void

    /// - Parameters:
    ///   - isNew: whether there is no file at the path yet.
    ///   - scratch: the name of the temporary file, distinct for each thread.
    ///   - begins: is called when the pieces are compared, and when they are written.
    init(
        of path: String, in output: OutputFolder, isNew: Bool, scratch: String,
        begins: @escaping (BuildStage) -> Void
    ) throws(FileFailure) {
        self.path = path
        self.output = output
        self.scratch = scratch
        self.begins = begins
        known = isNew ? nil : try output.open(path)
    }

    /// Adds the next bytes. The length of every piece but the last must suit ``Fingerprint/Lanes``.
    func add(_ piece: UnsafeRawBufferPointer) throws(FileFailure) {
        unsafe lanes.add(piece)
        if file == nil, let known {
            begins(.comparing)
            if try unsafe known.holds(piece, at: same) {
                same += piece.count
                return
            }
        }
        try unsafe Descriptor.writeAll(piece, to: try writing().descriptor, of: output.absolute(path))
    }

    /// Puts the new file in its place, if there is one.
    ///
    /// - Returns: the fingerprint of all bytes, and whether they are other ones than before.
    func finish() throws(FileFailure) -> (content: Fingerprint, isChanged: Bool) {
        if file == nil, known?.size == same { return (lanes.fingerprint, false) }
        try writing().replace(path)
        return (lanes.fingerprint, true)
    }

    /// Returns the new file; one that is begun here has the bytes that are those of the existing file.
    private func writing() throws(FileFailure) -> ScratchFile {
        begins(.writing)
        if let file { return file }
        let begun = try ScratchFile(scratch, in: output)
        var copied = 0
        try unsafe known?.forEachPiece(first: same) { piece throws(FileFailure) in
            try unsafe Descriptor.writeAll(piece, to: begun.descriptor, of: output.absolute(path))
            copied += piece.count
        }
        guard copied == same else {
            throw FileFailure(path: output.absolute(path), reason: "changed while it was compared")
        }
        file = begun
        return begun
    }
}
