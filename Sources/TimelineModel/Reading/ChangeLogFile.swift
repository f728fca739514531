import Diagnostics
import EDTF
import UTF8Text

/// The file of a ``ChangeLog``, to which a publication adds a block.
public struct ChangeLogFile: Sendable {
    /// The bytes of the file.
    private let bytes: [UInt8]
    /// The log, as far as the file could be read.
    public let log: ChangeLog
    /// The mistakes in the file.
    public let diagnostics: [Diagnostic]
    /// The number of spaces before the hyphen of the last block; 2 if there is none.
    private let indentation: Int

    /// Reads the file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var decoding = Decoding(path: ContentFile.changes.path, bytes: bytes)
        var log = ChangeLog()
        var indentation = 2
        if let node = decoding.dataFile(of: .changes, dateKeys: ["date"]) {
            _ = ChangeLog.keys.decode(node, into: &log, &decoding)
            if case .sequence(let blocks) = node.value(of: "days")?.content, let last = blocks.last {
                let start =
                    bytes[..<last.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                indentation = bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
            }
        }
        self.log = log
        self.indentation = indentation
        diagnostics = decoding.diagnostics
    }

    /// Returns the bytes of the file with one more block at its end; all other bytes stay as they are.
    ///
    /// - Returns: nil if the file has another form than a list in block style, so that nothing can be added at its end.
    public func adding(_ day: ChangeDay) -> [UInt8]? {
        var text = FrontMatterText()
        text.add("days", .list([day.yaml]))
        var lines = text.yaml.parts(between: "\n").map(String.init)
        if log.days.isEmpty, bytes.isEmpty { return Array(text.yaml.utf8) }
        lines.removeFirst(log.days.isEmpty ? 0 : 1)
        let space = String(repeating: " ", count: indentation)
        var new = bytes
        if let last = bytes.last, last != UInt8(ascii: "\n") { new.append(UInt8(ascii: "\n")) }
        for line in lines where !line.isEmpty {
            new += Array((log.days.isEmpty ? line : space + line.utf8.dropFirst(2).asString).utf8) + [0x0A]
        }
        let read = ChangeLogFile(new)
        return read.diagnostics.isEmpty && read.log.days == log.days + [day] ? new : nil
    }
}

extension Substring.UTF8View {
    fileprivate var asString: String { String(Substring(self)) }
}

extension ChangeDay {
    /// The block as authors would write it.
    fileprivate var yaml: YAMLValue {
        .map([
            YAMLPair("date", .date(date?.iso ?? "")), YAMLPair("changes", .list(changes.map(\.yaml))),
        ])
    }
}

extension Change {
    fileprivate var yaml: YAMLValue {
        let texts = [("entry", entry), ("title", title), ("part", part), ("was", was), ("now", now)]
        return .map(
            [YAMLPair("kind", .text(kind.rawValue))]
                + texts.compactMap { key, text in text.map { YAMLPair(key, .text($0)) } })
    }
}
