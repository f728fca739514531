import UTF8Text

/// The edits of safe fix-its in one file, in text order; no two of them touch.
public struct SafeFixes: Sendable {
    /// The file's path, as in the diagnostics.
    public let path: String
    /// The edits by ascending offset.
    public let edits: [Diagnostic.Edit]

    /// Returns the safe edits of the diagnostics for each file, in byte order of the paths. Of two fix-its that edit
    /// the same bytes, the first in printing order is taken; the other is left for a further run.
    public static func of(_ diagnostics: [Diagnostic]) -> [SafeFixes] {
        var edits: [String: EditList] = [:]
        for diagnostic in diagnostics.sortedByLocation() {
            guard let fixIt = diagnostic.fixIts.first(where: { $0.isSafe && !$0.edits.isEmpty }) else {
                continue
            }
            guard fixIt.edits.allSatisfy({ edits[$0.location.path]?.isFree(for: $0) ?? true }) else {
                continue
            }
            for edit in fixIt.edits { edits[edit.location.path, default: EditList()].insert(edit) }
        }
        return edits.sorted { isOrdered($0.key, $1.key) }.map { path, edits in
            SafeFixes(path: path, edits: edits.edits)
        }
    }

    /// Returns the file's bytes after the edits; nil if an edit lies outside of them.
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

/// The edits of one file in text order. They arrive nearly in that order, and a file may have thousands: each is
/// compared with its neighbours only.
private struct EditList {
    private(set) var edits: [Diagnostic.Edit] = []

    func isFree(for edit: Diagnostic.Edit) -> Bool {
        let index = index(for: edit)
        return [index - 1, index].allSatisfy { !edits.indices.contains($0) || !edits[$0].touches(edit) }
    }

    mutating func insert(_ edit: Diagnostic.Edit) { edits.insert(edit, at: index(for: edit)) }

    /// The index of the first edit that does not begin before the given one.
    private func index(for edit: Diagnostic.Edit) -> Int {
        edits.partitioningIndex { $0.location.range.lowerBound >= edit.location.range.lowerBound }
    }
}

extension Diagnostic.Edit {
    /// Whether two edits overlap or adjoin: then their order would decide what is written.
    fileprivate func touches(_ other: Diagnostic.Edit) -> Bool {
        let (left, right) = (location.range, other.location.range)
        return left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
    }
}
