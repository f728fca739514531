/// The byte order mark (U+FEFF) in UTF-8, with which some editors begin a file. It belongs to no text.
public enum ByteOrderMark {
    /// The three bytes of the mark.
    public static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Returns the offset at which the text of a file begins: 3 after a byte order mark, otherwise 0.
    public static func length(in file: [UInt8]) -> Int { file.starts(with: bytes) ? bytes.count : 0 }
}
