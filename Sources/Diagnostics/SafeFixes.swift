/// The edits of safe fix-its in one file, in the order of the text, none of which touches another.
public struct SafeFixes: Sendable {
    public let path: String
    public let edits: [Diagnostic.Edit]

    /// The safe edits of diagnostics by their files, in byte order of the paths. Where two fix-its want to edit
    /// one place, the first in the order of printing is taken, and the other is left for a further run.
    public static func of(_ diagnostics: [Diagnostic]) -> [SafeFixes] {
        var edits: [String: [Diagnostic.Edit]] = [:]
        for diagnostic in diagnostics.sortedByPlace() {
            guard let fixIt = diagnostic.fixIts.first(where: { $0.isSafe && !$0.edits.isEmpty }) else {
                continue
            }
            let isFree = fixIt.edits.allSatisfy { edit in
                (edits[edit.location.path] ?? []).allSatisfy { !$0.touches(edit) }
            }
            guard isFree else { continue }
            for edit in fixIt.edits { edits[edit.location.path, default: []].append(edit) }
        }
        return edits.sorted { isOrdered($0.key, $1.key) }.map { path, edits in
            SafeFixes(
                path: path,
                edits: edits.sorted { $0.location.range.lowerBound < $1.location.range.lowerBound })
        }
    }

    /// The file's bytes after the edits; nil where one of them lies outside of them.
    public func applied(to bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var position = 0
        for edit in edits {
            let range = edit.location.range
            guard range.lowerBound >= position, range.upperBound <= bytes.count else { return nil }
            result += bytes[position..<range.lowerBound]
            result += Array(edit.text.utf8)
            position = range.upperBound
        }
        return result + bytes[position...]
    }
}

extension Diagnostic.Edit {
    /// True where two edits share a byte or a place: which of them comes first would decide what is written.
    fileprivate func touches(_ other: Diagnostic.Edit) -> Bool {
        let (left, right) = (location.range, other.location.range)
        return left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
    }
}
