import Foundation
import TestSupport
import Testing

/// `dateline changes`: facts are listed once each, with the old and the new value, and nothing else is.
@Suite struct ChangesCommandTests {
    static let files = [
        "Content/timeline.yml":
            "title: Harbour\nbase_url: https://a.example/\nas_of: 2024-05-01\ngroups: [{id: quays, name: Quays}]\n",
        "Content/actors.yml":
            "port-authority: {name: Port Authority, kind: agency}\ndockers: {name: Dockers’ Union}\n",
        "Content/places.yml":
            "old-quay: {name: Old Quay, lat: 53.5, lon: 9.97}\nwest-harbour: {name: West Harbour}\n",
        "Content/sources.yml":
            "gazette: {title: Report, publisher: The Gazette, date: 2024-01-12}\ncourier: {publisher: Courier, date: 2024-01-13}\n",
        "Content/events/closed.md": """
        ---
        title: Harbour closed
        date: 2024-01-11
        status: disputed
        summary: The harbour is closed to ships.
        group: quays
        actors: [port-authority, dockers]
        places: [old-quay]
        route:
          - {from: old-quay, to: west-harbour, by: sea}
        tags: [strike, ships]
        quantities: [{label: Ships, value: 40, qualifier: more than, claimed_by: port-authority, source: gazette}]
        claims:
          - {id: closure, by: port-authority, stance: asserts, says: The harbour is closed., date: 2024-01-11, source: gazette}
          - {by: dockers, stance: denies, of: closure, quote: No ship was turned away, date: 2024-01-12, source: courier}
        sources: [gazette]
        corrections: [{date: 2024-01-20, text: An earlier version named another quay.}]
        see_also: [opened]
        ---
        The gates were shut at *noon*.

        Nobody was hurt.

        """,
        "Content/events/opened.md": """
        ---
        title: Harbour open
        date: 2024-02
        kind: statement
        status: confirmed
        content_status: claimed
        claims: [{by: port-authority, stance: asserts, says: It is open., date: 2024-02-02, source: gazette}]
        ---

        """,
        "Content/events/wages.md": """
        ---
        title: New wages
        date: 2024-03-01
        status: expected
        claims: [{by: dockers, stance: expects, says: Wages rise., date: 2024-02-20, source: courier}]
        outcome: {result: open}
        ---

        """,
    ]

    /// The change of a text in a file of `Content`, or of the file's name.
    struct Edit: CustomTestStringConvertible, Sendable {
        var name: String
        var file = "events/closed.md"
        var old = ""
        var new = ""
        /// The file's new name, or nothing if it is removed.
        var path: String?
        /// The changes that are listed: kind, part, was, now.
        var listed: [[String?]] = []

        var testDescription: String { name }
    }

