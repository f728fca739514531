let referenceCases: [RuleCase] = [
    RuleCase(
        "An actor, a place, a group, a source",
        "actors: [⟦1:dockrs⟧]\nplaces: [⟦2:west-habour⟧]\ngroup: ⟦3:nobody-knows⟧\nclaims: [{by: dockers, stance: asserts, says: x, source: ⟦4:gazete⟧}]",
        "1 unknown-actor: 'dockrs' is not a registered actor → write dockers",
        "2 unknown-place: 'west-habour' is not a registered place → write west-harbour",
        "3 unknown-group: 'nobody-knows' is not a registered group → register it in Content/timeline.yml",
        "4 unknown-source: 'gazete' is not a registered source → write gazette"),
    RuleCase(
        "A draft and a claim in it",
        "see_also: [⟦1:draft⟧]\nclaims: [{by: dockers, stance: denies, of: ⟦2:draft#c⟧, says: x}]",
        files: ["Content/events/draft.md": TestSite.entry("draft: true")],
        "1 unknown-entry: 'draft' is a draft, which is not on the site",
        "2 unknown-claim: 'draft' is a draft, which is not on the site"),
    RuleCase(
        "A withheld entry and a claim in it, whose own mistakes are not reported",
        "see_also: [⟦1:secret⟧]\nclaims: [{by: dockers, stance: denies, of: ⟦2:secret#c⟧, says: x}]",
        body: "[x](⟦3:secret.md⟧)",
        files: ["Content/events/secret.md": TestSite.entry("withheld: true\ngroup: nowhere\norder: first")],
        "1 unknown-entry: 'secret' is withheld, and not on the site",
        "2 unknown-claim: 'secret' is withheld, and not on the site",
        "3 dead-link: 'Content/events/secret.md' is not on the site: it is a draft, withheld, or published later"
    ),
    RuleCase(
        "Actors everywhere",
        "places: [{id: old-quay, by: ⟦1:a1⟧}]\nroute: [{from: old-quay, to: ⟦2:p1⟧, claimed_by: [⟦3:a2⟧]}]\nquantities: [{label: x, value: 1, claimed_by: ⟦4:a3⟧}]\nclaims: [{by: [dockers, ⟦5:a4⟧], via: ⟦6:a5⟧, stance: asserts, says: x}]",
        "1 unknown-actor: 'a1' is not a registered actor → register it in Content/actors.yml",
        "2 unknown-place: 'p1' is not a registered place → register it in Content/places.yml",
        "3 unknown-actor: 'a2' is not a registered actor → register it in Content/actors.yml",
        "4 unknown-actor: 'a3' is not a registered actor → register it in Content/actors.yml",
        "5 unknown-actor: 'a4' is not a registered actor → register it in Content/actors.yml",
        "6 unknown-actor: 'a5' is not a registered actor → register it in Content/actors.yml"),
    RuleCase(
        "A group by default that there is not",
        files: ["Content/timeline.yml": "title: x\ngroups: [{id: a, name: A}]\ndefaults: {group: ⟦1:bb⟧}\n"],
        "timeline.yml@1 unknown-group: 'bb' is not a registered group → register it in Content/timeline.yml"),
    RuleCase(
        "Entries that there are not",
        "see_also: [⟦1:closd⟧]\noutcome: {result: happened, entry: ⟦2:elsewhere⟧}",
        "1 unknown-entry: 'closd' is the slug of no entry → write closed",
        "2 unknown-entry: 'elsewhere' is the slug of no entry"),
    RuleCase(
        "An entry that is on the site later",
        "see_also: [⟦1:later⟧]\nclaims: [{by: dockers, stance: ⟦5:denies⟧, of: ⟦2:later#a⟧, source: gazette}]",
        body: "[x](⟦3:later.md⟧)",
        files: [
            "Content/events/later.md": TestSite.entry(
                "publish: 1999-01-01\nclaims: [{id: a, by: dockers, stance: asserts, says: x, source: gazette}]"
            ).replacing("confirmed", with: "⟦4:confirmed⟧")
        ],
        "1 unknown-entry: 'later' is on the site only later",
        "2 unknown-claim: 'later#a' is on the site only later",
        "3 dead-link: 'Content/events/later.md' is not on the site: it is a draft, withheld, or published later",
        "events/later.md@4 status-against-claims: confirmed, and denied → write disputed, or say which claim the denial answers (5 it is denied here)"
    ),
    RuleCase(
        "A text that makes no id", "actors: [⟦1:index⟧, ⟦2:\"!!\"⟧]",
        "1 invalid-id: 'index' makes no id", "2 invalid-id: '!!' makes no id"),
    RuleCase(
        "Ids of registries",
        files: ["Content/actors.yml": "⟦1:Port Authority⟧: {name: x}\n⟦2:index⟧: {name: y}\n"],
        "actors.yml@1 invalid-id: 'Port Authority' is not a valid id → write port-authority",
        "actors.yml@2 invalid-id: 'index' is the list of all, and not a valid id"),
    RuleCase(
        "A group twice",
        files: [
            "Content/timeline.yml":
                "title: x\ngroups:\n  - id: ⟦1:a⟧\n    name: A\n  - {id: ⟦2:a⟧, name: B}\n"
        ],
        "timeline.yml@2 duplicate-key: group 'a' is defined twice (timeline.yml@1 first written here)"),
    RuleCase(
        "A slug that is none", "slug: ⟦1:Harbour Closed⟧",
        "1 invalid-slug: 'Harbour Closed' is not a valid slug → write harbour-closed"),
    RuleCase(
        "A file's name that makes no slug", files: ["Content/events/index.md": "⟦1:⟧" + TestSite.entry()],
        "events/index.md@1 invalid-slug: 'index' is the list of all, and not a valid slug"),
    RuleCase(
        "An alias that is no slug", "aliases: [⟦1:A b⟧]",
        "1 invalid-slug: 'A b' is not a valid slug → write a-b"),
    RuleCase(
        "One slug twice", "slug: ⟦1:other⟧", files: ["Content/events/other.md": "⟦2:⟧" + TestSite.entry()],
        "events/other.md@2 duplicate-slug: slug 'other' is taken → write another slug:, or rename the file (1 taken here)"
    ),
    RuleCase(
        "One page twice",
        files: [
            "Content/pages/a.md": "---\ntitle: x\nslug: ⟦1:b⟧\n---\n",
            "Content/pages/b.md": "⟦2:⟧---\ntitle: y\n---\n",
        ],
        "pages/b.md@2 duplicate-slug: slug 'b' is taken → write another slug:, or rename the file (pages/a.md@1 taken here)"
    ),
    RuleCase(
        "An alias that shadows a page", "aliases: [⟦1:other⟧]",
        files: ["Content/events/other.md": "⟦2:⟧" + TestSite.entry()],
        "1 alias-shadows-page: alias 'other' is taken → remove the alias (events/other.md@2 taken here)"),
    RuleCase(
        "An alias twice", "aliases: [⟦1:old⟧, ⟦2:old⟧]",
        "2 alias-shadows-page: alias 'old' is taken → remove the alias (1 taken here)"),
    RuleCase(
        "No source", files: [TestSite.entryPath: "---\ntitle: ⟦1:x⟧\ndate: 1911\nstatus: confirmed\n---\n"],
        "1 entry-without-source: entry has no source → add source: to a claim, or sources:"),
    RuleCase(
        "A citation of nothing", "", body: "Words.⟦1:[^gazete]⟧\n",
        "1 unknown-citation: 'gazete' is not a registered source → write [^gazette]"),
    RuleCase(
        "A citation without a date", "", body: "Words.⟦1:[^courier]⟧\n",
        "1 citation-without-date: cited source has no date (sources.yml@43..<50 the source is here)"),
    RuleCase(
        "A degree too many", files: ["Content/places.yml": "a: {name: A, lat: ⟦1:90.01⟧, lon: ⟦2:-181⟧}\n"],
        "places.yml@1 latitude-range: latitude 90.01", "places.yml@2 longitude-range: longitude -181"),
    RuleCase(
        "Several sources in one text",
        "claims:\n  - {by: dockers, stance: asserts, says: x, source: ⟦1:\"gazette, courier\"⟧}\n  - {by: dockers, stance: asserts, says: x, source: [⟦2:gazette courier⟧, ⟦3:gazette/courier⟧, ⟦4:\"Gazette, p. 12\"⟧]}",
        "1 several-in-one: 'gazette, courier' is one text, and names several sources → write [gazette, courier], or each as an item of its list, for 2 → give the source a title: and a publisher: for one",
        "1 citation-without-date: cited source has no date (1 the source is here)",
        "2 several-in-one: 'gazette courier' is one text, and names several sources → write [gazette, courier], or each as an item of its list, for 2 → give the source a title: and a publisher: for one",
        "2 citation-without-date: cited source has no date (2 the source is here)",
        "3 several-in-one: 'gazette/courier' is one text, and names several sources → write [gazette, courier], or each as an item of its list, for 2 → give the source a title: and a publisher: for one",
        "3 citation-without-date: cited source has no date (3 the source is here)",
        "4 citation-without-date: cited source has no date (4 the source is here)"),
    RuleCase(
        "Several actors and places in one text",
        "actors: [⟦1:\"port-authority, dockers\"⟧, ⟦2:port-authority and dockers⟧, ⟦3:\"Port Authority, Dockers\"⟧, ⟦4:\"port-authority; Board\"⟧, ⟦7:\"(Port-authority: dockers)\"⟧, \"Smith, Jones\", TCP/IP]\nplaces: [⟦5:west-harbour old-quay⟧, {id: ⟦6:west-harbour+old-quay⟧}]",
        "1 several-in-one: 'port-authority, dockers' is one text, and names several actors → write [port-authority, dockers], or each as an item of its list, for 2 → register it under an id of its own for one",
        "2 several-in-one: 'port-authority and dockers' is one text, and names several actors → write [port-authority, dockers], or each as an item of its list, for 2 → register it under an id of its own for one",
        "3 several-in-one: 'Port Authority, Dockers' is one text, and names several actors → write [Port Authority, Dockers], or each as an item of its list, for 2 → register it under an id of its own for one",
        "4 several-in-one: 'port-authority; Board' is one text, and names several actors → write [port-authority, Board], or each as an item of its list, for 2 → register it under an id of its own for one",
        "7 several-in-one: '(Port-authority: dockers)' is one text, and names several actors → write [Port-authority, dockers], or each as an item of its list, for 2 → register it under an id of its own for one",
        "5 several-in-one: 'west-harbour old-quay' is one text, and names several places → write [west-harbour, old-quay], or each as an item of its list, for 2 → register it under an id of its own for one",
        "6 several-in-one: 'west-harbour+old-quay' is one text, and names several places → write [west-harbour, old-quay], or each as an item of its list, for 2 → register it under an id of its own for one"
    ),
    RuleCase(
        "Several tags in one text, and two words that are one",
        "tags: [⟦1:\"strike, rail\"⟧, ⟦2:strike-1911 rail⟧, strike rail]",
        files: [
            "Content/timeline.yml":
                "title: Site\ngroups: [{id: shipping, name: Shipping}]\ntags: {strike: {name: S}, rail: {name: R}, strike-1911: {name: T}}\n"
        ],
        "1 several-in-one: 'strike, rail' is one text, and names several tags → write [strike, rail], or each as an item of its list, for 2 → register it under an id of its own for one",
        "2 several-in-one: 'strike-1911 rail' is one text, and names several tags → write [strike-1911, rail], or each as an item of its list, for 2 → register it under an id of its own for one"
    ),
]
