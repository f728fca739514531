/// Whether the bytes are a relative path that stays below its folder: components other than `.` and `..`, separated by
/// single slashes, without a zero byte, at which a path ends for the system.
@inlinable
public func isPathBelow(_ bytes: some Sequence<UInt8>) -> Bool {
    var (count, points) = (0, 0)
    for byte in bytes {
        switch byte {
        case 0: return false
        case UInt8(ascii: "/"):
            if count == 0 || count <= 2 && points == count { return false }
            (count, points) = (0, 0)
        default:
            count += 1
            if byte == UInt8(ascii: ".") { points += 1 }
        }
    }
    return count > 2 || points < count
}

/// Comparison and splitting of texts by their UTF-8 bytes.
///
/// Swift compares texts by characters: a slash and a combining mark after it are one character, and an é equals any
/// other encoding of é. File systems, formats and protocols compare bytes. Paths, addresses and everything else that a
/// person or a file wrote are examined by bytes, so that a check sees what the system will see.
extension StringProtocol {
    /// Whether the text begins with the bytes of another text.
    @inlinable
    public func begins(with start: some StringProtocol) -> Bool { utf8.starts(with: start.utf8) }

    /// Whether the text ends with the bytes of another text.
    @inlinable
    public func ends(with end: some StringProtocol) -> Bool {
        utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    }

    /// Whether both texts have the same bytes; forms that Swift's `==` treats as equal differ here.
    @inlinable
    public func isWritten(as other: some StringProtocol) -> Bool {
        let isSame = unsafe utf8.withContiguousStorageIfAvailable { bytes in
            unsafe other.utf8.withContiguousStorageIfAvailable { unsafe areEqual(bytes, $0) }
        }
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }

    /// Whether the text contains an ASCII character.
    @inlinable
    public func holds(_ character: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: character)) }
}

extension Sequence<String> {
    /// Whether both sequences have the same texts, compared by their bytes.
    @inlinable
    public func areWritten(as others: some Sequence<String>) -> Bool {
        elementsEqual(others) { $0.isWritten(as: $1) }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The text after a prefix; nil if it does not begin with that prefix.
    @inlinable
    public func rest(after start: some StringProtocol) -> Substring? {
        guard begins(with: start) else { return nil }
        return self[utf8.index(startIndex, offsetBy: start.utf8.count)...]
    }

    /// The text before a suffix; nil if it does not end with that suffix.
    @inlinable
    public func start(before end: some StringProtocol) -> Substring? {
        guard ends(with: end) else { return nil }
        return self[..<utf8.index(endIndex, offsetBy: -end.utf8.count)]
    }

    /// The parts between occurrences of an ASCII character, empty ones included. Of more than `count` parts, the last
    /// one keeps the remaining separators.
    @inlinable
    public func parts(between separator: Unicode.Scalar, atMost count: Int = .max) -> [Substring] {
        let byte = UInt8(ascii: separator)
        var parts: [Substring] = []
        var start = startIndex
        while parts.count + 1 < count, let end = utf8[start...].firstIndex(of: byte) {
            parts.append(self[start..<end])
            start = utf8.index(after: end)
        }
        parts.append(self[start...])
        return parts
    }

    /// The components of a path, without empty ones.
    @inlinable
    public var pathNames: [Substring] { parts(between: "/").filter { !$0.isEmpty } }

    /// Whether a byte occurs in the UTF-8 of the text.
    @inlinable
    public func contains(byte: UInt8) -> Bool {
        // Nearly all texts are stored contiguously; the view of any text takes ten times as long.
        utf8.withContiguousStorageIfAvailable { unsafe $0.contains(byte) } ?? utf8.contains(byte)
    }

    /// The path up to its last slash; nil if it has none.
    @inlinable
    public var pathFolder: Substring? {
        let slash = UInt8(ascii: "/")
        // Nearly all texts are stored contiguously.
        let offset = utf8.withContiguousStorageIfAvailable { unsafe $0.lastIndex(of: slash) }
        guard let offset else { return self[...].utf8.lastIndex(of: slash).map { self[..<$0] } }
        return offset.map { self[..<utf8.index(startIndex, offsetBy: $0)] }
    }

    /// The last component of a path; empty after a trailing slash.
    @inlinable
    public var pathName: Substring {
        pathFolder.map { self[utf8.index(after: $0.endIndex)...] } ?? self[...]
    }

    /// The extension of the path's last component without its dot, in lower case; empty if there is none.
    @inlinable
    public var pathEnding: String {
        let name = pathName
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return name[name.utf8.index(after: point)...].lowercased()
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The first range with the bytes of another text; nil if it does not occur.
    @inlinable
    public func firstRange(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return startIndex..<startIndex }
        var index = startIndex
        while let start = utf8[index...].firstIndex(of: first) {
            if utf8[start...].starts(with: wanted) {
                return start..<utf8.index(start, offsetBy: wanted.count)
            }
            index = utf8.index(after: start)
        }
        return nil
    }

    /// Whether the bytes of another text occur in this one without a gap.
    @inlinable
    public func holds(text: String) -> Bool { firstRange(of: text) != nil }
}

extension StringProtocol where SubSequence == Substring {
    /// Whether a path is a folder's own path or lies below it. Both paths must be free of symbolic links and of `..`.
    @inlinable
    public func isPath(inside folder: String) -> Bool {
        if folder.isWritten(as: "/") { return begins(with: "/") }
        guard let rest = rest(after: folder) else { return false }
        return rest.isEmpty || rest.begins(with: "/")
    }
}