    static let facts: [Edit] = [
        Edit(
            name: "title", old: "title: Harbour closed", new: "title: Harbour shut",
            listed: [["title", nil, "Harbour closed", "Harbour shut"]]),
        Edit(
            name: "date", old: "date: 2024-01-11\nstatus", new: "date: 2024-01-10\nstatus",
            listed: [["date", nil, "2024-01-11", "2024-01-10"]]),
        Edit(
            name: "date made vague", file: "events/opened.md", old: "date: 2024-02\n",
            new: "date: 2024-02~\n", listed: [["date", nil, "2024-02", "2024-02~"]]),
        Edit(
            name: "status", old: "status: disputed", new: "status: retracted",
            listed: [["status", nil, "disputed", "retracted"]]),
        Edit(
            name: "content status", file: "events/opened.md", old: "content_status: claimed",
            new: "content_status: confirmed", listed: [["status", "content_status", "claimed", "confirmed"]]),
        Edit(
            name: "outcome", file: "events/wages.md", old: "result: open", new: "result: happened",
            listed: [["status", "outcome", "open", "happened"]]),
        Edit(
            name: "number", old: "value: 40", new: "value: 50",
            listed: [
                [
                    "number", "Ships", "more than 40 according to Port Authority",
                    "more than 50 according to Port Authority",
                ]
            ]),
        Edit(
            name: "qualifier", old: "qualifier: more than", new: "qualifier: about",
            listed: [
                [
                    "number", "Ships", "more than 40 according to Port Authority",
                    "about 40 according to Port Authority",
                ]
            ]),
        Edit(
            name: "number removed",
            old:
                "quantities: [{label: Ships, value: 40, qualifier: more than, claimed_by: port-authority, source: gazette}]\n",
            listed: [["number", "Ships", "more than 40 according to Port Authority", nil]]),
        Edit(
            name: "claim added", old: "sources: [gazette]\n",
            new:
                "  - {by: port-authority, stance: confirms, says: Some ships left., date: 2024-01-13, source: gazette}\nsources: [gazette]\n",
            listed: [["claim-added", nil, nil, "Port Authority confirms: Some ships left. (2024-01-13)"]]),
        Edit(
            name: "claim withdrawn",
            old:
                "  - {by: dockers, stance: denies, of: closure, quote: No ship was turned away, date: 2024-01-12, source: courier}\n",
            listed: [
                [
                    "claim-withdrawn", nil,
                    "Dockers’ Union denies in answer to Port Authority: “No ship was turned away” (2024-01-12)",
                    nil,
                ]
            ]),
        Edit(
            name: "claim reworded", old: "No ship was turned away", new: "One ship was turned away",
            listed: [
                [
                    "claim-changed", nil,
                    "Dockers’ Union denies in answer to Port Authority: “No ship was turned away” (2024-01-12)",
                    "Dockers’ Union denies in answer to Port Authority: “One ship was turned away” (2024-01-12)",
                ]
            ]),
        Edit(
            name: "stance", old: "stance: denies", new: "stance: doubts",
            listed: [
                [
                    "claim-changed", nil,
                    "Dockers’ Union denies in answer to Port Authority: “No ship was turned away” (2024-01-12)",
                    "Dockers’ Union doubts in answer to Port Authority: “No ship was turned away” (2024-01-12)",
                ]
            ]),
        Edit(
            name: "day of a claim", file: "events/wages.md", old: "date: 2024-02-20", new: "date: 2024-02-21",
            listed: [
                [
                    "claim-changed", nil, "Dockers’ Union expects: Wages rise. (2024-02-20)",
                    "Dockers’ Union expects: Wages rise. (2024-02-21)",
                ]
            ]),
        Edit(
            name: "source of a claim", file: "events/wages.md", old: "source: courier",
            new: "source: gazette",
            listed: [
                [
                    "source", "Dockers’ Union expects: Wages rise. (2024-02-20)", "Courier, 2024-01-13",
                    "The Gazette, Report, 2024-01-12",
                ]
            ]),
        Edit(
            name: "source added", old: "sources: [gazette]\n", new: "sources: [gazette, courier]\n",
            listed: [["source", nil, nil, "Courier, 2024-01-13"]]),
        Edit(
            name: "registered source", file: "sources.yml", old: "title: Report", new: "title: Other report",
            listed: [["source", "gazette: title", "Report", "Other report"]]),
        Edit(
            name: "place", old: "places: [old-quay]", new: "places: [west-harbour]",
            listed: [["place", nil, "Old Quay", "West Harbour"]]),
        Edit(
            name: "place in doubt", old: "places: [old-quay]",
            new: "places: [{id: old-quay, status: disputed, by: dockers}]",
            listed: [["place", nil, "Old Quay", "Old Quay (disputed, Dockers’ Union)"]]),
        Edit(
            name: "route", old: "by: sea", new: "by: rail",
            listed: [
                ["place", "route", "Old Quay → West Harbour (by sea)", "Old Quay → West Harbour (by rail)"]
            ]),
        Edit(
            name: "actor", old: "actors: [port-authority, dockers]", new: "actors: [port-authority]",
            listed: [["actor", nil, "Dockers’ Union", nil]]),
        Edit(
            name: "correction", old: "corrections: [",
            new: "corrections: [{date: 2024-04-01, text: The hour was wrong.}, ",
            listed: [["correction", nil, nil, "2024-04-01: The hour was wrong."]]),
        Edit(
            name: "text", old: "Nobody was hurt.", new: "One man was hurt.",
            listed: [
                [
                    "text", "text", "The gates were shut at *noon*. Nobody was hurt.",
                    "The gates were shut at *noon*. One man was hurt.",
                ]
            ]),
        Edit(name: "entry removed", file: "events/wages.md", path: "", listed: [["removed", nil, nil, nil]]),
        Edit(
            name: "entry moved", file: "events/opened.md", path: "events/harbour-open.md",
            listed: [["moved", nil, "opened", "harbour-open"]]),
    ]

