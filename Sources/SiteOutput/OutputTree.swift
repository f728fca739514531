import Diagnostics
import Files
import UTF8Text

/// The files of a site by number, in byte order of their paths, without duplicates.
package protocol OutputPlan: Sendable {
    /// The number of files.
    var count: Int { get }
    /// Returns the path of a file below the output folder.
    func path(at number: Int) -> String
    /// Returns a file.
    func file(at number: Int) -> OutputFile
}

/// The files of a tree, in byte order of their paths. Each is put together when it is asked for: of ten thousand a preview
/// needs those that browsers request.
public struct OutputFiles: RandomAccessCollection, Sendable {
    fileprivate let plan: any OutputPlan

    /// The index of the first file.
    public var startIndex: Int { 0 }
    /// The number of files.
    public var endIndex: Int { plan.count }
    /// The file at an index.
    public subscript(number: Int) -> OutputFile { plan.file(at: number) }

    /// The paths of all files.
    public var paths: LazyMapSequence<Range<Int>, String> {
        (0..<plan.count).lazy.map { [plan] in plan.path(at: $0) }
    }
}

/// Every file of a site, by path. A path that is not in the tree has no file.
public struct OutputTree: Sendable {
    /// The files in byte order of their paths.
    public let files: OutputFiles

    /// - Parameter files: in byte order of their paths, without duplicates.
    package init(sorted files: some OutputPlan) {
        self.files = OutputFiles(plan: files)
    }

    /// Returns the file at a path; nil if there is none.
    public func file(at path: String) -> OutputFile? {
        files.paths.indexInByteOrder(of: path).map { files[$0] }
    }

    /// Sorts files into a tree, and checks their paths.
    ///
    /// - Parameters:
    ///   - files: the files, in any order.
    ///   - similarNames: the rule for two paths that are one on some systems.
    /// - Returns: the tree without the files that ``CheckedPaths`` leaves out, and its diagnostics.
    public static func assemble(
        _ files: [OutputFile], similarNames: Rule
    ) -> (tree: OutputTree, diagnostics: [Diagnostic]) {
        let sorted = files.sorted(byBytesOf: \.path)
        let checked = CheckedPaths(sorted.map(\.path), similarNames: similarNames) { sorted[$0].location }
        return (OutputTree(sorted: checked.kept.map { sorted[$0] }), checked.diagnostics)
    }
}

/// Files that have been put together already.
extension [OutputFile]: OutputPlan {
    package func path(at number: Int) -> String { self[number].path }
    package func file(at number: Int) -> OutputFile { self[number] }
}
