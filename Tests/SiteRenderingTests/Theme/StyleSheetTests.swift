import TestSupport
import Testing

@testable import SiteRendering

/// The theme's style sheet with the colours of a site.
@Suite struct StyleSheetTests {
    private func css(_ settings: String) throws -> String {
        let site = try MemorySite([
            "timeline.yml": "title: Harbour\n" + settings, "events/a.md": SmallSite.entry(),
        ]).site()
        return text(styleSheet(Array("/* theme */".utf8), site.timeline)) ?? ""
    }

    @Test func withoutSettingsItIsTheThemes() throws {
        #expect(try css("") == "/* theme */\n")
    }

    @Test func settingsAreCustomProperties() throws {
        let css = try css(
            "theme: {accent: \"#abc\", paper_dark: \"#010203\", font_text: \"Georgia, 'Times New Roman'\"}\n")
        #expect(
            css
                == "/* theme */\n:root { --accent: #abc; --paper-dark: #010203; --font-text: Georgia, 'Times New Roman'; }\n\n"
        )
    }

    @Test func groupsHaveTheirColours() throws {
        let css = try css(
            "groups: [{id: a, name: A, color: \"#010203\"}, {id: 2b, name: B}, {id: 漢, name: C, color: \"#fff\"}]\n"
        )
        #expect(css == "/* theme */\n.group_a { --group: #010203; }\n.group_漢 { --group: #fff; }\n")
    }
}
