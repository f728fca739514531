import Foundation
import Testing

/// Returns a table of the folder `Shared`, which a test of the script reads, too.
func sharedTable(_ name: String) throws -> Any {
    let url = try #require(
        Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Shared"), "no \(name).json"
    )
    return try JSONSerialization.jsonObject(with: try Data(contentsOf: url))
}

/// Returns a table whose rows have names.
func sharedRows(_ name: String) throws -> [[String: Any]] {
    let rows = try #require(try sharedTable(name) as? [[String: Any]])
    try #require(!rows.isEmpty)
    return rows
}
