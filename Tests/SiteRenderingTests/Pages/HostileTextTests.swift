import TestSupport
import Testing

@testable import SiteRendering

/// Text from others must stay text.
@Suite struct HostileTextTests {
    private static let pieces = [
        "<script>evil()</script>", "\" onmouseover=\"evil()", "' onfocus='evil()",
        "</title><img src=x onerror=evil()>",
        "{{{body}}}", "{{#site}}", "{{> base}}", "javascript:evil()", "&lt;script&gt;", "<!--", "-->", "]]>",
        "`",
        "../../../etc/passwd", "\\u0000", "%2e%2e%2f", "\u{200F}", "\u{FEFF}", "漢字", "é", "  ", "--", "#",
        "[x](y)",
        "</style>", "*/", "}", "<svg/onload=evil()>", "&", "\\", "🚀",
    ]

    /// A text of random pieces, as a YAML scalar in double quotes.
    private static func hostile(_ random: inout SeededGenerator, after start: String = "") -> String {
        var text = start
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += pieces.randomElement(using: &random) ?? ""
        }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        "\"x " + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static let long = quoted(String(repeating: "<b>long\" ", count: 2_000))

    private static func entry(_ random: inout SeededGenerator) -> String {
        func text() -> String { hostile(&random) }
        // Two names that differ only in signs would be another mistake.
        func name() -> String { hostile(&random, after: "\(UInt32.random(in: 0 ... .max, using: &random)) ") }
        return """
            ---
            title: \(text())
            date: 1911-08-11
            status: disputed
            summary: \(Bool.random(using: &random) ? long : text())
            group: \(name())
            actors: [\(name()), \(name())]
            places: [\(name()), {id: \(name()), by: \(name())}]
            route: [{from: \(name()), to: \(name()), by: sea, claimed_by: \(name())}]
            tags: [\(name())]
            quantities: [{label: \(text()), value: 3, qualifier: \(text()), unit: \(text()), claimed_by: \(name())}]
            claims:
              - id: one
                by: \(name())
                via: \(name())
                stance: asserts
                says: A claim.
                quote: \(text())
                quote_original: \(long)
                translated_by: \(name())
                locator: \(text())
                source: {title: \(text()), publisher: \(text()), agency: \(text()), author: \(text()), kind: \(text()), note: \(text())}
              - {by: unnamed, by_text: \(text()), stance: denies, of: one}
            media: [{file: "a \\"><script>evil()<.jpg", alt: \(text()), credit: \(text()), license: \(text())}]
            extra: {key: \(text()), deep: {list: [\(text())]}}
            ---
            Body.

            """
    }

    private static func site(_ random: inout SeededGenerator) -> MemorySite {
        func text() -> String { hostile(&random) }
        return MemorySite([
            "timeline.yml": """
            title: \(text())
            subtitle: \(text())
            description: \(text())
            author: \(text())
            publisher: \(text())
            license: \(text())
            base_url: https://example.org/
            groups: [{id: g, name: \(text())}]
            eras: [{name: \(text()), date: 1911}]
            tags: {t: {name: \(text())}}

            """,
            "actors.yml": "a: {name: \(text()), short: \(text()), also: [\(text())], country: \(text())}\n",
            "places.yml": "p: {name: \(text()), also: [\(text())], kind: \(text()), country: \(text())}\n",
            "sources.yml": "s: {title: \(text()), publisher: \(text()), note: \(text()), date: 1911}\n",
            "events/a.md": entry(&random), "events/b.md": entry(&random),
            "pages/about.md": "---\ntitle: \(text())\nsummary: \(text())\n---\nBody.[^s]\n",
            "media/a \"><script>evil()<.jpg": "x",
        ])
    }

    @Test func textNeverBecomesMarkup() throws {
        var random = SeededGenerator.announced("hostile text")
        for _ in 0..<12 {
            let output = try Self.site(&random).output()
            #expect(output.count > 20)
            for (path, html) in output where path.hasSuffix(".html") {
                let tags = Self.tags(in: html)
                let hostile = tags.filter { tag in
                    tag.hasPrefix("<script>evil") || tag.hasPrefix("<svg/") || tag.hasPrefix("<img src=x")
                        || Self.attributes(of: tag).contains { $0.hasPrefix("on") }
                        || tag.contains("=\"javascript:")
                }
                #expect(hostile.isEmpty, "\(path)")
                #expect(!html.contains("<script>evil"), "\(path)")
            }
            for path in output.keys {
                let names = path.split(separator: "/", omittingEmptySubsequences: false)
                #expect(
                    !path.hasPrefix("/") && !names.contains("..") && !names.contains("")
                        && !names.contains("."))
            }
            #expect(output["sitemap.xml"]?.contains("<script") == false)
        }
    }

    /// The tags: from each `<` to the next `>` outside quotes.
    private static func tags(in html: String) -> [String] {
        var tags: [String] = []
        var tag = ""
        var quote: Unicode.Scalar?
        for scalar in html.unicodeScalars {
            if tag.isEmpty {
                if scalar == "<" { tag = "<" }
                continue
            }
            tag.unicodeScalars.append(scalar)
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                tags.append(tag)
                tag = ""
            }
        }
        return tags
    }

    /// The names of a tag's attributes: the words before `=` outside quotes.
    private static func attributes(of tag: String) -> [String] {
        tag.replacing(/"[^"]*"|'[^']*'/, with: "").dropFirst().split(separator: " ").dropFirst().map {
            $0.lowercased()
        }
    }

    @Test func theFinderOfMarkupFindsIt() {
        let tags = Self.tags(in: "a <b title=\"x > y\"> <i onclick='z'>")
        #expect(tags == ["<b title=\"x > y\">", "<i onclick='z'>"])
        #expect(tags.map { Self.attributes(of: $0) } == [["title=>"], ["onclick=>"]])
    }
}
