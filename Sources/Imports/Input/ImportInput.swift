import Diagnostics
import UTF8Text

/// A file to import.
public struct ImportInput: Sendable {
    /// The path as the user wrote it, for messages.
    public let path: String
    /// The bytes of the file.
    public let bytes: [UInt8]

    /// Creates the input.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The maximum size of a file, 256 MiB.
    public static let largest = 256 << 20

    /// The name of the file without its folders.
    var name: String { String(path.pathName) }

    /// The range of the text, without a byte order mark.
    var text: Range<Int> { ByteOrderMark.length(in: bytes)..<bytes.count }

    /// Returns the reason why the file cannot be read; nil if it can.
    func refusal() -> Diagnostic? {
        func refuse(_ summary: String, _ range: Range<Int> = 0..<0, _ fix: String? = nil) -> Diagnostic {
            Diagnostic(
                .importFile, summary, at: SourceLocation(path, range),
                fixIts: fix.map { [Diagnostic.FixIt($0)] } ?? [])
        }
        if bytes.count > Self.largest { return refuse("a file of more than \(Self.largest >> 20) MiB") }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return refuse("UTF-16 text", 0..<2, "save the file as UTF-8")
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return refuse("a spreadsheet or ZIP file", 0..<4, "export the sheet as CSV in UTF-8")
        }
        if let range = UTF8Validity.firstIllFormed(in: bytes) {
            return refuse("bytes that are not UTF-8", range, "save the file as UTF-8")
        }
        if !bytes[text].contains(where: { $0 > 0x20 }) { return refuse("the file is empty") }
        return nil
    }
}
