import Foundation
import TestSupport
import Testing

/// Content as programs write it: empty keys with `null`, unknown keys, addresses with blanks.
@Suite struct ProgramContentTests {
    private static let count = 320
    private static let nulls = ["null", "Null", "NULL", "~", ""]
    /// The keys that a program writes for each entry, even without a value.
    private static let emptyKeys = [
        "date_text", "kind", "status", "content_status", "summary", "group", "places", "route", "tags",
        "importance", "order", "quantities", "claims", "outcome", "media", "see_also", "editor_notes",
        "corrections", "slug", "aliases", "draft", "publish", "extra",
    ]
    private static let sourceKeys = [
        "agency", "author", "archive_url", "accessed", "language", "kind", "note",
    ]

    private static func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.write(
            "Content/timeline.yml",
            "title: Site\nsubtitle: null\nbase_url: ~\nas_of: null\ndefaults: {status: unrated, group: null}\neras: null\ntags: ~\ntheme: null\nrules: {raw-html: null}\nmap:\n"
        )
        try site.write(
            "Content/actors.yml",
            "port:\n  name: Port\n  short: null\n  also: null\n  kind: ~\n  country: NULL\n  description:\n  url: https://example.org/the port\n"
        )
        try site.write("Content/places.yml", "null\n")
        try site.write(
            "Content/sources.yml",
            "gazette: {title: Report, publisher: null, date: 1911-08-12, url: \"https://example.org/a report.pdf\", note: ~}\n"
        )
        for number in 0..<count { try site.write("Content/events/e\(number).md", entry(number)) }
        return site
    }

    private static func entry(_ number: Int) -> String {
        let null = nulls[number % nulls.count]
        let day = "\(1900 + number / 28)-08-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)"
        switch number % 4 {
        case 0: return block(number, day, null)
        case 1: return json(number, day)
        case 2: return lists(number, day, null.isEmpty ? "~" : null)
        default: return claims(number, day, null)
        }
    }

    /// An entry as most YAML libraries write it.
    private static func block(_ number: Int, _ day: String, _ null: String) -> String {
        let empty = emptyKeys.map { "\($0): \(null)\n" }.joined()
        // Longer lines are folded at a blank.
        let folder = number % 8 == 4 ? String(repeating: "a", count: 60) + "\n    " : ""
        let address = "https://example.org/archive/\(folder)report \(number).pdf"
        let source = sourceKeys.map { "  \($0): \(null)\n" }.joined()
        return
            "---\ntitle: Event \(number)\ndate: \(day)\n\(empty)id: \(number)\ncreated_at: \(null)\nactors:\n- port\nsources:\n- title: Report \(number)\n  date: \(day)\n  url: \(address)\n\(source)---\nText.\n"
    }

    /// An entry in JSON, which is valid YAML.
    private static func json(_ number: Int, _ day: String) -> String {
        let empty = emptyKeys.map { "\"\($0)\": null" }.joined(separator: ", ")
        return
            "---\n{\"title\": \"Event \(number)\", \"date\": \"\(day)\", \(empty), \"actors\": [\"port\", null], \"uuid\": \"x-\(number)\", \"sources\": [null, {\"title\": \"Report\", \"publisher\": null, \"date\": \"\(day)\", \"url\": \"https://example.org/?q=event \(number)\"}]}\n---\n"
    }

    /// An entry with empty lists and with lists of empty values.
    private static func lists(_ number: Int, _ day: String, _ null: String) -> String {
        "---\ntitle: 'Event \(number)'\ndate: '\(day)'\nlayout: post\nactors: [\(null)]\nplaces: [\(null), \(null)]\ntags:\n- \(null)\n- News\nclaims: [\(null)]\nmedia:\n- \(null)\nsee_also: []\ncorrections: \(null)\nextra: {views: \(null), tags: [\(null)]}\nsources:\n- gazette\n- \(null)\n---\nText.\n"
    }

    private static func claims(_ number: Int, _ day: String, _ null: String) -> String {
        let quote = [
            "quote", "quote_language", "quote_original", "translated_by", "locator", "via", "id", "of",
            "by_text",
        ]
        .map { "  \($0): \(null)\n" }.joined()
        return
            "---\ntitle: \(number == 3 ? "\"null\"" : "Event \(number)")\ndate: \(day)\nstatus: claimed\nclaims:\n- by: port\n  stance: asserts\n  says: It is event \(number).\n  date: \(null)\n\(quote)  source:\n    title: Log \(number)\n    date: \(day)\n    publisher: \(null)\n    url: 'https://example.org/log/\(number)/last page.html'\nquantities:\n- label: Ships\n  value: 3\n  min: \(null)\n  max: \(null)\n  unit: \(null)\n  qualifier: \(null)\noutcome: \(null)\n---\n"
    }

    @Test func buildsWithWarningsOnlyOnceItIsRepaired() throws {
        let site = try Self.site()
        let before = try site.run("build")
        #expect(before.status == 1)
        #expect(before.error.contains("[invalid-url]"))
        _ = try site.run("check", "--fix", "--quiet")
        let build = try site.run("build")
        #expect(build.status == 0)
        #expect(!build.error.contains(": error:"))
        let rules = Set(build.error.matches(of: /warning: .* \[([a-z-]+)\]\n/).map { String($0.1) })
        #expect(rules == ["unknown-key"])
        let pages = try site.tree("Site").filter { $0.key.hasSuffix(".html") }
        #expect(pages.keys.count { $0.hasPrefix("events/e") } == Self.count)
        for (path, bytes) in pages where path.hasPrefix("events/") {
            // In one entry `null` is the title, and its neighbours link to it.
            guard let number = path.firstMatch(of: /[0-9]+/).flatMap({ Int($0.0) }), number > 9 else {
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let words = text.matches(of: /(?i)[>\s](null|~)[<.,\s]/).map { String($0.0) }
            #expect(words.isEmpty, "\(path)")
        }
        let first = String(decoding: try #require(pages["events/e0.html"]), as: UTF8.self)
        #expect(first.contains("https://example.org/archive/report%200.pdf"))
        let titled = String(decoding: try #require(pages["events/e3.html"]), as: UTF8.self)
        #expect(titled.contains("null</h1>") || titled.contains(">null<"))
        // A second run has nothing to fix.
        #expect(try site.run("check", "--fix", "--quiet").output == "")
    }
}
