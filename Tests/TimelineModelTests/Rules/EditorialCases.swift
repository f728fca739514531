private let denied = """
    claims:
      - {id: a, by: port-authority, stance: asserts, says: x, date: 1911-08-11, source: ⟦1:gazette⟧}
      - {by: dockers, stance: ⟦2:denies⟧, of: a, date: 1911-08-12, source: gazette}
    """

private func entry(_ title: String, _ date: String, _ keys: String = "") -> String {
    "---\ntitle: \(title)\ndate: \(date)\nstatus: confirmed\nsources: [gazette]\n\(keys)\n---\n"
}

/// Cases of editorial rules: each has one finding, or none.
let editorialCases: [RuleCase] = [
    RuleCase(
        "A status that its claims do not give",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-08-11\nstatus: ⟦1:confirmed⟧\nsources: [gazette]\nclaims: [{by: dockers, stance: ⟦2:asserts⟧, says: x, date: 1911-08-11}]\n---\n"
        ],
        "1 status-history: confirmed, and its claims make it claimed → write claimed, or add history: with the step that led to confirmed (2 asserts here)"
    ),
    RuleCase(
        "A status that its history gives",
        "claims: [{by: dockers, stance: asserts, says: x, date: 1911-08-11}]\nhistory: [{date: 1911-08-11, status: confirmed}]"
    ),
    RuleCase(
        "A source older than the event",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: ⟦2:1911-08-11⟧\nstatus: confirmed\nsources: [gazette, ⟦1:old⟧]\n---\n",
            "Content/sources.yml": "gazette: {title: G, date: 1911-08-12}\nold: {title: O, date: 1911-07}\n",
        ],
        "1 source-before-event: source of 1911-07-31, before what it reports → correct one of the dates, or cite the source where its words are used (2 from 1911-08-11 on)"
    ),
    RuleCase(
        "A source older than what it expects",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-08-11\nstatus: expected\nsources: [old]\nclaims: [{by: dockers, stance: expects, says: x, date: 1911-07-30}]\n---\n",
            "Content/sources.yml": "old: {title: O, date: 1911-07}\n",
        ]),
    RuleCase(
        "A source older than the claim",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-08-11\nstatus: claimed\nsources: [gazette]\nclaims: [{by: dockers, stance: asserts, says: x, date: ⟦2:1911-08-12⟧, source: ⟦1:old⟧}]\n---\n",
            "Content/sources.yml":
                "gazette: {title: G, date: 1911-08-12}\nold: {title: O, date: 1911-08-11}\n",
        ],
        "1 source-before-event: source of 1911-08-11, before the claim → correct one of the dates, or cite the source where its words are used (2 from 1911-08-12 on)"
    ),
    RuleCase(
        "An assertion before the event",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: ⟦2:1911-08-11⟧\nstatus: claimed\nsources: [gazette]\nclaims: [{by: dockers, stance: asserts, says: x, date: ⟦1:1911-08-10⟧}]\n---\n"
        ],
        "1 claim-before-event: asserts what had not happened yet → write expects, promises or speculates, or correct one of the dates (2 it happened here)"
    ),
    RuleCase(
        "A forecast before the event, and a speaker who speaks again",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-08-11\nstatus: claimed\nsources: [gazette]\nclaims: [{by: dockers, stance: expects, says: x, date: 1911-08-10}, {by: dockers, stance: asserts, says: y, date: 1911-08-09}, {by: dockers, stance: asserts, says: x, date: 1911-08-11}]\n---\n"
        ]),
    RuleCase(
        "The day of the report",
        files: [
            TestSite.entryPath:
                "---\ntitle: Harbour was closed last week\ndate: ⟦1:1911-08-12⟧\nstatus: confirmed\nsources: [gazette]\n---\n"
        ],
        "1 report-day: the day of its report, and the text says 'last week' → date the event as its text does, as vaguely as need be"
    ),
    RuleCase(
        "The day of the report, and nothing earlier",
        files: [
            TestSite.entryPath:
                "---\ntitle: Harbour is closed\ndate: 1911-08-12\nstatus: confirmed\nsources: [gazette]\n---\n"
        ]),
    RuleCase(
        "A title that no list has room for",
        files: [
            TestSite.entryPath: entry("⟦1:\(String(repeating: "harbour ", count: 11))abc⟧", "1911-08-11")
        ],
        "1 long-title: title of 91 characters → shorten it, and tell the rest in the summary"),
    RuleCase(
        "A title of just so many characters, each of two bytes",
        files: [TestSite.entryPath: entry(String(repeating: "ä", count: 90), "1911-08-11")]),
    RuleCase(
        "What nobody has assessed",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-08-11\nstatus: ⟦1:unrated⟧\nsources: [gazette]\n---\n"
        ],
        "1 unrated-entry: unrated → say what is known about it"),
    RuleCase(
        "Unrated by default",
        files: [
            "Content/timeline.yml": "title: Site\ndefaults: {status: unrated}\n",
            TestSite.entryPath: "---\ntitle: ⟦1:x⟧\ndate: 1911-08-11\nsources: [gazette]\n---\n",
        ],
        "1 unrated-entry: unrated → say what is known about it"),
    RuleCase(
        "A claim without a date",
        "actors: [dockers]\nclaims:\n  - ⟦1:⟧by: dockers\n    stance: confirms\n    says: x",
        "1 claim-without-date: claim without a date → add date: when it was said, as far as that is known"),
    RuleCase(
        "A quote that takes over",
        "actors: [dockers]\nclaims:\n  - {by: dockers, stance: confirms, date: 1911, source: gazette, quote: ⟦1:\"\(words(26))\"⟧}"
            + "\n  - {by: dockers, stance: asserts, date: 1911, source: gazette, quote: \"\(words(25))\"}",
        "1 long-quote: quote of 26 words → quote what is contested, and put the rest into says:"),
    RuleCase(
        "A denied claim with one source",
        files: [
            TestSite.entryPath: TestSite.entry(denied).replacing(
                "status: confirmed", with: "status: disputed")
        ],
        "1 single-source: contested claim with a single source → add another source, if there is one that has not copied this one (2 it is contested here)"
    ),
    RuleCase(
        "A denied claim with two sources",
        files: [
            TestSite.entryPath: TestSite.entry(denied.replacing("⟦1:gazette⟧", with: "[gazette, other]"))
                .replacing("status: confirmed", with: "status: disputed"),
            "Content/sources.yml":
                "gazette: {title: Report, date: 1911-08-12}\nother: {title: Other, date: 1911}\n",
        ]),
    RuleCase(
        "A denial that was taken back",
        "actors: [dockers]\n"
            + denied.replacing("⟦1:", with: "").replacing("⟦2:", with: "").replacing("⟧", with: "")
            + "\n  - {by: dockers, stance: confirms, of: a, date: 1911-08-13, source: courier}"),
    RuleCase(
        "A passive that makes a fact of a claim",
        files: [
            TestSite.entryPath: """
            ---
            title: Harbour closed
            date: 1911-08-11
            status: ⟦2:claimed⟧
            summary: ⟦1:The harbour was quietly closed.⟧
            claims: [{by: port-authority, stance: asserts, says: x, date: 1911-08-11, source: gazette}]
            ---

            """
        ],
        "1 passive-without-speaker: 'was quietly closed', and nobody says so → name who says so (2 it is claimed)"
    ),
    RuleCase(
        "A passive with its speaker, with a word for speaking, of a fact, or in another language",
        files: [
            TestSite.entryPath: claimed("The harbour was closed, the Port Authority insists."),
            "Content/events/b.md": claimed("The harbour is reported closed.", "1911-08-12"),
            "Content/events/c.md": entry("Third", "1911-08-10", "summary: The harbour was closed."),
            "Content/events/d.md": claimed("No ship is in the harbour.", "1911-08-14"),
        ]),
    RuleCase(
        "A passive elsewhere",
        files: [
            "Content/timeline.yml": "title: Site\nlanguage: en-GB\n",
            TestSite.entryPath: claimed("⟦1:Ships are sent away.⟧", status: "⟦2:claimed⟧"),
        ],
        "1 passive-without-speaker: 'are sent', and nobody says so → name who says so (2 it is claimed)"),
    RuleCase(
        "A forecast that nobody looked at again",
        files: [
            "Content/timeline.yml": "title: Site\nas_of: 1911-09-01\n",
            TestSite.entryPath: expected("⟦2:1911-08⟧", "⟦1:expected⟧"),
            "Content/events/b.md": expected("1911-09", "expected"),
            "Content/events/c.md": expected("1911-08-1X", "expected", "outcome: {result: unfulfilled}"),
            "Content/events/d.md": expected("1911-08-2X/..", "expected"),
        ],
        "1 expected-in-past: still expected on 1911-09-01 → add outcome: {result: happened, entry: SLUG}, or result: unfulfilled (2 it was over on 1911-08-31)"
    ),
    RuleCase(
        "A source that is on the web alone",
        "editor_notes: [{text: x, sources: [{title: Inline, date: 1911, url: ⟦1:\"https://example.org/b\"⟧}]}]",
        files: [
            "Content/sources.yml":
                "gazette: {title: Report, date: 1911-08-12, url: ⟦1:\"https://example.org/a\"⟧}\n"
        ],
        "1 source-without-archive: source without a copy in an archive → save the page in an archive, and add archive_url:",
        "sources.yml@1 source-without-archive: source without a copy in an archive → save the page in an archive, and add archive_url:"
    ),
    RuleCase(
        "A source with its copy, and one that is on no web",
        files: [
            "Content/sources.yml":
                "gazette: {title: Report, date: 1911-08-12, url: \"https://example.org/a\", archive_url: \"https://archive.example/a\"}\n"
        ]),
    RuleCase(
        "A picture of nobody",
        "media:\n  - ⟦1:⟧file: quay.jpg\n    alt: A quay\n  - {file: quay.jpg, alt: A quay, credit: C}",
        "1 picture-without-credit: picture without credit → add credit: who made it"),
    RuleCase(
        "Corrections of one day",
        "corrections:\n  - {date: ⟦2:1911-08-20⟧, text: a}\n  - {date: 1911-07, text: b}\n  - {date: ⟦1:1911-08⟧, text: c}",
        "2 corrections-overlap: correction on the day of another → make one correction of the two, or date them to the day (1 the other)"
    ),
    RuleCase(
        "What is registered and not named",
        files: [
            "Content/actors.yml": "⟦1:nobody⟧: {name: Nobody}\n",
            "Content/places.yml": "⟦1:nowhere⟧: {name: Nowhere}\n",
            "Content/sources.yml":
                "gazette: {title: Report, date: 1911-08-12}\n⟦1:unread⟧: {title: Unread}\n",
        ],
        "actors.yml@1 orphan-actor: 'nobody' is named by no entry → name it in an entry, or remove it",
        "places.yml@1 orphan-place: 'nowhere' is named by no entry → name it in an entry, or remove it",
        "sources.yml@1 orphan-source: 'unread' is named by no entry → name it in an entry, or remove it"),
    RuleCase(
        "What a draft may name, and what a page cites",
        files: [
            "Content/actors.yml": "⟦1:nobody⟧: {name: Nobody}\n",
            "Content/sources.yml":
                "gazette: {title: Report, date: 1911-08-12}\ncited: {title: Cited, date: 1911}\n",
            "Content/pages/about.md": "---\ntitle: About\n---\nText.[^cited]\n",
            "Content/events/draft.md": "---\ndraft: true\n---\n",
        ],
        "actors.yml@1 orphan-actor: 'nobody' is named by no entry → name it in an entry, or remove it ( drafts were not read; --drafts reads them)"
    ),
    RuleCase(
        "Nothing is an orphan beside what could not be read",
        files: [
            "Content/actors.yml": "nobody: {name: Nobody}\n",
            "Content/events/bad.md": "⟦1:---⟧\ntitle: x\n",
        ],
        "events/bad.md@1 front-matter-unclosed: front matter has no end"),
    RuleCase(
        "Places with nearly one name",
        "places: [rajin, other-port, ⟦3:Other Prot⟧, Pier 1, Pier 2, ⟦4:OTHER PORT 2⟧, Other port 3]",
        files: [
            "Content/places.yml":
                "⟦1:rajin⟧: {name: Rajin port}\n⟦2:najin⟧: {name: Najin Port}\n⟦5:other-port⟧: {name: Other port}\n"
        ],
        "places.yml@2 near-place-name: 'Najin Port' is close to 'Rajin port' → use one name for one place, or names that tell two apart (places.yml@1 the other name)",
        "places.yml@2 orphan-place: 'najin' is named by no entry → name it in an entry, or remove it",
        "3 near-place-name: 'Other Prot' is close to 'Other port' → write other-port (places.yml@5 the other name)"
    ),
    RuleCase(
        "A registered place under its name",
        "places: [⟦1:Najin Port⟧]", files: ["Content/places.yml": "⟦1:najin⟧: {name: Najin port}\n"],
        "1 near-place-name: 'Najin Port' is close to 'Najin port' → write najin (places.yml@1 the other name)",
        "places.yml@1 orphan-place: 'najin' is named by no entry → name it in an entry, or remove it"),
    RuleCase(
        "One event twice",
        files: [
            TestSite.entryPath: entry("⟦1:Harbour closed to all ships⟧", "1911-08-11"),
            "Content/events/b.md": entry("⟦1:To ships, the harbour is closed⟧", "1911-08-11/1911-08-12"),
            "Content/events/c.md": entry("Harbour closed to all ships", "1911-08-12"),
            "Content/events/d.md": entry("Day 1 of the long strike", "1911-08-10"),
            "Content/events/e.md": entry("Day 2 of the long strike", "1911-08-10"),
            "Content/events/f.md": entry(
                "Harbour closed to all ships", "1911-08-12", "see_also: [c]"),
        ],
        "1 near-duplicate: nearly the same as 'To ships, the harbour is closed' → make one entry of the two, or add see_also: (events/b.md@1 the other entry)"
    ),
    RuleCase(
        "Names that stand in two entries",
        "actors: [⟦1:The Crowd⟧, The Crowd]\nplaces: [⟦2:New Quay⟧]\neditor_notes: [{text: x, sources: [⟦3:{title: Log, date: 1911}⟧]}]\ngroup: ⟦4:Other things⟧",
        files: [
            "Content/events/z.md": entry(
                "Another", "1911-08-12",
                "actors: [⟦1:the crowd⟧]\nplaces: [⟦2:New Quay⟧]\neditor_notes: [{text: x, sources: [⟦3:{title: Log, date: 1911}⟧]}]\ngroup: ⟦4:Other things⟧"
            )
        ],
        "1 repeated-name: actor 'The Crowd' is used in 2 entries → register it in Content/actors.yml (events/z.md@1 and here)",
        "2 repeated-name: place 'New Quay' is used in 2 entries → register it in Content/places.yml (events/z.md@2 and here)",
        "3 repeated-name: source 'Log' is used in 2 entries → register it in Content/sources.yml (events/z.md@3 and here)",
        "4 repeated-name: group 'Other things' is used in 2 entries → register it in Content/timeline.yml (events/z.md@4 and here)"
    ),
]

private func words(_ count: Int) -> String { Array(repeating: "no", count: count).joined(separator: " ") }

private func claimed(_ summary: String, _ date: String = "1911-08-11", status: String = "claimed") -> String {
    """
    ---
    title: On \(date)
    date: \(date)
    status: \(status)
    summary: \(summary)
    claims: [{by: port-authority, stance: asserts, says: x, date: \(date), source: \(date > "1911-08-12" ? "courier" : "gazette")}]
    ---

    """
}

private func expected(_ date: String, _ status: String, _ keys: String = "") -> String {
    """
    ---
    title: In \(date)
    date: \(date)
    status: \(status)
    claims: [{by: port-authority, stance: expects, says: x, date: 1911-08-11, source: gazette}]
    \(keys)
    ---

    """
}
