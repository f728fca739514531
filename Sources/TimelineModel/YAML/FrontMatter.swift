import Diagnostics
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The ranges of the front matter and the body of a Markdown file.
struct FrontMatter: Hashable, Sendable {
    /// The range of the YAML between the two fence lines, in UTF-8 bytes.
    var yaml: Range<Int>
    /// The range of everything after the closing fence line.
    var body: Range<Int>

    /// Splits a file at its fences: the first line is `---`, and so is a later one; spaces may follow the hyphens.
    static func split(_ bytes: [UInt8], path: String) -> Result<FrontMatter, YAMLParser.Failure> {
        let start = ByteOrderMark.length(in: bytes)
        let first = lineEnd(bytes, from: start)
        guard isFence(bytes[start..<first.end]) else {
            let location = SourceLocation(path, start..<first.end)
            return .failure(
                YAMLParser.Failure(
                    diagnostic: Diagnostic(.frontMatterMissing, "no front matter", at: location)))
        }
        var line = first.next
        while line < bytes.count {
            let (end, next) = lineEnd(bytes, from: line)
            if isFence(bytes[line..<end]) {
                return .success(FrontMatter(yaml: first.next..<line, body: next..<bytes.count))
            }
            line = next
        }
        let location = SourceLocation(path, start..<first.end)
        return .failure(
            YAMLParser.Failure(
                diagnostic: Diagnostic(.frontMatterUnclosed, "front matter has no end", at: location)))
    }

    /// Whether a file begins with a fence line.
    static func isBegun(by bytes: [UInt8]) -> Bool {
        let start = ByteOrderMark.length(in: bytes)
        return isFence(bytes[start..<lineEnd(bytes, from: start).end])
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int) {
        let end = unsafe bytes.withUnsafeBytes { bytes in
            // If lines end with carriage returns alone, the next line feed may be far away, again and again.
            var from = start
            while from < bytes.count {
                let to = min(from + 4096, bytes.count)
                let lineFeed = unsafe index(of: 0x0A, in: bytes, from..<to)
                if let end = unsafe index(of: 0x0D, in: bytes, from..<(lineFeed ?? to)) ?? lineFeed {
                    return end
                }
                from = to
            }
            return bytes.count
        }
        guard end < bytes.count else { return (end, end) }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        return (end, end + (isPair ? 2 : 1))
    }

    private static func index(of byte: Int32, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        guard let start = bytes.baseAddress,
            let found = unsafe memchr(start + range.lowerBound, byte, range.count)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - start
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D])
            && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}

extension Rule {
    static let frontMatterMissing = Rule(
        "front-matter-missing", mandatory: true,
        "Entries and pages begin with front matter: a line ---, the keys, and another line ---.")
    static let frontMatterUnclosed = Rule(
        "front-matter-unclosed", mandatory: true, "Front matter ends with a line that contains only ---.")
}
