import Diagnostics
import EDTF
import Testing

@testable import TimelineModel

@Suite("timeline.yml")
struct SettingsTests {
    private func settings(_ text: String) throws -> Settings {
        let (content, found) = try TestSite(["Content/timeline.yml": text]).read()
        let summaries = found.map(\.summary)
        #expect(summaries == [])
        return content.settings
    }

    @Test("Every key is read")
    func everyKey() throws {
        let settings = try settings(
            """
            title: T
            subtitle: S
            description: D
            base_url: https://example.com/site
            language: en-GB
            direction: rtl
            author: A
            publisher: P
            license: CC BY 4.0
            as_of: 1911-12-31
            order: descending
            defaults: {status: claimed, group: a}
            groups: [{id: a, name: A, color: "#0072B2", description: x}, {id: b, name: B}]
            eras: [{name: E, date: 1911/1912, color: "#fff"}, {name: F, date: 1911-08/..}]
            tags: {t: {name: Tag, description: y}}
            paginate_by: decade
            page_size: 10
            raw_html: true
            theme: {accent: "#123456", font_text: "'Source Serif', Georgia, serif"}
            map: {zoom: 3}
            search: false
            cards: false
            exports: [csv]
            feeds: {limit: 5, since: 2020-02-01, groups: true, actors: false, tags: true}
            embed: {entries: true, hosts: ["https://news.example", "http://localhost:8000/"]}
            rules: {unknown-key: off, raw-html: error, dead-anchor: error, missing-alt: note}
            """)
        #expect([settings.title, settings.subtitle, settings.description] == ["T", "S", "D"])
        #expect(settings.baseURL == "https://example.com/site/")
        #expect(
            [settings.language, settings.author, settings.publisher, settings.license] == [
                "en-GB", "A", "P", "CC BY 4.0",
            ])
        #expect(settings.direction == .rtl)
        #expect(settings.asOf?.iso == "1911-12-31")
        #expect(settings.order == .descending)
        #expect(settings.defaultStatus == .claimed)
        #expect(settings.groups.map(\.id) == ["a", "b"])
        #expect(settings.groups.map(\.color) == ["#0072B2", nil])
        #expect(settings.eras.map { $0.date?.value.canonical } == ["1911/1912", "1911-08/.."])
        #expect(settings.tags.map(\.name) == ["Tag"])
        #expect(settings.pagination == .decade)
        #expect(settings.pageSize == 10)
        #expect(
            [settings.allowsRawHTML, settings.hasMap, settings.hasSearch, settings.hasCards] == [
                true, true, false, false,
            ])
        #expect(
            settings.theme.properties.map { "\($0.name): \($0.value)" } == [
                "accent: #123456", "font_text: 'Source Serif', Georgia, serif",
            ])
        #expect(settings.exports == [.csv])
        #expect(settings.feeds.limit == 5)
        #expect(settings.feeds.since.iso == "2020-02-01")
        #expect(
            [settings.feeds.groups, settings.feeds.actors, settings.feeds.tags] == [true, false, true])
        #expect(settings.embed.isOn && settings.embed.hasEntryPages)
        #expect(settings.embed.hosts == ["https://news.example", "http://localhost:8000"])
        let levels = settings.rules.levels
        #expect(
            levels == ["unknown-key": nil, "raw-html": .error, "dead-anchor": .error, "missing-alt": .note])
    }

    @Test("Missing keys have their defaults")
    func defaults() throws {
        let settings = try settings("title: T\n")
        #expect(settings.language == "en")
        #expect(settings.pageSize == 50)
        #expect(settings.order == .ascending)
        #expect(
            [settings.hasMap, settings.hasSearch, settings.hasCards, settings.allowsRawHTML] == [
                true, true, false, false,
            ])
        #expect(settings.asOf == nil)
        #expect(settings.embed.isOn && !settings.embed.hasEntryPages && settings.embed.hosts == nil)
        #expect(try !self.settings("title: T\nembed: false\n").embed.isOn)
    }

    @Test("A rule that is off gives no diagnostics, and other rules have the site's level")
    func levels() throws {
        let site = TestSite(
            "tagz: x\nimportance: 9",
            files: ["Content/timeline.yml": "title: x\nrules: {unknown-key: off, importance-range: error}\n"])
        let levels = try site.read().content.settings.rules
        let weighed = levels.apply(to: try site.diagnostics())
        #expect(weighed.map { "\($0.rule.id) \($0.severity.rawValue)" } == ["importance-range error"])
    }

    @Test(
        "A font that could break out of its CSS declaration is refused",
        arguments: [
            "a; color: red", "a}", "a/*", "url(x)", "\"a", "'a\"", "a\\\\", "expression(x)", "a<b",
            "\"a'b\"c'", "a@b", "a:b",
        ])
    func fonts(_ text: String) throws {
        let quoted = "'" + text.replacing("'", with: "''") + "'"
        let site = TestSite(["Content/timeline.yml": "title: x\ntheme: {font_text: \(quoted)}\n"])
        #expect(try site.diagnostics().map(\.rule.id) == ["wrong-kind"])
        #expect(try site.read().content.settings.theme.properties.isEmpty)
    }

    @Test(
        "A colour is # with three or six hexadecimal digits",
        arguments: [
            ("#fff", true), ("#A1b2C3", true), ("#ffff", false), ("red", false), ("#ggg", false),
            ("#fff;}", false), ("#１２３", false),
        ])
    func colours(_ text: String, _ isColour: Bool) throws {
        let site = TestSite(["Content/timeline.yml": "title: x\ntheme: {ink: \"\(text)\"}\n"])
        #expect(try site.read().content.settings.theme.properties.isEmpty != isColour)
        #expect(try site.diagnostics().isEmpty == isColour)
    }

    @Test(
        "An address is safe if it is a valid web, mail, FTP or telephone address",
        arguments: [
            ("https://example.com/a?b=c#d", true), ("http://a", true), ("HTTPS://a.example", true),
            ("mailto:a@b.example", true),
            ("ftp://a/b", true), ("tel:+49", true), ("https://例え.jp/港", true), ("https://a/it's", true),
            ("javascript:alert(1)", false), ("JaVaScRiPt:x", false), ("data:text/html,x", false),
            ("file:///etc", false),
            ("//example.com", false), ("example.com", false), ("https:", false), ("https://", false),
            ("https:///x", false), ("https:x", false),
            ("https://a b", false), ("https://a\"b", false), ("https://a<b", false),
            ("https://a\u{1}", false), ("https://a\u{202E}b", false),
            ("https://a\u{A0}b", false), ("https://a\u{85}b", false), ("java\nscript:x", false), ("", false),
            (":", false), ("mailto:", false),
        ])
    func addresses(_ text: String, _ isSafe: Bool) {
        #expect(WebAddress.isSafe(text) == isSafe)
    }

    @Test(
        "A number has digits, at most one point, and no exponent",
        arguments: [
            ("0", true), ("-12.50", true), ("53.54", true), ("1.", false), (".5", false), ("1e3", false),
            ("+1", false), ("1,5", false), ("-", false), ("", false),
            ("１", false), ("1.2.3", false), (String(repeating: "9", count: 41), false),
        ])
    func decimals(_ text: String, _ isNumber: Bool) {
        #expect((Decimal(text)?.description == text) == isNumber)
    }
}
