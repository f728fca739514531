import Diagnostics
import UTF8Text

/// The paths of a site's files after a check of each and of all together.
///
/// There is a diagnostic for each path that two files have, on this system or on one that the site may be copied to, and
/// for each path that leads out of the folder, has control characters or is invalid on some systems. A file with an invalid
/// path, or with the path of an earlier one, is left out.
package struct CheckedPaths {
    /// The indices of the files that are not left out, ascending.
    package private(set) var kept: [Int] = []
    /// The diagnostics, in the order of the files.
    package private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - paths: the paths of the files, in byte order.
    ///   - similarNames: the rule for two paths that are one on some systems.
    ///   - location: returns the location that gives a file its path, for diagnostics.
    package init(_ paths: [String], similarNames: Rule, location: @escaping (Int) -> SourceLocation) {
        let letters = paths.map { PathLetters(of: $0) }
        kept.reserveCapacity(paths.count)
        // Swift compares strings by canonical equivalence, and some file systems do so too. As long as all paths are
        // ASCII, equal ones are adjacent, and no table of all paths is needed.
        var seen: [String: Int]?
        for number in paths.indices {
            let path = paths[number]
            // No caller produces such a path today; if one ever does, nothing must be written elsewhere.
            if letters[number].mayLeadOut, !isPathBelow(path.utf8) {
                diagnostics.append(
                    Diagnostic(.outputName, "'\(path)' leads out of the site's folder", at: location(number)))
                continue
            }
            // Nearly every path is printable ASCII, and is looked at once.
            if !letters[number].isPlain, path.unicodeScalars.contains(where: \.isControl) {
                diagnostics.append(
                    Diagnostic(
                        .outputName, "control character in a file's name", at: location(number),
                        fixIts: [.init("rename the file")]))
                continue
            }
            if !letters[number].isPlain, seen == nil {
                seen = Dictionary(uniqueKeysWithValues: kept.lazy.map { (paths[$0], $0) })
            }
            let other =
                seen == nil
                ? kept.last.flatMap { paths[$0] == path ? $0 : nil } : seen?.updateValue(number, forKey: path)
            if let other {
                diagnostics.append(
                    Diagnostic(
                        .outputConflict, "'\(path)' is made twice", at: location(number),
                        notes: [.init("the other is made of this", at: location(other))]))
            } else {
                kept.append(number)
            }
        }
        let isWhole = kept.count == paths.count
        let names = PortableNames(
            isWhole ? paths : kept.map { paths[$0] }, isWhole ? letters : kept.map { letters[$0] },
            similarNames: similarNames, location: isWhole ? location : { [kept] in location(kept[$0]) })
        diagnostics += names.diagnostics
    }
}

/// The properties of a path that decide whether it needs a closer check, found in one pass over its bytes.
struct PathLetters {
    /// Whether the path is printable ASCII.
    private(set) var isPlain = true
    /// Whether the path may lead out of its folder: it has a name that is empty or begins with a full stop, or a zero byte.
    private(set) var mayLeadOut = false
    /// Whether another spelling may name the same file: the path contains a capital or a non-ASCII character.
    private(set) var mayBeAnother = false
    /// Whether some system may be unable to hold one of the path's names.
    private(set) var mayBeUnfit = false

    init(of path: String) {
        var path = path
        path.withUTF8 { bytes in
            var start = 0
            var last = UInt8(ascii: "/")
            for index in 0...bytes.count {
                let byte = unsafe index < bytes.count ? bytes[index] : UInt8(ascii: "/")
                switch byte {
                case UInt8(ascii: "/"):
                    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { mayBeUnfit = true }
                    if unsafe index == start || bytes[start] == UInt8(ascii: ".") { mayLeadOut = true }
                    if index > start,
                        unsafe Self.mayBeDevice(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    {
                        mayBeUnfit = true
                    }
                    start = index + 1
                case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""),
                    UInt8(ascii: "|"),
                    UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
                    mayBeUnfit = true
                case 0x20..<0x7F: if byte.isASCIICapital { mayBeAnother = true }
                default:
                    isPlain = false
                    if byte == 0 { mayLeadOut = true }
                    if byte >= 0x80 { mayBeAnother = true }
                }
                last = byte
            }
        }
    }

    /// Whether a name may be that of a device, judged by its first three letters and the following character; so few
    /// names need the full check.
    private static func mayBeDevice(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count >= 3 else { return false }
        let isSoLong = unsafe name.count == 3 || !name[3].isASCIILetter
        return switch unsafe (name[0] | 0x20, name[1] | 0x20, name[2] | 0x20) {
        case (UInt8(ascii: "c"), UInt8(ascii: "o"), UInt8(ascii: "n")):
            unsafe isSoLong || name.contains(UInt8(ascii: "$"))
        case (UInt8(ascii: "c"), UInt8(ascii: "o"), UInt8(ascii: "m")),
            (UInt8(ascii: "l"), UInt8(ascii: "p"), UInt8(ascii: "t")),
            (UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "n")),
            (UInt8(ascii: "a"), UInt8(ascii: "u"), UInt8(ascii: "x")),
            (UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "l")):
            isSoLong
        default: false
        }
    }
}
