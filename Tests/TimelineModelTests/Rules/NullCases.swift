/// Keys and items without a value, which are read as if they were absent.
let nullCases: [RuleCase] =
    nullWords.flatMap { word in
        [
            RuleCase(
                "No value of required keys: '\(word)'",
                files: [
                    TestSite.entryPath:
                        "---\n⟦1:⟧title: \(word)\ndate: \(word)\nstatus: \(word)\nsources: [gazette]\n---\n"
                ],
                "1 missing-key: entry has no title → add title: text",
                "1 missing-key: entry has no date → add date: an EDTF date",
                "1 missing-key: entry has no status → add status:, or defaults: {status: …} in timeline.yml"),
            RuleCase(
                "No sources are none: '\(word)'",
                files: [
                    TestSite.entryPath:
                        "---\ntitle: ⟦1:Harbour⟧\ndate: 1911\nstatus: confirmed\nsources: \(word)\n---\n"
                ],
                "1 entry-without-source: entry has no source → add source: to a claim, or sources:"),
            RuleCase(
                "No facts of what is registered: '\(word)'",
                files: [
                    "Content/actors.yml": "⟦1:dockers⟧: \(word)\n",
                    "Content/places.yml": "⟦2:quay⟧: \(word)\n",
                    "Content/sources.yml": "⟦3:gazette⟧: \(word)\n",
                    "Content/timeline.yml": "title: Site\ntags:\n  ⟦4:strike⟧: \(word)\n",
                ],
                "actors.yml@1 missing-key: actor has no name → add name: text",
                "places.yml@2 missing-key: place has no name → add name: text",
                "sources.yml@3 missing-key: source has neither title nor publisher → add title: or publisher:",
                "timeline.yml@4 missing-key: tag has no name → add name: text"),
            RuleCase(
                "A claim in which nothing stands: '\(word)'",
                "claims:\n  - ⟦1:⟧by: \(word)\n    stance: \(word)\n    says: \(word)\n    quote: \(word)\n    source: \(word)",
                "1 missing-key: claim has no stance → add stance: one of asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts",
                "1 missing-key: claim has no by → add by: an actor, or unnamed with by_text:",
                "1 claim-without-words: claim says nothing → add says:, quote: or of:"),
            RuleCase(
                "Half a point and no other half: '\(word)'",
                files: ["Content/places.yml": "quay:\n  name: Quay\n  lat: ⟦1:53.5⟧\n  lon: \(word)\n"],
                "places.yml@1 missing-key: place has lat and no lon → add lon: a number"),
            RuleCase(
                "A list of nothing is no list: '\(word)'",
                files: [
                    TestSite.entryPath:
                        "---\ntitle: a\ndate: 1911\nstatus: ⟦1:claimed⟧\nsources: [gazette]\nclaims:\n  - \(word)\n---\n"
                ],
                "1 status-against-claims: claimed, and nobody claims anything → add claims:"),
        ]
    } + [
        RuleCase(
            "Null as an id", files: ["Content/actors.yml": "⟦1:null⟧: {name: Nobody}\n"],
            "actors.yml@1 invalid-id: 'null' is not a value → write \"null\""),
        RuleCase(
            "A tilde as an id", files: ["Content/actors.yml": "⟦1:~⟧: {name: Nobody}\n"],
            "actors.yml@1 invalid-id: '~' is not a value → write an id"),
        RuleCase(
            "Null in quotes is a text", "summary: \"null\"\nkind: ⟦1:'~'⟧\nactors: [⟦2:\"null\"⟧]",
            "1 unknown-value: '~' is not a valid kind of entry → write one of event, statement",
            "2 unknown-actor: 'null' is not a registered actor → register it in Content/actors.yml"),
    ]

/// The forms of null in YAML 1.2, and an empty value.
private let nullWords = ["null", "Null", "NULL", "~", ""]

/// Every optional key without a value, which has no diagnostics.
let harmlessNullCases: [RuleCase] = nullWords.flatMap { word in
    [
        RuleCase(
            "All keys of an entry: '\(word)'",
            optionalEntryKeys.map { "\($0): \(word)" }.joined(separator: "\n")),
        RuleCase(
            "Within the parts of an entry: '\(word)'",
            """
            actors:
              - \(word)
              - dockers
            places:
              - \(word)
              - id: old-quay
                status: \(word)
                by: \(word)
                source: \(word)
                note: \(word)
            route:
              - from: west-harbour
                to: old-quay
                by: \(word)
                status: \(word)
                claimed_by: \(word)
                note: \(word)
            quantities:
              - label: Ships
                value: 3
                min: \(word)
                max: \(word)
                unit: \(word)
            claims:
              - \(word)
              - id: \(word)
                by:
                  - dockers
                  - \(word)
                by_text: \(word)
                via: \(word)
                stance: asserts
                of: \(word)
                says: x
                quote: \(word)
                quote_language: \(word)
                quote_original: \(word)
                translated_by: \(word)
                date: \(word)
                source: gazette
                locator: \(word)
            media:
              - file: quay.jpg
                url: \(word)
                alt: Cranes
                caption: \(word)
            outcome:
              result: open
              entry: \(word)
            editor_notes:
              - text: x
                sources: \(word)
            extra:
              a: \(word)
              b:
                - \(word)
            """),
        RuleCase(
            "All of a site: '\(word)'",
            files: [
                "Content/timeline.yml": """
                title: Site
                \(optionalSettings.map { "\($0): \(word)" }.joined(separator: "\n"))
                defaults:
                  status: \(word)
                  group: \(word)
                groups:
                  - \(word)
                  - id: shipping
                    name: Shipping
                    color: \(word)
                    description: \(word)
                feeds:
                  limit: \(word)
                rules:
                  raw-html: \(word)
                  yaml-syntax: \(word)

                """,
                "Content/actors.yml": "\(word)\n", "Content/places.yml": "\(word)\n",
                "Content/sources.yml": """
                gazette:
                  title: Report
                  publisher: \(word)
                  date: 1911-08-12
                  url: \(word)
                  archive_url: \(word)
                  accessed: \(word)
                  language: \(word)
                  kind: \(word)
                  note: \(word)

                """,
            ]),
    ]
}

private let optionalEntryKeys = [
    "date_text", "kind", "content_status", "summary", "group", "actors", "places", "route", "tags",
    "importance",
    "order", "quantities", "claims", "outcome", "media", "see_also", "editor_notes", "corrections", "slug",
    "aliases", "draft", "publish", "minor", "withheld", "extra",
]

private let optionalSettings = [
    "subtitle", "description", "base_url", "language", "direction", "author", "publisher", "license", "as_of",
    "order", "eras", "tags", "paginate_by", "page_size", "raw_html", "theme", "map", "search", "cards",
    "exports", "embed",
]
