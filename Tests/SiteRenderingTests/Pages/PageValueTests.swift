import Foundation
import SiteOutput
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering
@testable import Templates

/// The values of every field of every page, for two small sites that use each key of the format.
///
/// Templates that use each field are made from the contexts. Their output is recorded in `Values`, a file for each
/// site; with `DATELINE_RECORD=1` the files are recorded again, and the tests fail.
@Suite struct PageValueTests {
    @Test func harbour() throws { try compare(ValueSites.harbour, with: "harbour") }

    @Test func vagueDates() throws { try compare(ValueSites.vagueDates, with: "vague-dates") }

    private func compare(_ content: [String: String], with name: String) throws {
        var site = MemorySite(content)
        for (name, shape) in PageKinds.all {
            site.files["Templates/\(name).mustache"] = ValueTemplate(name).text(of: shape)
        }
        let output = try site.output()
        // The other files have tests of their own.
        let pages = output.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
        let text = pages.map { path, page in "=== \(path)\n\(Self.lines(page))\n" }.joined()
        #expect(!text.contains(ValueTemplate.contradiction))
        let recorded = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Values/\(name).txt")
        if ProcessInfo.processInfo.environment["DATELINE_RECORD"] == "1" {
            try Data(text.utf8).write(to: recorded)
            Issue.record("Recorded \(name); run again without")
            return
        }
        let expected = try String(contentsOf: recorded, encoding: .utf8)
        if text != expected { Issue.record("\(Self.difference(expected, text))") }
    }

    /// A page without blank lines, with one element of a drawing on a line.
    private static func lines(_ page: String) -> String {
        page.split(separator: "\n").filter { $0.contains { $0 != " " } }
            .joined(separator: "\n").replacing("><", with: ">\n<")
    }

    /// The first line that differs, with the page on which it is.
    private static func difference(_ expected: String, _ found: String) -> String {
        let (old, new) = (expected.split(separator: "\n"), found.split(separator: "\n"))
        let line = zip(old, new).prefix { $0 == $1 }.count
        let page = old.prefix(line + 1).last { $0.hasPrefix("===") } ?? ""
        return
            "\(page): \(line < old.count ? old[line] : "the end") became \(line < new.count ? new[line] : "the end")"
    }
}

/// A template that renders every field of a shape, each on a line of its own.
private struct ValueTemplate {
    /// The text that is rendered if `has_x` contradicts `x`.
    static let contradiction = "CONTRADICTION"

    /// Fields that are the same on every page are rendered on the home page alone.
    private let isHome: Bool
    /// How deep records within records are rendered: entries in lists are the same on every page but the first.
    private let deepest: Int

    init(_ page: String) {
        isHome = page == "home"
        deepest = ["home": 4, "entry": 4, "actor": 2][page] ?? 1
    }

    func text(of shape: Shape) -> String { text(of: shape, depth: 0, within: [shape.name]) }

    private func text(of shape: Shape, depth: Int, within outer: Set<String>) -> String {
        shape.fields.map { field in
            let held = String(field.name.dropFirst(4))
            if field.name.hasPrefix("has_"), shape.slot(of: held) != nil {
                return presence(field.name, held, depth)
            }
            return text(of: field, depth, within: outer)
        }.joined()
    }

    private func text(of field: Shape.Field, _ depth: Int, within outer: Set<String>) -> String {
        let name = field.name
        let head = String(repeating: "  ", count: depth) + name
        switch field.kind {
        case .text: return "{{#\(name)}}\n\(head): {{\(name)}}\n{{/\(name)}}\n"
        case .markup: return "{{#\(name)}}\n\(head): {{{\(name)}}}\n{{/\(name)}}\n"
        case .number: return "\(head): {{\(name)}}\n"
        case .flag: return "{{#\(name)}}\n\(head)\n{{/\(name)}}\n"
        case .texts: return "{{#\(name)}}\n\(head): {{.}}\n{{/\(name)}}\n"
        case .nothing: return ""
        case .record(let shape), .list(let shape):
            if depth > deepest || outer.contains(shape.name)
                || !isHome && ["site", "words"].contains(shape.name)
            {
                return ""
            }
            let inner = text(of: shape, depth: depth + 1, within: outer.union([shape.name]))
            return "{{#\(name)}}\n\(head):\n\(inner){{/\(name)}}\n"
        }
    }

    private func presence(_ flag: String, _ name: String, _ depth: Int) -> String {
        "{{#\(flag)}}\n{{^\(name)}}\n\(Self.contradiction)\n{{/\(name)}}\n{{/\(flag)}}\n"
            + "{{^\(flag)}}\n{{#\(name)}}\n\(Self.contradiction)\n{{/\(name)}}\n{{/\(flag)}}\n"
    }
}