    static let trifles: [Edit] = [
        Edit(name: "no edit"),
        Edit(name: "lines of the text", old: "The gates were shut at", new: "The gates\nwere  shut\nat"),
        Edit(name: "spaces in the title", old: "title: Harbour closed", new: "title: \"Harbour  closed \""),
        Edit(
            name: "order of actors", old: "actors: [port-authority, dockers]",
            new: "actors: [dockers, port-authority]"),
        Edit(name: "order of tags", old: "tags: [strike, ships]", new: "tags: [ships, strike]"),
        Edit(
            name: "order of keys", old: "status: disputed\nsummary: The harbour is closed to ships.\n",
            new: "summary: The harbour is closed to ships.\nstatus: disputed\n"),
        Edit(
            name: "order of the keys of a claim", file: "events/wages.md",
            old: "by: dockers, stance: expects", new: "stance: expects, by: dockers"),
        Edit(name: "zeros of a number", old: "value: 40,", new: "value: 40.0,"),
        Edit(name: "id of a claim", old: "id: closure", new: "id: shut", listed: []),
        Edit(name: "tag", old: "tags: [strike, ships]", new: "tags: [strike]"),
        Edit(name: "importance", old: "group: quays", new: "group: quays\nimportance: 1"),
        Edit(
            name: "archived copy", file: "sources.yml", old: "title: Report,",
            new: "title: Report, archive_url: \"https://web.example/1\","),
        Edit(name: "see also", old: "see_also: [opened]\n", new: ""),
        Edit(
            name: "spelling of a claim, marked", old: "says: The harbour is closed.",
            new: "says: The harbor is closed."),
        Edit(name: "spelling of the summary, marked", old: "closed to ships", new: "closed for ships"),
    ]

