import Diagnostics
import Files
import SiteOutput
import Testing
import TimelineModel
import UTF8Text

@testable import SiteRendering

/// A site whose files are in memory.
struct MemorySite {
    var files: [String: String]

    /// - Parameter files: Texts by paths below `Content`; a missing `timeline.yml` is added.
    init(_ files: [String: String]) {
        self.files = Dictionary(uniqueKeysWithValues: files.map { ("Content/" + $0.key, $0.value) })
        if files["timeline.yml"] == nil { self.files["Content/timeline.yml"] = "title: Harbour\n" }
    }

    var tree: MemoryFileTree { MemoryFileTree(texts: files) }

    /// Reads the site; a diagnostic fails the test.
    func site() throws -> Site {
        let (content, diagnostics) = try ContentReader(tree, jobs: 1, includesDrafts: false).read()
        let timeline = Timeline(content, asOf: nil)
        let found = diagnostics + content.check(leftOut: timeline.leftOut)
        try #require(!found.containsErrors, "\(found.map(\.summary))")
        return Site(searching: timeline)
    }

    func prepared(_ options: BuildOptions = BuildOptions()) throws -> PreparedSite {
        try PreparedSite(tree, options)
    }

    /// Every file of the site, rendered.
    func output() throws -> [String: String] {
        let prepared = try self.prepared()
        let mistakes = prepared.diagnostics.map {
            "\($0.location.path) \($0.rule.id) \($0.summary.suffix(80))"
        }
        let tree = try #require(prepared.output, "\(mistakes)")
        var output: [String: String] = [:]
        for file in tree.files {
            var buffer = OutputBuffer()
            _ = try file.write(to: &buffer, copyingFrom: self.tree)
            output[file.path] = String(decoding: buffer.bytes, as: UTF8.self)
        }
        return output
    }
}

func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

func rendered(_ file: OutputFile?) -> String? {
    guard case .rendered(let render) = file?.content else { return nil }
    var buffer = OutputBuffer()
    guard (try? render(&buffer)) != nil else { return nil }
    return text(buffer.bytes)
}
