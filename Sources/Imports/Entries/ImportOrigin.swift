import TimelineModel
import UTF8Text

/// The origin of an entry in an imported file, which it keeps below `extra`.
public struct ImportOrigin: Hashable, Sendable {
    /// The key below `extra`.
    static let key = "imported"

    /// The name of the file, without folders; empty if the key alone identifies the event.
    let file: String
    /// The id that the file gives to the event, or a fingerprint of its content.
    let identity: String

    init(file: String, identity: String) {
        // The same content is the same event, however the file was named.
        self.file = identity.begins(with: Self.fingerprintMark) ? "" : file
        self.identity = identity
    }

    /// Reads the origin of an entry; nil if it was not imported.
    public init?(of entry: Entry) {
        func value(_ name: String) -> String? { entry.extra.first { $0.name == Self.key + "." + name }?.text }
        guard let file = value("from"), let identity = value("key") else { return nil }
        self.init(file: file, identity: identity)
    }

    private static let fingerprintMark = "content-"

    /// The identity of an event without an id: a fingerprint of its content.
    static func identity(ofContent bytes: [UInt8]) -> String {
        let print = Fingerprint(of: bytes)
        return fingerprintMark + digits(of: print.high) + digits(of: print.low)
    }

    /// The sixteen hexadecimal digits of a number, for which there is one at each of many rows.
    private static func digits(of number: UInt64) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: stride(from: 60, through: 0, by: -4).map { digits[Int(number >> UInt64($0) & 15)] },
            as: UTF8.self)
    }
}
