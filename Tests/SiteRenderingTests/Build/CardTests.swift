import CardDrawing
import Diagnostics
import Foundation
import SiteOutput
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import SiteRendering

@Suite("Cards of a site")
struct CardTests {
    private func site(
        _ settings: String = "cards: true\nbase_url: https://x.example/story/\n",
        title: String = "Harbour closed"
    )
        -> MemorySite
    {
        MemorySite([
            "timeline.yml": """
            \(settings)title: The harbour
            subtitle: A story
            rules: {status-against-claims: off}
            groups: [{id: shipping, name: Shipping, color: "#1f6f8b"}]
            """,
            "events/site.md": """
            ---
            title: \(title)
            date: 1911-08-11
            date_text: on a Friday in August 1911
            kind: statement
            status: confirmed
            content_status: disputed
            group: shipping
            sources: [{title: A, date: 1911}]
            ---
            """,
        ])
    }

    private func metadata(_ page: String?) -> [String] {
        (page ?? "").split(separator: "\n").map(String.init).filter {
            $0.contains("og:image") || $0.contains("twitter")
        }
    }

    @Test("The site and each entry have a card, and their pages name it")
    func pages() throws {
        let output = try site().output()
        let cards = output.keys.filter { $0.hasSuffix(".png") }.sorted()
        #expect(cards == ["card.png", "cards/site.png"])
        let common = [
            #"<meta property="og:image:type" content="image/png">"#,
            #"<meta property="og:image:width" content="1200">"#,
            #"<meta property="og:image:height" content="630">"#,
        ]
        let large = #"<meta name="twitter:card" content="summary_large_image">"#
        #expect(
            metadata(output["index.html"]) == [
                #"<meta property="og:image" content="https://x.example/story/card.png">"#
            ] + common + [
                #"<meta property="og:image:alt" content="The harbour · A story">"#, large,
            ])
        #expect(
            metadata(output["events/site.html"]) == [
                #"<meta property="og:image" content="https://x.example/story/cards/site.png">"#
            ] + common + [
                #"<meta property="og:image:alt" content="Harbour closed · on a Friday in August 1911 · Statement Confirmed, What it says Disputed">"#,
                large,
            ])
        #expect(metadata(output["groups/shipping.html"]) == [])
        let headers = try #require(output["_headers"])
        #expect(headers.contains("/card.png\n  Cache-Control: no-cache\n"))
        #expect(headers.contains("/cards/*\n  Cache-Control: no-cache\n"))
        #expect(try #require(output["sitemap.xml"]).contains(".png") == false)
    }

    @Test("Without an address no page names a card, and a note says so; without `cards` there are none")
    func without() throws {
        let nameless = try site("cards: true\n").prepared()
        #expect(nameless.diagnostics.map(\.rule.id) == ["cards-without-address"])
        let output = try site("cards: true\n").output()
        #expect(metadata(output["index.html"]) + metadata(output["events/site.html"]) == [])
        #expect(output.keys.contains("card.png"))
        for settings in ["", "cards: false\n", "cards: null\n"] {
            let files = try site(settings).output()
            #expect(files.keys.filter { $0.hasSuffix(".png") } == [])
            #expect(files.values.allSatisfy { !$0.contains("og:image") })
            #expect(try site(settings).prepared().surroundings == nil)
        }
    }

    @Test(
        "A card shows the entry: title, group and its colour, the date in words, both statuses of a statement"
    )
    func content() throws {
        let site = try site().site()
        let card = site.card(ofEntry: 0)
        #expect(card.heading == "Harbour closed")
        #expect(card.kicker == "Shipping")
        #expect(card.line == "on a Friday in August 1911")
        #expect(card.edge == [Colour("#1f6f8b")])
        #expect(card.signature == "The harbour")
        #expect(
            card.marks == [
                Card.Mark(.confirmed, label: "Statement", "Confirmed"),
                Card.Mark(.disputed, label: "What it says", "Disputed"),
            ])
        #expect(site.siteCard.marks.map(\.text) == ["1 entry"])
        #expect(Set(Card.Sign.allCases.map(\.rawValue)) == Set(Status.allCases.map(\.rawValue)))
    }

    @Test("The language, the direction, and the colours and typefaces of the site are those of its cards")
    func style() throws {
        let settings = """
            language: ar
            direction: rtl
            theme: {accent: "#abc", paper: "#102030", ink: "#ffffff", font_heading: "'My Face', Georgia , serif"}

            """
        let card = try site(settings).site().siteCard
        #expect(card.isRightToLeft && card.language == "ar")
        #expect(card.style.accent == Colour("#aabbcc") && card.style.paper == Colour("#102030"))
        #expect(card.style.headingFonts == ["My Face", "Georgia"])
    }

    @Test("The colours of cards are those of the style sheet")
    func palette() throws {
        let style = Card.Style(Settings().theme)
        let sheet = String(decoding: defaultStyle, as: UTF8.self)
        for (name, colour) in [("accent", style.accent), ("paper", style.paper), ("ink", style.ink)] {
            let line = try #require(sheet.firstMatch(of: try Regex("--\(name): (#[0-9a-f]{6});")))
            #expect(Colour(String(try #require(line[1].substring))) == colour)
        }
    }

    @Test("Where the library is missing, a site with cards is not built, and any other is")
    func missingLibrary() throws {
        var options = BuildOptions()
        options.press = CardPress(library: "libnowhere.so.0")
        let prepared = try site().prepared(options)
        #expect(prepared.output == nil)
        let diagnostic = try #require(prepared.diagnostics.first)
        #expect(prepared.diagnostics.count == 1 && diagnostic.severity == .error)
        #expect(diagnostic.rule.id == "card-library")
        #expect(diagnostic.summary.hasPrefix("cards cannot be drawn: libnowhere.so.0: "))
        #expect(diagnostic.location == SourceLocation("Content/timeline.yml", 7..<11))
        #expect(diagnostic.fixIts.map(\.summary).contains { $0.contains("libpangocairo-1.0-0") })
        #expect(try site("cards: false\n").prepared(options).output != nil)
        // A preview shows the pages, and tells who requests a card.
        options.checksCards = false
        let preview = try site().prepared(options)
        let card = try #require(preview.output?.file(at: "cards/site.png"))
        var buffer = OutputBuffer()
        #expect(throws: WriteFailure.self) { try card.write(to: &buffer, copyingFrom: site().tree) }
        #expect(preview.output?.file(at: "events/site.html") != nil && preview.diagnostics == [])
    }

    @Test("A character that no font has is a warning at each place that shows it, with its number and script")
    func missingGlyphs() throws {
        let prepared = try site(title: "Harbour \u{10FFFD}\u{10FFFD} closed").prepared()
        let diagnostic = try #require(prepared.diagnostics.first)
        #expect(prepared.diagnostics.count == 1 && prepared.output != nil)
        #expect(diagnostic.rule.id == "card-glyphs" && diagnostic.severity == .warning)
        #expect(diagnostic.summary == "no installed font has '\u{10FFFD}' (U+10FFFD): Zzzz")
        #expect(diagnostic.location == SourceLocation("Content/events/site.md", 11..<34))
        #expect(diagnostic.fixIts.count == 1)
    }

    @Test("The fingerprint of libraries and fonts is the same each time")
    func surroundings() throws {
        let one = try #require(try site().prepared().surroundings)
        #expect(try site().prepared().surroundings == one)
    }
}
