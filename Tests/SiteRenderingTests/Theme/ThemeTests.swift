import Diagnostics
import Files
import Foundation
import Templates
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

/// The default theme, and the files with which a site replaces parts of it.
@Suite struct ThemeTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Templates")

    @Test func theBinaryHasEveryFileOfTheRepository() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { !$0.hasPrefix(".") && !["README.md", "assets", ScriptParts.folder].contains($0) }
        #expect(defaultThemeFiles.map(\.name).sorted() == names.sorted())
        for (name, bytes) in defaultThemeFiles {
            let file = try Data(contentsOf: Self.folder.appending(path: name))
            let separator = name == PagePath.style ? " " : name.hasSuffix(".js") ? "" : nil
            let shipped = separator.map { shortened([UInt8](file), joiningLinesWith: $0) } ?? [UInt8](file)
            #expect(shipped == bytes, "\(name)")
        }
    }

    @Test func everyKindOfPageHasATemplateThatCompiles() throws {
        let theme = try Theme(MemoryFileTree())
        for (name, _) in PageKinds.all { #expect(theme.templates[name] != nil, "\(name)") }
        let (templates, diagnostics) = PageTemplates.compile(theme)
        #expect(templates != nil)
        #expect(diagnostics.map(\.summary) == [])
        #expect(!theme.style.isEmpty)
    }

    /// The reference for theme authors is made from the contexts.
    @Test func theReferenceIsUpToDate() throws {
        let file = Self.folder.appending(path: "README.md")
        let reference = themeReference()
        guard ProcessInfo.processInfo.environment["DATELINE_RECORD"] == "1" else {
            let written = try? String(contentsOf: file, encoding: .utf8)
            #expect(written == reference, "Templates/README.md is not what DATELINE_RECORD=1 would write")
            return
        }
        try Data(reference.utf8).write(to: file)
        Issue.record("Recorded Templates/README.md; run again without")
    }

    @Test(arguments: TemplateAnchor.allCases)
    func theDefaultThemeHasEveryIdThatMapsLinkTo(_ anchor: TemplateAnchor) {
        let id = "id=\"\(anchor.rawValue)\""
        #expect(defaultThemeFiles.contains { String(decoding: $0.bytes, as: UTF8.self).contains(id) })
    }

    /// A browser does not report a dead link, so the theme is checked for the ids that maps link to.
    @Test func anIdThatMapsLinkToIsMissed() throws {
        func found(_ template: String, places: String = "quay: {name: Quay, lat: 1, lon: 2}\n") throws
            -> [String]
        {
            var site = MemorySite([
                "events/a.md": SmallSite.entry(more: "places: [quay]"), "places.yml": places,
            ])
            site.files["Templates/where.mustache"] = template
            return try site.prepared().diagnostics.map { "\($0.location.path) \($0.rule.id) \($0.summary)" }
        }
        #expect(
            try found("<h2 id=\"route_title\">x</h2>") == [
                "Templates/where.mustache template-missing-anchor "
                    + "no template has id=\"places_title\", to which maps link"
            ])
        #expect(try found("<h2 id='route_title'></h2><p id=\"places_title\">").isEmpty)
        #expect(try found("", places: "quay: {name: Quay}\n").isEmpty)
    }

    @Test func aSitesFileTakesThePlaceOfTheThemes() throws {
        let tree = MemoryFileTree(texts: [
            "Templates/home.mustache": "mine", "Templates/own.mustache": "", "Templates/style.css": "x",
            "Templates/assets/a/b.js": "", "Templates/README.md": "", "Templates/x.txt": "",
            "Templates/deep/home.mustache": "",
        ])
        let theme = try Theme(tree)
        #expect(theme.templates["home"]?.bytes == Array("mine".utf8))
        #expect(theme.templates["home"]?.path == "Templates/home.mustache")
        #expect(theme.templates["own"] != nil)
        #expect(theme.templates["entry"]?.path == "default entry.mustache")
        #expect(theme.style == Array("x".utf8))
        #expect(theme.assets == ["Templates/assets/a/b.js"])
        #expect(
            theme.diagnostics.map { "\($0.location.path) \($0.rule.id)" } == [
                "Templates/deep/home.mustache unread-template", "Templates/x.txt unread-template",
                "Templates/own.mustache unread-template",
            ])
    }

    @Test func whatIsNoFileIsToldByTheRuleOfTemplates() throws {
        var tree = MemoryFileTree()
        tree.unread = [UnreadFile("Templates/entry.mustache", .special)]
        let theme = try Theme(tree)
        #expect(theme.diagnostics.map(\.rule) == [.unreadTemplate])
        #expect(theme.diagnostics.allSatisfy { $0.rule.explanation.hasPrefix("Templates contains") })
    }

    /// `U+202E` as a character and as a reference, in a template, in a style sheet and in the name of a file.
    @Test func whatTurnsLettersAroundIsToldAtItsPlace() throws {
        let theme = try Theme(
            MemoryFileTree(texts: [
                "Templates/header.mustache":
                    "a \u{202E} b &#x202E; &#8238; &#x200F; \u{2067}x\u{2069} {{site.title}}",
                "Templates/style.css": "a { content: \"\u{202D}\" }",
                "Templates/assets/a\u{202E}b.txt": "\u{202E}",
                "Templates/footer.mustache": "&#x202E &#xZZ; &#99999999999;",
            ]))
        let found = theme.diagnostics.map { "\($0.location.path) \($0.location.range) \($0.rule.id)" }
        #expect(
            found == [
                "Templates/assets/a\u{202E}b.txt 0..<0 text-direction",
                "Templates/header.mustache 2..<5 text-direction",
                "Templates/header.mustache 8..<16 text-direction",
                "Templates/header.mustache 17..<24 text-direction",
                "Templates/style.css 14..<17 text-direction",
            ])
    }

    @Test func aTemplateThatNobodyIncludesIsToldWithTheNameItMayHave() throws {
        let theme = try Theme(
            MemoryFileTree(texts: [
                "Templates/hoem.mustache": "x", "Templates/mine.mustache": "x",
                "Templates/header.mustache": "{{> mine}}",
            ]))
        #expect(
            theme.diagnostics.map(\.summary) == ["'hoem.mustache' is included by no template"])
        #expect(theme.diagnostics.first?.fixIts.map(\.summary) == ["name it home.mustache"])
    }
}
