import Diagnostics
import Imports
import UTF8Text

/// The result of importing a text, in a form that tests compare.
struct Imported {
    let timeline: ImportedTimeline
    private let input: ImportInput

    init(
        _ text: String, _ name: String = "file.csv", from format: ImportFormat? = nil, map: [String] = [],
        site: ImportSite = ImportSite()
    ) throws {
        try self.init(Array(text.utf8), name, from: format, map: map, site: site)
    }

    init(
        _ bytes: [UInt8], _ name: String, from format: ImportFormat? = nil, map: [String] = [],
        site: ImportSite = ImportSite()
    ) throws {
        input = ImportInput(path: name, bytes: bytes)
        timeline = Importer(
            input, format: format, columns: try map.map { try ColumnMapping($0) }, site: site
        ).run()
    }

    /// The texts of the entries' files, without the lines that state their origin.
    var entries: [String] { files.map { Self.withoutOrigin($0) } }

    /// The texts of the entries' files.
    var files: [String] { timeline.entries.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var slugs: [String] { timeline.entries.map(\.slug) }

    /// The dates of the entries.
    var dates: [String] { files.map { value(of: "date", in: $0) } }

    var titles: [String] { files.map { value(of: "title", in: $0) } }

    private func value(of key: String, in text: String) -> String {
        let line = text.split(separator: "\n").first { $0.hasPrefix(key + ": ") } ?? ""
        return String(line.dropFirst(key.count + 2))
    }

    /// Errors, warnings and notes as `LINE:COLUMN severity summary`, with the fixes behind them.
    var report: [String] {
        var printer = DiagnosticPrinter { _ in input.bytes }
        return timeline.report.diagnostics.map { diagnostic in
            let position = printer.position(of: diagnostic.location)
            let fixes = diagnostic.fixIts.map { " = " + $0.summary }.joined()
            return
                "\(position.line):\(position.column) \(diagnostic.severity.rawValue) \(diagnostic.summary)\(fixes)"
        }
    }

    var errors: [String] { report.filter { $0.contains(" error ") } }

    /// A file of the new site, by its name.
    func siteFile(_ name: String) -> String? { timeline.siteFiles.first { $0.path.hasSuffix(name) }?.text }

    private static func withoutOrigin(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "  imported:") else { return text }
        var kept = lines
        kept.removeSubrange(start..<(start + 3))
        if kept[start] == "---" { kept.remove(at: start - 1) }
        return kept.joined(separator: "\n")
    }
}
