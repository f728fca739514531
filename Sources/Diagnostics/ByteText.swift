/// True for the bytes of a path below a folder, whatever stands there: names that are none of `.` and `..`, with one
/// slash between each, and no byte that is zero, at which a path ends for the system.
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

/// Texts that are compared and taken apart by their bytes.
///
/// To Swift a text is a row of letters: a slash and a mark that combines with it are one of them, and an é is an é
/// however it is written. To file systems, formats and protocols it is a row of bytes. Paths, addresses and all else
/// that a person or a file wrote are looked at in this way, so that a check sees what the system will see.
extension StringProtocol {
    /// True where its first bytes are those of another text.
    @inlinable
    public func begins(with start: some StringProtocol) -> Bool { utf8.starts(with: start.utf8) }

    /// True where its last bytes are those of another text.
    @inlinable
    public func ends(with end: some StringProtocol) -> Bool {
        utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    }

    /// True where it has the bytes of another text, and no others.
    @inlinable
    public func isWritten(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

    /// True where a character of ASCII is among its bytes.
    @inlinable
    public func holds(_ character: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: character)) }
}

extension StringProtocol where SubSequence == Substring {
    /// What follows a text that it begins with; nil where it does not.
    @inlinable
    public func rest(after start: some StringProtocol) -> Substring? {
        guard begins(with: start) else { return nil }
        return self[utf8.index(startIndex, offsetBy: start.utf8.count)...]
    }

    /// What stands before a text that it ends with; nil where it does not.
    @inlinable
    public func start(before end: some StringProtocol) -> Substring? {
        guard ends(with: end) else { return nil }
        return self[..<utf8.index(endIndex, offsetBy: -end.utf8.count)]
    }

    /// The stretches between a character of ASCII, empty ones too.
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

    /// The names of a path, without empty ones.
    @inlinable
    public var pathNames: [Substring] { parts(between: "/").filter { !$0.isEmpty } }

    /// The path of the folder that a path leads into; nil where it is a name alone.
    @inlinable
    public var pathFolder: Substring? {
        let slash = UInt8(ascii: "/")
        // Nearly all texts lie in memory as they are.
        let offset = utf8.withContiguousStorageIfAvailable { $0.lastIndex(of: slash) }
        guard let offset else { return self[...].utf8.lastIndex(of: slash).map { self[..<$0] } }
        return offset.map { self[..<utf8.index(startIndex, offsetBy: $0)] }
    }

    /// The last name of a path.
    @inlinable
    public var pathName: Substring {
        pathFolder.map { self[utf8.index(after: $0.endIndex)...] } ?? self[...]
    }

    /// What follows the last point of a path's last name, in lower case; empty where there is none.
    @inlinable
    public var pathEnding: String {
        let name = pathName
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return name[name.utf8.index(after: point)...].lowercased()
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The first stretch that has the bytes of another text.
    @inlinable
    public func firstRange(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return startIndex..<startIndex }
        var place = startIndex
        while let start = utf8[place...].firstIndex(of: first) {
            if utf8[start...].starts(with: wanted) {
                return start..<utf8.index(start, offsetBy: wanted.count)
            }
            place = utf8.index(after: start)
        }
        return nil
    }

    /// True where the bytes of another text are among its own, one after another.
    @inlinable
    public func holds(text: String) -> Bool { firstRange(of: text) != nil }
}

extension StringProtocol where SubSequence == Substring {
    /// True for a path that is a folder's, or leads below it. Both are without links and without `..`.
    @inlinable
    public func isPath(inside folder: String) -> Bool {
        if folder.isWritten(as: "/") { return begins(with: "/") }
        guard let rest = rest(after: folder) else { return false }
        return rest.isEmpty || rest.begins(with: "/")
    }
}
