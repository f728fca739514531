import Foundation

/// Tables of tab-separated values beside the vectors.
enum TestTable {
    /// The rows of a table without its heading.
    static func rows(_ name: String) -> [[String]] {
        guard let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Vectors"),
            let content = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return content.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        }
    }
}
