import Diagnostics
import Files
import Foundation
import Testing

@testable import TimelineModel

@Suite("Schemas for editors")
struct SchemaTests {
    private static let rules = contentRules + editorialRules + linkRules

    private static func schema(_ subject: SchemaSubject, ids: [String: [String]] = [:]) throws -> JSONSchema {
        let text = subject.schema(rules: rules, ids: ids)
        let root = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return JSONSchema(root: try #require(root as? [String: Any]))
    }

    /// The object of a schema that has the keys of the file itself.
    private static func top(_ subject: SchemaSubject) throws -> [String: Any] {
        let root = try schema(subject).root
        guard subject.isRegistry else { return root }
        return try #require(root["additionalProperties"] as? [String: Any])
    }

    @Test(
        "Every key of every table is in its schema, with its documentation", arguments: SchemaSubject.allCases
    )
    func keys(of subject: SchemaSubject) throws {
        let root = try Self.schema(subject).root
        let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
        var tables: [(ObjectFormat, [String: Any])] = [(subject.keys, try Self.top(subject))]
        for (name, definition) in definitions.sorted(by: { $0.key < $1.key }) {
            tables.append((try #require(ObjectFormat.inner.first { $0.name == name }), definition))
        }
        for (format, object) in tables {
            let properties = try #require(object["properties"] as? [String: [String: Any]])
            #expect(properties.keys.sorted() == format.keys.map(\.name).sorted())
            for key in format.keys {
                let words = properties[key.name]?["description"] as? String
                #expect(words == "\(key.documentation) (\(key.type.words))")
            }
            let required = object["required"] as? [String] ?? []
            #expect(required == format.keys.filter(\.isRequired).map(\.name))
            #expect(object["additionalProperties"] as? Bool == false)
        }
    }

    @Test("Every object that a key may contain is described", arguments: SchemaSubject.allCases)
    func objects(of subject: SchemaSubject) throws {
        let definitions = try Self.schema(subject).root["$defs"] as? [String: Any] ?? [:]
        for key in subject.keys.keys {
            for name in key.type.objectNames { #expect(definitions[name] != nil, "\(name)") }
        }
        let names = ObjectFormat.inner.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test("Every rule has its possible levels, and mandatory rules can only be errors")
    func levels() throws {
        let properties = try #require(try Self.top(.timeline)["properties"] as? [String: [String: Any]])
        let rules = try #require(properties["rules"]?["properties"] as? [String: [String: Any]])
        #expect(Set(rules.keys) == Set(Self.rules.map(\.id)))
        for rule in Self.rules {
            let levels = (rules[rule.id]?["enum"] as? [Any])?.compactMap { $0 as? String }
            #expect(levels == (rule.isMandatory ? ["error"] : ["error", "warning", "note", "off"]))
        }
    }

    @Test("A schema offers the site's registered ids and accepts other text")
    func ids() throws {
        let schema = try Self.schema(.entry, ids: ["actors": ["dockers"], "sources": ["gazette"]])
        let entry = "title: x\ndate: 1911\nactors: [dockers, Somebody]\nsources: [gazette, {title: Log}]\n"
        #expect(try schema.mistakes(in: entry) == [])
        let text = SchemaSubject.entry.schema(rules: [], ids: ["actors": ["dockers"]])
        #expect(text.contains("{\"anyOf\":[{\"enum\":[\"dockers\"]},"))
    }

    @Test("The story agrees with the schemas")
    func story() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
            .joined(separator: "/")
        let tree = DiskFileTree(root: root)
        for path in try tree.files(below: "Content") {
            let bytes = try #require(try tree.read(path))
            guard let subject = Self.subject(of: path) else { continue }
            let mistakes = try Self.schema(subject).mistakes(in: bytes, of: path)
            #expect(mistakes == [], "\(path)")
        }
    }

    @Test(
        "Schemas agree with the cases of rules where a schema can express them",
        arguments: frontMatterCases + keyCases + nullCases + harmlessNullCases)
    func cases(_ rule: RuleCase) throws {
        let site = rule.site()
        let files = ["timeline", "actors", "places", "sources"].map { "Content/\($0).yml" }
        for path in files + [TestSite.entryPath] {
            guard let subject = Self.subject(of: path), let bytes = try site.tree.read(path) else { continue }
            let here = try site.diagnostics().filter { $0.location.path == path }
            // A schema cannot check YAML that is malformed, or dates that YAML reads as something else.
            guard let mistakes = try? Self.schema(subject).mistakes(in: bytes, of: path) else { continue }
            if here.isEmpty { #expect(mistakes == [], "\(path)") }
            if here.contains(where: { $0.rule.id == "unknown-key" }) {
                #expect(mistakes != [], "\(path)")
            }
            if !mistakes.isEmpty { #expect(!here.isEmpty, "\(path): \(mistakes)") }
        }
    }

    @Test(
        "Valid entries have no mistakes, invalid ones have",
        arguments: [
            ("title: 1984\ndate: 1911\n", true), ("title: x\ndate: -0044\nsummary:\n", true),
            ("title: x\ndate: \"[1911,1912]\"\nimportance: 2\ndraft: true\n", true),
            ("title: x\ndate: August 1911\n", false), ("title: x\n", false), ("date: 1911\n", false),
            ("title: x\ndate: 1911\nstatus: confrmed\n", false),
            ("title: x\ndate: 1911\nactors: one\n", false),
            ("title: x\ndate: 1911\nclaims: [{by: a, stance: asserts, says: x}]\n", true),
            ("title: x\ndate: 1911\nclaims: [{by: a, says: x}]\n", false),
            ("title: x\ndate: 1911\nplaces: [a, {id: b, status: disputed, by: [c, d]}]\n", true),
            ("title: x\ndate: 1911\nplaces: [{status: disputed}]\n", false),
            ("title: x\ndate: 1911\nquantities: [{label: x, value: 1.50}]\n", true),
            ("title: x\ndate: 1911\nquantities: [{label: x, value: many}]\n", false),
            ("title: x\ndate: 1911\nextra: {a: {b: [1]}}\n", true),
            ("title: x\ndate: 1911\nextra: 1\n", false),
            ("title: null\ndate: 1911\n", false), ("title: x\ndate: ~\n", false), ("null\n", false),
            ("title: \"null\"\ndate: 1911\nsummary: NULL\n", true),
            ("title: x\ndate: 1911\nclaims: [null, {by: ~, stance: asserts}]\n", true),
            ("title: x\ndate: 1911\nclaims: [{by: a, stance: ~}]\n", false),
            ("title: x\ndate: 1911\ndraft: yes\n", false), ("title: x\ndate: 1911\ntagz: [a]\n", false),
        ])
    func entries(yaml: String, isSound: Bool) throws {
        #expect(try Self.schema(.entry).mistakes(in: yaml).isEmpty == isSound)
    }

    private static func subject(of path: String) -> SchemaSubject? {
        switch path {
        case "Content/timeline.yml": .timeline
        case "Content/actors.yml": .actors
        case "Content/places.yml": .places
        case "Content/sources.yml": .sources
        default:
            path.hasPrefix("Content/events/")
                ? .entry : path.hasPrefix("Content/pages/") ? .page : nil
        }
    }
}
