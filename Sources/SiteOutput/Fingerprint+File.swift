import Files
import UTF8Text

extension Fingerprint {
    /// The fingerprint of a file's bytes, which are read in pieces.
    ///
    /// - Throws: if the file cannot be read.
    init(of file: OpenFile) throws(FileFailure) {
        var lanes = Lanes()
        try unsafe file.forEachPiece { (piece) throws(FileFailure) in unsafe lanes.add(piece) }
        self = lanes.fingerprint
    }
}
