import Files
import UTF8Text

extension Fingerprint {
    /// The fingerprint of a file's bytes, which are read in pieces.
    ///
    /// - Throws: if the file cannot be read.
    init(of file: OpenFile) throws(FileFailure) {
        var lanes = Lanes()
        try file.forEachPiece { (piece) throws(FileFailure) in lanes.add(piece) }
        self = lanes.fingerprint
    }
}
