/// The sites of ``PageValueTests``, by paths below `Content`.
enum ValueSites {
    /// Lists of two parts, a map with routes, answered claims, and every kind of page part.
    static let harbour = [
        "timeline.yml": """
        title: Harbour <1911>
        subtitle: A strike & its end
        description: What is said of the strike.
        base_url: https://example.org/harbour/
        author: The Editors
        publisher: The Press
        license: CC BY 4.0
        as_of: 1911-12-31
        page_size: 3
        groups:
          - {id: shipping, name: Shipping, color: "#0072B2", description: "Ships, *all* of them."}
          - {id: idle, name: Idle}
        eras: [{name: The strike, date: 1911-08-11/1911-08-20, color: "#D55E00"}, {name: After, date: 1911-09/..}]
        tags: {strike: {name: Strike, description: "Work that [stopped](events/closed.md)."}}
        rules: {repeated-name: off}
        """,
        "changes.yml": """
        days:
          - date: 2024-05-01
            changes:
              - {kind: status, part: content_status, entry: closed, title: Harbour <closed>, was: claimed, now: disputed}
              - {kind: removed, entry: gone, title: Gone & away}
              - {kind: withheld}
          - {date: 2024-04-01, changes: [{kind: source, part: "gazette: date", was: 1911-08-11, now: 1911-08-12}]}
        """,
        "actors.yml": """
        port-authority: {name: Port Authority, short: Port, also: [Hafenamt, The Port], kind: organisation, country: Germany, description: "Runs it.[^gazette]", url: "https://port.example/"}
        dockers: {name: Dockers}
        mill: {name: Mill, kind: organisation}
        """,
        "places.yml": """
        quay: {name: Quay, also: [Altkai], lat: 53.54, lon: 9.98, precision_km: 2, country: Germany, kind: port, description: "Old."}
        isle: {name: Isle, lat: 54.18, lon: 7.89}
        bay: {name: Bay, lat: -33.9, lon: -18.4, precision_km: 50}
        inland: {name: Inland}
        """,
        "sources.yml": """
        gazette: {title: The closing, publisher: The Gazette, agency: Wire, author: A. Clerk, date: 1911-08-12, url: "https://gazette.example/1", archive_url: "https://archive.example/1", accessed: 2020-01-02, language: de, kind: news, note: In Gothic type.}
        courier: {publisher: Courier, date: 1911-08}
        unused: {title: Never named, date: 1910}
        """,
        "events/closed.md": """
        ---
        title: Harbour closed & guarded
        date: 1911-08-11
        status: disputed
        summary: The harbour is closed.
        group: shipping
        actors: [port-authority, dockers]
        places: [quay, {id: isle, status: claimed, by: dockers, source: gazette, note: "So they *say*."}]
        tags: [strike, quays]
        importance: 1
        quantities:
          - {label: Ships, value: 1200, qualifier: about, unit: tonnes, claimed_by: dockers, source: courier, note: "Counted twice."}
          - {label: Days, min: 3, max: 4.5}
        claims:
          - {id: shut, by: port-authority, via: mill, stance: asserts, says: "It is *shut*.", quote: Shut, quote_language: en, quote_original: Zu, translated_by: A. Clerk, date: 1911-08-11, source: [gazette, courier], locator: p. 2}
          - {by: [dockers, mill], stance: denies, of: shut, says: It is open., date: 1911-08-12, source: courier}
          - {by: unnamed, by_text: an old sailor, stance: doubts, of: shut, says: Who knows., date: 1911-08-12, source: courier}
          - {by: mill, stance: expects, says: It will open., source: gazette}
        sources: [gazette, {title: A letter, date: 1911, url: "https://letter.example/"}]
        media:
          - {file: quay.jpg, alt: The quay, caption: "At *dawn*.", credit: A. Clerk, license: CC0}
          - {file: horn.mp3, caption: The horn}
          - {url: "https://film.example/", title: A film}
        see_also: [reopened, later]
        editor_notes: [{text: "We did not [see it](../pages/about.md).", sources: [courier]}, {text: Two.}]
        corrections: [{date: 1911-09-01, text: The day was wrong.}]
        aliases: [shut-down]
        extra: {weather: rain, tides: {high: 4, low: 1}}
        ---
        The **harbour** was closed.[^courier]

        ## Why

        Nobody knows. See [the end](reopened.md).
        """,
        "events/reopened.md": """
        ---
        title: Harbour reopened
        date: 1911-08-14
        date_text: on a Monday
        status: confirmed
        group: shipping
        actors: [dockers]
        places: [bay, inland]
        route:
          - {from: quay, to: isle, by: sea, status: claimed, claimed_by: dockers, source: gazette, note: "By night."}
          - {from: isle, to: bay, by: air}
          - {from: bay, to: inland, by: rail}
        tags: [strike]
        claims: [{by: mill, stance: denies, of: "closed#shut", quote: It never was., date: 1911-08-14, source: gazette}]
        outcome: {result: happened, entry: later}
        sources: [courier]
        ---
        Ships came in.
        """,
        "events/later.md": """
        ---
        title: The port answers
        date: 1911-09-02
        kind: statement
        status: confirmed
        content_status: disputed
        group: shipping
        actors: [port-authority]
        tags: [strike]
        importance: 3
        claims: [{by: port-authority, stance: retracts, says: We were wrong., date: 1911-09-02, source: courier}]
        ---
        An answer.
        """,
        "events/fourth.md": """
        ---
        title: Four of them
        date: 1912-01-05
        status: expected
        group: shipping
        actors: [Night watch]
        sources: [gazette]
        ---
        """,
        "pages/about.md": """
        ---
        title: About
        ---
        # About

        Words with a [link](../events/closed.md) and a ![quay](../media/quay.jpg).
        """,
        "media/quay.jpg": "GIF89a\u{1}\u{0}\u{1}\u{0}",
        "media/horn.mp3": "sound",
    ]

    /// A site of one page with an entry for each form of date, so that the overview draws all forms.
    static let vagueDates: [String: String] = {
        let dates = [
            "1911-08-11", "1911-08", "1911", "191X", "19XX", "1911-08-XX", "1911-21", "1911-33",
            "1911-08-11T10:30:00Z",
            "1911-08-01/1911-08-20", "1911-08/..", "../1911-08", "1911-09/", "/1911-09",
            "[1911-08-11,1911-08-13]",
            "{1911-08-11,1912-01-05}", "[..1911-07]", "1911?", "1911-08~", "1911-08-11%", "-0043-03-15",
            "1911-10-1X",
        ]
        let statuses = [
            "confirmed", "claimed", "disputed", "denied", "speculated", "expected", "retracted", "unrated",
        ]
        var files = [
            "timeline.yml": "title: Dates\norder: descending\neras: [{name: Old, date: -0100/0100}]\n",
            "sources.yml": "s: {publisher: S, date: 1913}\n",
        ]
        for (number, date) in dates.enumerated() {
            files["events/e\(number).md"] = """
                ---
                title: Number \(number)
                date: "\(date)"
                status: \(statuses[number % statuses.count])
                importance: \(number % 3 + 1)
                sources: [s]
                ---
                Text \(number).
                """
        }
        for number in 0..<14 { files["events/c\(number).md"] = entry("Crowd \(number)", "1911-08-12") }
        return files
    }()

    private static func entry(_ title: String, _ date: String) -> String {
        "---\ntitle: \(title)\ndate: \(date)\nstatus: confirmed\nsources: [s]\n---\n"
    }
}
