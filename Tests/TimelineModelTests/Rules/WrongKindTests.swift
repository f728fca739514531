import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

/// A key of an object of the format, and an entry or a data file that has it, with `VALUE` in its place.
private struct KeyPlace: Sendable {
    var name: String
    var type: KeyType
    var path: String
    var text: String
}

private func places<Value>(_ table: KeyTable<Value>, in path: String, _ text: (String) -> String)
    -> [KeyPlace]
{
    table.keys.map { key in
        KeyPlace(
            name: "\(table.name).\(key.name)", type: key.type, path: path, text: text("\(key.name): VALUE"))
    }
}

private let entryPath = TestSite.entryPath

private let allKeys: [KeyPlace] =
    places(EntryFields.keys, in: entryPath) { "---\n\($0)\n---\n" }
    + places(ClaimFields.keys, in: entryPath) { TestSite.entry("claims: [{\($0)}]") }
    + places(PlaceUse.keys, in: entryPath) { TestSite.entry("places: [{\($0)}]") }
    + places(RouteLeg.keys, in: entryPath) { TestSite.entry("route: [{\($0)}]") }
    + places(Quantity.keys, in: entryPath) { TestSite.entry("quantities: [{\($0)}]") }
    + places(Outcome.keys, in: entryPath) { TestSite.entry("outcome: {\($0)}") }
    + places(MediaItem.keys, in: entryPath) { TestSite.entry("media: [{\($0)}]") }
    + places(EditorNote.keys, in: entryPath) { TestSite.entry("editor_notes: [{\($0)}]") }
    + places(Correction.keys, in: entryPath) { TestSite.entry("corrections: [{\($0)}]") }
    + places(SourceFields.keys, in: "Content/sources.yml") { "gazette: {\($0)}\n" }
    + places(Actor.keys, in: "Content/actors.yml") { "dockers: {\($0)}\n" }
    + places(Place.keys, in: "Content/places.yml") { "quay: {\($0)}\n" }
    + places(Settings.keys, in: "Content/timeline.yml") { "\($0)\n" }
    + places(Group.keys, in: "Content/timeline.yml") { "title: x\ngroups: [{\($0)}]\n" }
    + places(Era.keys, in: "Content/timeline.yml") { "title: x\neras: [{\($0)}]\n" }
    + places(Tag.keys, in: "Content/timeline.yml") { "title: x\ntags: {t: {\($0)}}\n" }
    + places(FeedSettings.keys, in: "Content/timeline.yml") { "title: x\nfeeds: {\($0)}\n" }
    + places(EmbedSettings.keys, in: "Content/timeline.yml") { "title: x\nembed: {\($0)}\n" }
    + places(ThemeSettings.keys, in: "Content/timeline.yml") { "title: x\ntheme: {\($0)}\n" }
    + places(FreePage.keys, in: "Content/pages/p.md") { "---\n\($0)\n---\n" }

extension KeyType {
    fileprivate var takesList: Bool {
        switch self {
        case .list, .oneOrMore, .anything: true
        default: false
        }
    }

    fileprivate var takesMap: Bool {
        switch self {
        case .object, .textOrObject, .boolOrObject, .map, .anything: true
        case .oneOrMore(let element): element.takesMap
        default: false
        }
    }
}

@Suite("Values of the wrong kind")
struct WrongKindTests {
    /// The diagnostics whose range contains the value.
    private func found(_ place: KeyPlace, _ value: String) throws -> [Diagnostic] {
        let marked = MarkedText(place.text.replacing("VALUE", with: "⟦1:\(value)⟧"), labelled: true)
        let site = TestSite([place.path: marked.text])
        let all = try site.diagnostics()
        let ends = all.allSatisfy { $0.location.range.upperBound <= site.text($0.location.path).utf8.count }
        #expect(ends, "\(place.name)")
        let range = try #require(marked["1"])
        return all.filter { diagnostic in
            let found = diagnostic.location.range
            return diagnostic.location.path == place.path && !found.isEmpty
                && range.clamped(to: found) == found
        }
    }

    @Test("A list that is not allowed is reported at its range", arguments: allKeys.indices)
    func lists(_ index: Int) throws {
        let place = allKeys[index]
        if place.type.takesList { return }
        #expect(try found(place, "[x, y]").containsErrors, "\(place.name)")
    }

    @Test("A map that is not allowed is reported at its range", arguments: allKeys.indices)
    func maps(_ index: Int) throws {
        let place = allKeys[index]
        if place.type.takesMap { return }
        #expect(try found(place, "{x: y}").containsErrors, "\(place.name)")
    }

    @Test("A map of unknown keys is reported", arguments: allKeys.indices)
    func unknownKeys(_ index: Int) throws {
        let place = allKeys[index]
        if ["entry.extra", "timeline.yml.map"].contains(place.name) { return }
        #expect(try !found(place, "{qqqq: [zzzz]}").isEmpty, "\(place.name)")
    }

    @Test("An alias is reported once, whatever it refers to", arguments: allKeys.indices)
    func aliases(_ index: Int) throws {
        let place = allKeys[index]
        let rules = try found(place, "*zzzz").map(\.rule.id)
        // One coordinate without the other is a mistake of its own.
        let isHalf = ["place.lat", "place.lon"].contains(place.name)
        #expect(rules == (isHalf ? ["missing-key"] : []) + ["yaml-alias"], "\(place.name)")
    }

    @Test("An empty value is reported only if the key is required", arguments: allKeys.indices)
    func empty(_ index: Int) throws {
        let place = allKeys[index]
        #expect(
            try found(place, "\"\"").filter { $0.rule.id != "missing-key" }.map(\.summary) == [],
            "\(place.name)")
    }

    @Test("Every key is described for authors")
    func documentation() {
        let tables = [
            EntryFields.keys.keys.map { ($0.name, $0.documentation, $0.type.words) },
            ClaimFields.keys.keys.map { ($0.name, $0.documentation, $0.type.words) },
            SourceFields.keys.keys.map { ($0.name, $0.documentation, $0.type.words) },
            Settings.keys.keys.map { ($0.name, $0.documentation, $0.type.words) },
        ]
        for (name, documentation, words) in tables.joined() {
            #expect(documentation.hasSuffix(".") || documentation.hasSuffix("…"), "\(name)")
            #expect(!words.isEmpty, "\(name)")
        }
    }

    @Test("Every status and every stance can be written", arguments: Status.allCases, Stance.allCases)
    func vocabulary(_ status: Status, _ stance: Stance) throws {
        let claim = "claims: [{id: a, by: dockers, stance: \(stance.rawValue), says: x, source: gazette}]"
        let text = TestSite.entry(claim).replacing("confirmed", with: status.rawValue)
        let site = TestSite([TestSite.entryPath: text])
        #expect(try site.entry().status?.value == status)
        #expect(try site.entry().claims.map(\.stance.value) == [stance])
        let isDenied = stance == .denies && (status == .confirmed || status == .claimed)
        #expect(try site.diagnostics().map(\.rule.id) == (isDenied ? ["status-against-claims"] : []))
    }
}
