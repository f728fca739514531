import Diagnostics
import Files
import UTF8Text

/// Every file of a site, by path. A path that is not in the tree has no file.
public struct OutputTree: Sendable {
    /// The files in byte order of their paths.
    public let files: [OutputFile]

    /// - Parameter files: in byte order of their paths, without duplicates.
    package init(sorted files: [OutputFile]) {
        self.files = files
    }

    /// Returns the file at a path; nil if there is none.
    public func file(at path: String) -> OutputFile? {
        let index = files.partitioningIndex { !isOrdered($0.path, path) }
        guard index < files.count, files[index].path.isWritten(as: path) else { return nil }
        return files[index]
    }

    /// Sorts files into a tree, and checks their paths.
    ///
    /// - Parameters:
    ///   - files: the files, in any order.
    ///   - similarNames: the rule for two paths that are one on some systems.
    /// - Returns: the tree, with a diagnostic for each path that two files have, on this system or on one that the
    ///   site may be copied to, and for each path that leads out of the folder, has control characters or is invalid
    ///   on some systems. A file with an invalid path, or with the path of an earlier one, is left out of the tree.
    public static func assemble(
        _ files: [OutputFile], similarNames: Rule
    ) -> (tree: OutputTree, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var kept: [OutputFile] = []
        kept.reserveCapacity(files.count)
        // Swift compares strings by canonical equivalence, and some file systems do so too. As long as all paths are
        // ASCII, equal ones are adjacent, and no table of all paths is needed.
        var origins: [String: SourceLocation]?
        for file in files.sorted(byBytesOf: \.path) {
            // No caller produces such a path today; if one ever does, nothing must be written elsewhere.
            guard isPathBelow(file.path.utf8) else {
                diagnostics.append(
                    Diagnostic(
                        .outputName, "'\(file.path)' leads out of the site's folder", at: file.location))
                continue
            }
            // Nearly every path is printable ASCII, and is looked at once.
            let isPlain = file.path.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
            if !isPlain, file.path.unicodeScalars.contains(where: \.isControl) {
                diagnostics.append(
                    Diagnostic(
                        .outputName, "control character in a file's name", at: file.location,
                        fixIts: [.init("rename the file")]))
                continue
            }
            if !isPlain, origins == nil {
                origins = Dictionary(uniqueKeysWithValues: kept.lazy.map { ($0.path, $0.location) })
            }
            let other =
                origins == nil
                ? kept.last.flatMap { $0.path == file.path ? $0.location : nil }
                : origins?.updateValue(file.location, forKey: file.path)
            if let other {
                diagnostics.append(
                    Diagnostic(
                        .outputConflict, "'\(file.path)' is made twice",
                        at: file.location,
                        notes: [.init("the other is made of this", at: other)]))
            } else {
                kept.append(file)
            }
        }
        return (
            OutputTree(sorted: kept),
            diagnostics + PortableNames(kept, similarNames: similarNames).diagnostics
        )
    }
}