    private static func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(files)
        let run = try site.run("export", "--to", "json", "--output", "old.json")
        try #require(run.status == 0, "\(run.error)")
        return site
    }

    private func apply(_ edit: Edit, to site: TemporaryFolder) throws {
        let path = "Content/" + edit.file
        if let new = edit.path {
            let text = try site.text(path)
            try FileManager.default.removeItem(at: site.url(path))
            if !new.isEmpty { try site.write("Content/" + new, text) }
            // Nothing may lead to the file that is gone.
            try site.replace("see_also: [opened]\n", with: "", in: "Content/events/closed.md")
        }
        if !edit.old.isEmpty { try site.replace(edit.old, with: edit.new, in: path) }
        if edit.name == "id of a claim" { try site.replace("of: closure", with: "of: shut", in: path) }
        if edit.name.hasSuffix(", marked") {
            try site.replace("group: quays", with: "group: quays\nminor: 2024-05-01", in: path)
        }
    }

    private struct Listed: Decodable {
        struct Change: Decodable {
            var kind: String
            var entry: String?
            var part: String?
            var was: String?
            var now: String?
        }
        var changes: [Change]
    }

    private func listed(_ site: TemporaryFolder) throws -> [Listed.Change] {
        let run = try site.run("changes", "--since", "old.json", "--json")
        try #require(run.status == 0, "\(run.error)")
        return try JSONDecoder().decode(Listed.self, from: Data(run.outputBytes)).changes
    }

    @Test func thereAreForty() {
        #expect(Self.facts.count == 25)
        #expect(Self.trifles.count == 15)
    }

    @Test(arguments: facts + trifles)
    func factsAloneAreListed(_ edit: Edit) throws {
        let site = try Self.site()
        try apply(edit, to: site)
        let changes = try listed(site)
        #expect(changes.map { [$0.kind, $0.part, $0.was, $0.now] } == edit.listed)
    }

    /// All edits at once that do not touch the same words.
    @Test func severalChangesAreListedOnceEach() throws {
        let site = try Self.site()
        let names = ["title", "status", "number", "route", "registered source", "outcome", "order of tags"]
        let edits = (Self.facts + Self.trifles).filter { names.contains($0.name) }
        for edit in edits { try apply(edit, to: site) }
        let kinds = try listed(site).map(\.kind)
        #expect(kinds == ["title", "status", "number", "place", "status", "source"])
    }

    @Test func entriesAreAdded() throws {
        let site = try Self.site()
        try site.write(
            "Content/events/strike.md",
            "---\ntitle: Strike\ndate: 2024-04\nstatus: confirmed\nsources: [gazette]\n---\n")
        let changes = try listed(site)
        #expect(changes.map(\.kind) == ["added"])
        #expect(changes.first?.entry == "strike")
    }

    @Test func anAliasTellsThatAnEntryMoved() throws {
        let site = try Self.site()
        try site.replace(
            "title: New wages", with: "slug: pay\naliases: [wages]\ntitle: New pay",
            in: "Content/events/wages.md")
        let changes = try listed(site)
        #expect(changes.map(\.kind) == ["moved", "title"])
        #expect(changes.allSatisfy { $0.entry == "pay" })
    }

    @Test func theTextIsForPeople() throws {
        let site = try Self.site()
        try apply(Self.facts[1], to: site)
        try apply(Self.facts[3], to: site)
        let run = try site.run("changes", "--since", "old.json")
        #expect(run.status == 0)
        #expect(
            run.output == """
                closed: Harbour closed
                  date: was 11 January 2024 (2024-01-11), now 10 January 2024 (2024-01-10)
                  status: was disputed, now retracted
                2 changes

                """)
        #expect(try Self.site().run("changes", "--since", "old.json").output == "no changes\n")
    }

    // MARK: Silent changes

    private static let silent =
        "status was 'disputed' in the last publication, and is 'retracted' [changed-without-correction]"

    @Test(arguments: [
        ("", true), ("{date: 2024-05-01, text: The number was wrong.}", true),
        ("{date: 2024-05-01, text: It was first called disputed.}", false),
        ("{date: 2024-05-01, text: An earlier version gave another status.}", false),
        ("{date: 2024-05-01, text: An earlier version called it undisputedly true.}", true),
    ])
    func aChangeWithoutACorrectionIsAWarning(_ correction: String, _ isSilent: Bool) throws {
        let site = try Self.site()
        try apply(Self.facts[3], to: site)
        if !correction.isEmpty {
            try site.replace(
                "corrections: [", with: "corrections: [\(correction), ", in: "Content/events/closed.md")
        }
        for command in ["changes", "check"] {
            let run = try site.run(command, "--since", "old.json")
            #expect(run.status == 0)
            #expect(run.error.contains("Content/events/closed.md:4:9: warning: " + Self.silent) == isSilent)
        }
        #expect(try !site.run("check").error.contains("changed-without-correction"))
        let strict = try site.run("changes", "--since", "old.json", "--strict")
        #expect(strict.status == (isSilent ? 1 : 0))
    }

    @Test(arguments: [
        (1, "date was '2024-01-11' in the last publication, and is '2024-01-10'"),
        (
            6,
            "quantities 'Ships' was 'more than 40 according to Port Authority' in the last publication, and is"
        ),
        (
            8,
            "quantities 'Ships' was 'more than 40 according to Port Authority' in the last publication, and is gone"
        ),
        (4, "content_status was 'claimed' in the last publication, and is 'confirmed'"),
    ])
    func datesAndNumbersAreWatched(_ number: Int, _ words: String) throws {
        let site = try Self.site()
        try apply(Self.facts[number], to: site)
        #expect(try site.run("check", "--since", "old.json").error.contains(words))
    }

    @Test func theSiteSetsTheSeverity() throws {
        let site = try Self.site()
        try apply(Self.facts[3], to: site)
        try site.replace(
            "as_of:", with: "rules: {changed-without-correction: off}\nas_of:", in: "Content/timeline.yml")
        #expect(try site.run("changes", "--since", "old.json").error == "")
    }

    // MARK: Bad input

    @Test func aFileOfAnotherFormIsRefused() throws {
        let site = try Self.site()
        try site.write("feed.json", "{\"version\": \"https://jsonfeed.org/version/1.1\"}\n")
        let old = try site.text("old.json")
        try site.write("newer.json", old.replacing("\"version\":1", with: "\"version\":2"))
        try site.write(
            "other.json", old.replacing("Harbour\"", with: "Port\"").replacing("a.example", with: "b.example")
        )
        for (file, words) in [
            ("feed.json", "feed.json:1:1: error: not the export of a site of Dateline [since-file]"),
            (
                "newer.json",
                "newer.json:1:32: error: version 2 of the format; this program reads version 1 [since-file]"
            ),
            ("other.json", "other.json:1:41: error: the export of another site, 'Port' [since-file]"),
        ] {
            for command in ["changes", "check"] {
                let run = try site.run(command, "--since", file)
                #expect(run.status == 1)
                #expect(run.error.hasPrefix(words), "\(run.error)")
            }
        }
        let missing = try site.run("changes", "--since", "nothing.json")
        #expect(missing.status == 74)
        #expect(missing.error == "error: nothing.json: No such file or directory\n")
    }

    @Test(arguments: [
        (["changes"], "--since"), (["changes", "--since", ""], "--since takes"),
        (["check", "--since", ""], "--since takes"),
        (["changes", "--since", "old.json", "--date", "2024-05-01"], "--date belongs to"),
        (["changes", "record", "--since", "old.json", "--date", "2024-05"], "--date takes a day"),
        (["changes", "record", "--since", "old.json", "--date", "1911-05-01"], "--date takes a day"),
        (["changes", "recrod", "--since", "old.json"], "recrod"),
    ])
    func wrongUsageIsRefused(_ arguments: [String], _ words: String) throws {
        let run = try Self.site().run(arguments)
        #expect(run.status == 64)
        #expect(run.error.contains(words))
    }
}
