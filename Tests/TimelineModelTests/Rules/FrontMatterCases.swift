let frontMatterCases: [RuleCase] = [
    RuleCase(
        "A bracket that is never closed, before other keys",
        "actors: ⟦1:[⟧dockers\ntags: [x]\ngroup: shipping",
        "1 yaml-syntax: bracket that is not closed"),
    RuleCase(
        "A character that begins no value", "summary: ⟦1:⟧@foo",
        "1 yaml-syntax: '@' cannot begin a value → put the value in quotes"),
    RuleCase(
        "A line without a key", "⟦1:⟧just text",
        "1 yaml-syntax: line that is neither a key nor a value → write key: value"),
    RuleCase(
        "A star in front", "summary: *foo⟦1:⟧* bar",
        "1 yaml-syntax: did not find expected alphabetic or numeric character while scanning an alias → put a value that begins with * or & in quotes"
    ),
    RuleCase(
        "A quote inside of quotes", "summary: \"he said \"⟦1:⟧x\" ok\"",
        "1 yaml-syntax: did not find expected key while parsing a block mapping → indent keys of one map alike; inside of quotes double them or use others"
    ),
    RuleCase(
        "A colon in a plain text", "summary: one⟦1:⟧: two",
        "1 yaml-syntax: colon inside of a value → put the value in quotes; for a new key begin a new line"),
    RuleCase(
        "A quote that is never closed",
        files: [TestSite.entryPath: "---\ntitle: ⟦1:\"⟧Harbour\ndate: 1911\n---\n"],
        "1 yaml-syntax: quote that is not closed"),
    RuleCase(
        "A quote that the next quote closes",
        files: [TestSite.entryPath: "---\ntitle: ⟦1:\"⟧Harbour\nsummary: \"⟦2:⟧two\"\ndate: 1911\n---\n"],
        "1 yaml-syntax: quote that is not closed on its line (2 it ends here)"),
    RuleCase(
        "An item at the start of a line without a comma before it",
        "actors: [\"dockers\"\n⟦1:⟧\"port-authority\"]",
        "1 yaml-syntax: did not find expected ',' or ']' while parsing a flow sequence"),
    RuleCase(
        "A bracket that is never closed", "actors: ⟦1:[⟧dockers",
        "1 yaml-syntax: bracket that is not closed"),
    RuleCase(
        "A tab before a key", "extra:\n⟦1:⟧\ta: b",
        "1 yaml-syntax: expected spaces, found a tab → indent with spaces"),
    RuleCase("Two documents", "⟦1:---⟧ x\n", "1 yaml-syntax: second document in one file"),
    RuleCase(
        "A control character", "summary: a⟦1:⟧\u{1}b", "1 yaml-syntax: control characters are not allowed"),
    RuleCase(
        "Nesting without end", "extra: {a: \(String(repeating: "[", count: 30))⟦1:[⟧",
        "1 yaml-syntax: nested more than 32 levels deep"),
    RuleCase(
        "An anchor and its alias", "summary: ⟦1:&a text⟧\nextra: {b: ⟦2:*a⟧}",
        "1 yaml-alias: anchor before a value", "2 yaml-alias: expected a value, found an alias"),
    RuleCase(
        "An alias is nobody's missing key",
        files: [
            TestSite.entryPath: "---\ntitle: ⟦1:*a⟧\ndate: ⟦2:*a⟧\nstatus: ⟦3:*a⟧\nsources: ⟦4:*a⟧\n---\n"
        ],
        "1 yaml-alias: expected a value, found an alias", "2 yaml-alias: expected a value, found an alias",
        "3 yaml-alias: expected a value, found an alias", "4 yaml-alias: expected a value, found an alias"),
    RuleCase("A tag", "summary: ⟦1:!!str 5⟧", "1 yaml-tag: tag before a value"),
    RuleCase(
        "A tag and an alias before a mistake that ends the reading",
        "summary: ⟦1:!!str 5⟧\nextra: {b: ⟦2:*a⟧}\nactors: ⟦3:[⟧dockers",
        "1 yaml-tag: tag before a value", "2 yaml-alias: expected a value, found an alias",
        "3 yaml-syntax: bracket that is not closed"),
    RuleCase(
        "A control character that an escape writes", "summary: ⟦1:\"a\\x00b\"⟧",
        "1 control-character: control character in a text"),
    RuleCase(
        "A control character in a body",
        files: [
            TestSite.entryPath:
                "---\ntitle: a\ndate: 1911\nstatus: confirmed\nsources: [{title: b}]\n---\nÄ⟦1:\u{1}⟧b\n"
        ],
        "1 control-character: control character in a text"),
    RuleCase(
        "A control character that a reference writes",
        files: [
            TestSite.entryPath:
                "---\ntitle: a\ndate: 1911\nstatus: confirmed\nsources: [{title: b}]\n---\n⟦1:⟧a&#1;b\n"
        ],
        "1 control-character: reference to a control character in the text"),
    RuleCase(
        "Numbers that contradict each other",
        "quantities:\n  - ⟦1:{label: a, min: 9, max: 2}⟧\n  - ⟦2:{label: a, min: 1, value: 2}⟧",
        "1 wrong-kind: min 9 above max 2",
        "2 wrong-kind: quantity with a value and bounds → write value:, or min: and max:"),
    RuleCase(
        "A key that stands twice", "⟦1:summary⟧: a\n⟦2:summary⟧: b",
        "2 duplicate-key: 'summary' is defined twice (1 first written here)"),
    RuleCase(
        "No front matter", files: [TestSite.entryPath: "⟦1:Harbour⟧\nclosed\n"],
        "1 front-matter-missing: no front matter"),
    RuleCase(
        "An empty file", files: [TestSite.entryPath: "⟦1:⟧"], "1 front-matter-missing: no front matter"),
    RuleCase(
        "Front matter without an end", files: [TestSite.entryPath: "⟦1:---⟧\ntitle: Harbour\n--- x\n"],
        "1 front-matter-unclosed: front matter has no end"),
    RuleCase(
        "A page without front matter", files: ["Content/pages/about.md": "⟦1:# About⟧\n"],
        "pages/about.md@1 front-matter-missing: no front matter"),
    RuleCase(
        "YAML that cannot be read does not hide the body", "summary: ⟦1:\"⟧open",
        body: "[x](⟦2:gone.md⟧) ⟦3:<b>⟧\n",
        "1 yaml-syntax: quote that is not closed",
        "2 dead-link: 'gone.md' is not a file",
        "3 raw-html: HTML in Markdown was left out → write it in Markdown, or set raw_html: true in timeline.yml"
    ),
    RuleCase(
        "What names an entry that cannot be read is not wrong",
        files: [
            TestSite.entryPath: "⟦1:---⟧\ntitle: Harbour\n",
            "Content/events/b.md": TestSite.entry(
                "see_also: [closed]\nclaims: [{by: dockers, stance: denies, of: closed#x, source: gazette}]",
                body: "[a](closed.md#claim_x)"),
        ],
        "1 front-matter-unclosed: front matter has no end"),
]

let keyCases: [RuleCase] = [
    RuleCase("An unknown key", "⟦1:tagz⟧: [a]", "1 unknown-key: 'tagz' is not a key of entry → write tags"),
    RuleCase(
        "An unknown key like none", "⟦1:analytics⟧: x", "1 unknown-key: 'analytics' is not a key of entry"),
    RuleCase(
        "An unknown key inside",
        "claims:\n  - by: dockers\n    stance: asserts\n    says: x\n    ⟦1:sorce⟧: gazette",
        "1 unknown-key: 'sorce' is not a key of claim → write source"),
    RuleCase(
        "Nothing at all", files: [TestSite.entryPath: "---\n⟦1:⟧---\n"],
        "1 missing-key: entry has no title → add title: text",
        "1 missing-key: entry has no date → add date: an EDTF date",
        "1 missing-key: entry has no status → add status:, or defaults: {status: …} in timeline.yml",
        "0..<0 entry-without-source: entry has no source → add source: to a claim, or sources:"),
    RuleCase(
        "No title, no status, and a bad date",
        files: [
            TestSite.entryPath:
                "---\n⟦1:⟧date: 1911-⟦2:13⟧-01\nsources: [gazette]\nactors: [⟦3:dockrs⟧]\n---\n"
        ],
        "1 missing-key: entry has no title → add title: text",
        "1 missing-key: entry has no status → add status:, or defaults: {status: …} in timeline.yml",
        "2 date-syntax: Month 13 does not exist; the month comes before the day → write 1911-01-13 for 13 January 1911",
        "3 unknown-actor: 'dockrs' is not a registered actor → write dockers"),
    RuleCase(
        "A title of blanks",
        files: [
            TestSite.entryPath:
                "---\n⟦1:⟧title: \"  \"\ndate: 1911\nstatus: confirmed\nsources: [gazette]\n---\n"
        ],
        "1 missing-key: entry has no title → add title: text"),
    RuleCase(
        "A claim without its stance keeps its id",
        "claims:\n  - ⟦1:⟧id: a\n    by: dockers\n    says: x\n    source: gazette\n  - {by: dockers, stance: doubts, of: a}",
        "1 missing-key: claim has no stance → add stance: one of asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts"
    ),
    RuleCase(
        "A claim without its speaker", "claims:\n  - ⟦1:⟧stance: asserts\n    says: x",
        "1 missing-key: claim has no by → add by: an actor, or unnamed with by_text:"),
    RuleCase(
        "Unnamed, in no words", "claims: [⟦1:⟧{by: unnamed, stance: asserts, says: x}]",
        "1 missing-key: claim has no by_text → add by_text:"),
    RuleCase(
        "A quantity of nothing", "quantities: [⟦1:{label: Ships}⟧]",
        "1 missing-key: quantity has no value → add value:, or min: and max:"),
    RuleCase(
        "A source with neither title nor publisher",
        files: ["Content/sources.yml": "gazette: {title: Report, date: 1911-08-12}\nx:\n  ⟦1:⟧kind: news\n"],
        "sources.yml@1 missing-key: source has neither title nor publisher → add title: or publisher:"),
    RuleCase(
        "Half a point", files: ["Content/places.yml": "quay: {name: Quay, lat: ⟦1:53.5⟧}"],
        "places.yml@1 missing-key: place has lat and no lon → add lon: a number"),
    RuleCase(
        "A registered id without facts", files: ["Content/actors.yml": "⟦1:dockers⟧:\n"],
        "actors.yml@1 missing-key: actor has no name → add name: text"),
    RuleCase(
        "A text in place of a list", "actors: ⟦1:dockrs⟧",
        "1 wrong-kind: expected a list, each item an id of actors, found text → write [dockrs]",
        "1 unknown-actor: 'dockrs' is not a registered actor → write dockers"),
    RuleCase(
        "A map in place of a list of maps",
        "claims: ⟦1:{by: dockers, stance: asserts, says: x, source: gazette}⟧",
        "1 wrong-kind: expected a list, each item a map with the keys of claim, found a map → write [{by: dockers, stance: asserts, says: x, source: gazette}]"
    ),
    RuleCase(
        "A text in place of a map", "outcome: ⟦1:happened⟧",
        "1 wrong-kind: expected a map with the keys of outcome, found text"),
    RuleCase("A list in place of text", "summary: ⟦1:[a, b]⟧", "1 wrong-kind: expected text, found a list"),
    RuleCase(
        "A word in place of a number", "order: ⟦1:first⟧",
        "1 wrong-kind: expected a whole number, found 'first'"),
    RuleCase("A plus before a number", "order: ⟦1:+5⟧", "1 wrong-kind: expected a whole number, found '+5'"),
    RuleCase(
        "A number that does not fit", "order: ⟦1:99999999999999999999⟧",
        "1 wrong-kind: expected a whole number, found '99999999999999999999'"),
    RuleCase(
        "Yes in place of true", "draft: ⟦1:yes⟧",
        "1 wrong-kind: expected true or false, found 'yes' → write true"
    ),
    RuleCase(
        "A month in place of a day", "minor: ⟦1:2024-05⟧",
        "1 wrong-kind: expected a full day, found '2024-05'"),
    RuleCase(
        "A number with an exponent", "quantities: [{label: x, value: ⟦1:1e3⟧}]",
        "1 wrong-kind: expected a number, found '1e3'"),
    RuleCase(
        "Dates in a block list",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\nstatus: confirmed\nsources: [gazette]\ndate:\n  ⟦1:- 1911\n  - 1912⟧\n---\n"
        ],
        "1 wrong-kind: expected an EDTF date, found a list"),
    RuleCase(
        "The status of a content that there is not",
        "content_status: ⟦1:claimed⟧\nclaims: [{by: dockers, stance: asserts, says: x}]",
        "1 wrong-kind: content_status of an event → add kind: statement, or write status alone"),
    RuleCase("A text for templates", "extra: ⟦1:anything⟧", "1 wrong-kind: expected a map, found text"),
    RuleCase(
        "A front matter that is a list",
        files: [TestSite.entryPath: "---\n⟦1:- title: x\n- date: 1911⟧\n---\n"],
        "1 wrong-kind: expected a map with the keys of entry, found a list"),
    RuleCase(
        "A registry that is a list", files: ["Content/actors.yml": "⟦1:- dockers⟧\n"],
        "actors.yml@1 wrong-kind: expected a map of ids, each with the keys of actor, found a list"),
    RuleCase(
        "A key that is a list", "? ⟦1:[a, b]⟧\n: c", "1 wrong-kind: expected a key, found a list"),
    RuleCase(
        "An unknown kind", "kind: ⟦1:Event⟧",
        "1 unknown-value: 'Event' is not a valid kind of entry → write event"),
    RuleCase(
        "An unknown outcome", "outcome: {result: ⟦1:soon⟧}",
        "1 unknown-value: 'soon' is not a valid result → write one of happened, unfulfilled, open"),
    RuleCase(
        "An unknown status",
        files: [
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nstatus: ⟦1:Confirmed⟧\nsources: [gazette]\n---\n"
        ],
        "1 unknown-status: 'Confirmed' is not a valid status → write confirmed"),
    RuleCase(
        "An unknown status of a statement's content",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nkind: statement\nstatus: confirmed\ncontent_status: ⟦1:disputd⟧\nsources: [gazette]\n---\n"
        ],
        "1 unknown-status: 'disputd' is not a valid status → write disputed"),
    RuleCase(
        "An unknown stance", "claims: [{by: dockers, stance: ⟦1:denys⟧, says: x, source: gazette}]",
        "1 unknown-stance: 'denys' is not a valid stance → write denies"),
    RuleCase("Importance above the range", "importance: ⟦1:4⟧", "1 importance-range: importance 4"),
    RuleCase("Importance below the range", "importance: ⟦1:-1⟧", "1 importance-range: importance -1"),
    RuleCase(
        "An address that runs code",
        "claims: [{by: dockers, stance: asserts, says: x, source: {title: y, date: 1911, url: ⟦1:'javascript:alert(1)'⟧}}]",
        "1 invalid-url: 'javascript:alert(1)' is not a web address"),
    RuleCase(
        "A colour by its name",
        files: ["Content/timeline.yml": "title: x\ngroups: [{id: a, name: A, color: ⟦1:red⟧}]\n"],
        "timeline.yml@1 invalid-colour: 'red' is not a colour"),
    RuleCase(
        "A language in words",
        "claims: [{by: dockers, stance: asserts, quote: x, quote_language: ⟦1:Korean language⟧, source: gazette}]",
        "1 invalid-language: 'Korean language' is not a language tag"),
]
