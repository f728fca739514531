import Files

@testable import TimelineModel

let siteCases: [RuleCase] = [
    RuleCase(
        "What is registered with a mistake is registered",
        "actors: [a]\nplaces: [p]\ngroup: g\nclaims: [{by: a, stance: asserts, says: x, source: s}]",
        body: "[^s]\n",
        files: [
            "Content/actors.yml": "a: {⟦1:nmae⟧: A, name: ⟦2:[A]⟧}\n",
            "Content/places.yml": "p: {name: P, lat: ⟦1:north⟧, lon: 5}\n",
            "Content/sources.yml": "s: {title: S, date: ⟦1:soon⟧}\ngazette: {title: G}\n"
                .replacing("⟦1:soon⟧", with: "⟦1:s⟧oon"),
            "Content/timeline.yml": "title: x\ngroups: [⟦1:{id: g}⟧]\n",
        ],
        "actors.yml@1 unknown-key: 'nmae' is not a key of actor → write name",
        "actors.yml@2 wrong-kind: expected text, found a list",
        "places.yml@1 wrong-kind: expected a number, found 'north'",
        "sources.yml@1 date-syntax: A year of four digits must stand here",
        "timeline.yml@1 missing-key: group has no name → add name: text"),
    RuleCase(
        "Two moments of one day",
        files: [
            "Content/timeline.yml":
                "title: x\nmoments:\n- {date: ⟦1:1911-08-11⟧, title: A}\n- {date: ⟦2:1911-08-11⟧, title: B}\n"
        ],
        "timeline.yml@2 duplicate-moment: 1911-08-11 has a moment already (timeline.yml@1 first written here)"
    ),
    RuleCase(
        "What is named in an entry with mistakes is there",
        files: [
            TestSite.entryPath: TestSite.entry(
                "order: ⟦1:x⟧\nclaims: [{id: a, by: dockers, stance: ⟦2:say⟧, says: x}]", body: "# One\n"),
            "Content/events/b.md": TestSite.entry(
                "see_also: [closed]\nclaims: [{by: dockers, stance: doubts, of: closed#a}]",
                body: "[a](closed.md#one) [b](../pages/about.md#two)\n"),
            "Content/pages/about.md": "---\n⟦1:⟧summary: x\n---\n# Two\n",
        ],
        "1 wrong-kind: expected a whole number, found 'x'",
        "2 unknown-stance: 'say' is not a valid stance → write one of asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts",
        "pages/about.md@1 missing-key: page has no title → add title: text"),
    RuleCase(
        "A kind that is none says nothing about the content's status",
        "kind: ⟦1:statment⟧\ncontent_status: claimed\nclaims: [{by: dockers, stance: asserts, says: x}]",
        "1 unknown-value: 'statment' is not a valid kind of entry → write statement"),
    RuleCase(
        "A byte that is no letter", bytes: [TestSite.entryPath: Array("---\n".utf8) + [0xC3, 0x28, 0x0A]],
        "4..<5 invalid-utf8: byte that is not UTF-8"),
    RuleCase(
        "A byte that is no letter, in a data file", bytes: ["Content/actors.yml": Array("a: ".utf8) + [0xFF]],
        "actors.yml@3..<4 invalid-utf8: byte that is not UTF-8"),
    RuleCase(
        "Symbolic links, and what is no file",
        unread: [
            UnreadFile("Content/events/a.md", .leadsNowhere), UnreadFile("Content/events/b", .leadsUp),
            UnreadFile("Content/events/c", .leadsToTheSame), UnreadFile("Content/events/d.md", .special),
            UnreadFile("Content/media/e.png", .leadsOut),
        ],
        "events/a.md@0..<0 unusable-link: 'events/a.md' is a symbolic link that leads nowhere → remove it, or repair its target",
        "events/b@0..<0 repeated-folder: 'events/b' is a symbolic link to a folder that contains it → remove it",
        "events/c@0..<0 repeated-folder: 'events/c' is a second symbolic link to one folder → remove one of the two",
        "events/d.md@0..<0 unread-file: 'events/d.md' is not a file but a pipe, a socket or a device → replace it by a file",
        "media/e.png@0..<0 unusable-link: 'media/e.png' is a symbolic link that leads out of Content → replace it by a copy of its target"
    ),
    RuleCase(
        "A folder that is a link to nothing", unread: [UnreadFile("Content", .leadsNowhere)],
        "@0..<0 unusable-link: 'Content' is a symbolic link that leads nowhere → remove it, or repair its target"
    ),
    RuleCase(
        "A folder that is a link to one above", unread: [UnreadFile("Content", .holdsTheSite)],
        "@0..<0 unusable-link: 'Content' is a symbolic link to a folder that contains the site → let it lead to a separate folder"
    ),
    RuleCase(
        "Media that run",
        files: [
            "Content/media/report.HTML": "<p>", "Content/media/shell.php": "<p>",
            "Content/media/drawing.svg":
                "<svg width='1' height='1'><!-- <script> --><g title='onload=x' ⟦1:onload⟧ = 'x'/></svg>",
            "Content/media/link.svg": "<svg width='1' height='1'><a href=\" ⟦1:JavaScript:⟧x()\"/></svg>",
            "Content/media/named.svg": "<svg width='1' height='1'>⟦1:<s:SCRIPT⟧/></svg>",
            "Content/media/still.svg":
                "<svg width='1' height='1'><style>a{content:'<'}</style><text data-on='on'>script on = javascript:</text></svg>",
        ],
        "media/drawing.svg@1 running-media: 'drawing.svg' contains a script → save it again without scripts",
        "media/link.svg@1 running-media: 'link.svg' contains a script → save it again without scripts",
        "media/named.svg@1 running-media: 'named.svg' contains a script → save it again without scripts",
        "media/report.HTML@0..<0 running-media: 'report.HTML' is of a kind that runs in a browser or on a server → link to it at an address of its own, or save it as PDF or as a picture",
        "media/shell.php@0..<0 running-media: 'shell.php' is of a kind that runs in a browser or on a server → link to it at an address of its own, or save it as PDF or as a picture"
    ),
    RuleCase(
        "No settings and no entry", files: ["Content/timeline.yml": nil, TestSite.entryPath: nil],
        "timeline.yml@0..<0 settings-missing: no timeline.yml",
        "timeline.yml@0..<0 no-entries: no entry in Content/events"),
    RuleCase(
        "Empty settings", files: ["Content/timeline.yml": "⟦1:⟧"],
        "timeline.yml@1 missing-key: timeline.yml has no title → add title: text"),
    RuleCase(
        "Settings that cannot be read hide no status",
        files: [
            "Content/timeline.yml": "title: ⟦1:\"⟧x\n",
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nsources: [gazette]\n---\n",
        ],
        "timeline.yml@1 yaml-syntax: quote that is not closed"),
    RuleCase(
        "A status by default that is none",
        files: [
            "Content/timeline.yml": "title: x\ndefaults: {status: ⟦1:confirmd⟧}\n",
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nsources: [gazette]\n---\n",
        ],
        "timeline.yml@1 unknown-status: 'confirmd' is not a valid status → write confirmed"),
    RuleCase(
        "Sources that cannot be read hide no citation", "", body: "[^anything]\n",
        files: ["Content/sources.yml": "a: ⟦1:\"⟧x\n"],
        "sources.yml@1 yaml-syntax: quote that is not closed"),
    RuleCase(
        "A file that nobody reads",
        files: ["Content/events/a.txt": "⟦1:⟧x", "Content/timelin.yml": "⟦1:⟧", "Content/a.md": "⟦1:⟧"],
        "a.md@1 unread-file: 'a.md' is not read", "events/a.txt@1 unread-file: 'events/a.txt' is not read",
        "timelin.yml@1 unread-file: 'timelin.yml' is not read → name it timeline.yml"),
    RuleCase(
        "A file that tells about its folder",
        files: [
            "Content/events/README.md": "⟦1:⟧# Entries\n", "Content/events/a/readme.de.md": "⟦1:⟧",
            "Content/pages/ReadMe.md": "⟦1:⟧x\n",
            "Content/events/b/README.md": TestSite.entry("date_text: August 1911").replacing("-11", with: ""),
        ],
        "events/README.md@1 unread-file: 'events/README.md' has no front matter, and is not an entry → keep it beside Content, or begin it with front matter",
        "events/a/readme.de.md@1 unread-file: 'events/a/readme.de.md' has no front matter, and is not an entry → keep it beside Content, or begin it with front matter",
        "pages/ReadMe.md@1 unread-file: 'pages/ReadMe.md' has no front matter, and is not an entry → keep it beside Content, or begin it with front matter"
    ),
    RuleCase(
        "Nothing but a file about its folder",
        files: [TestSite.entryPath: nil, "Content/events/README.md": "⟦1:⟧x"],
        "events/README.md@1 unread-file: 'events/README.md' has no front matter, and is not an entry → keep it beside Content, or begin it with front matter",
        "timeline.yml@0..<0 no-entries: no entry in Content/events"),
    RuleCase(
        "A slug that is too long", "slug: ⟦1:\(String(repeating: "a", count: 250))⟧\naliases: [⟦2:index⟧]",
        "1 invalid-slug: slug of 250 letters: file names have room for 200",
        "2 invalid-slug: 'index' is the list of all, and not a valid slug"),
    RuleCase(
        "A slug of letters of several bytes", "slug: ⟦1:\(String(repeating: "港", count: 70))⟧",
        "1 invalid-slug: slug of 70 letters, which are 210 bytes: file names have room for 200"),
    RuleCase(
        "Links without a path", "", body: "⟦1:[x]()⟧ ⟦2:[y](<>)⟧ ⟦3:![z]()⟧\n",
        "1 dead-link: link without a path: there is nothing between its parentheses → write the path of a file, or leave the link out",
        "2 dead-link: link without a path: there is nothing between its parentheses → write the path of a file, or leave the link out",
        "3 missing-media: image without a path: there is nothing between its parentheses → write the path of a file, or leave the image out"
    ),
    RuleCase(
        "Names of files but for their capitals",
        "media: [{file: ⟦1:QUAY.JPG⟧, alt: x}]", body: "![a](⟦2:../media/Quay.JPG⟧) [b](⟦3:CLOSED.md⟧)\n",
        "1 missing-media: 'QUAY.JPG' is not in Content/media → write quay.jpg",
        "2 missing-media: '../media/Quay.JPG' is not in Content/media → write ../media/quay.jpg",
        "3 dead-link: 'CLOSED.md' is not a file → write closed.md"),
    RuleCase(
        "A comma makes no list of a text",
        "places: ⟦1:Paris, Texas⟧\nactors: ⟦2:\"Smith, Jones\"⟧\ntags: ⟦3:strike harbour⟧\naliases: ⟦4:old⟧",
        "1 wrong-kind: expected a list, each item text, or a map with the keys of place, found text → write [\"Paris, Texas\"] for one → write [Paris, Texas] for 2",
        "2 wrong-kind: expected a list, each item an id of actors, found text → write [\"Smith, Jones\"] for one → write [Smith, Jones] for 2",
        "3 wrong-kind: expected a list, each item an id of tags, found text → write [strike harbour] for one → write [strike, harbour] for 2",
        "4 wrong-kind: expected a list, each item text, found text → write [old]"),
    RuleCase(
        "Neither does a blank, nor a sign, nor their absence",
        "actors: ⟦1:old new⟧\nplaces: ⟦2:a/b⟧\ntags: ⟦3:a+b⟧\naliases: ⟦4:old;⟧",
        files: ["Content/actors.yml": nil, "Content/places.yml": nil],
        "1 wrong-kind: expected a list, each item an id of actors, found text → write [old new] for one → write [old, new] for 2",
        "2 wrong-kind: expected a list, each item text, or a map with the keys of place, found text → write [a/b] for one → write [a, b] for 2",
        "3 wrong-kind: expected a list, each item an id of tags, found text → write [\"a+b\"] for one → write [a, b] for 2",
        "4 wrong-kind: expected a list, each item text, found text → write [\"old;\"] for one → write [old] for one without its signs",
        "4 invalid-slug: 'old;' is not a valid slug → write old"),
    RuleCase(
        "A language without words", files: ["Content/timeline.yml": "title: x\nlanguage: ⟦1:ko⟧\n"],
        "timeline.yml@1 language-without-words: 'ko' has no table of words yet"),
    RuleCase(
        "Rules",
        files: [
            "Content/timeline.yml":
                "title: x\nrules:\n  ⟦1:unknown-keys⟧: off\n  yaml-syntax: ⟦2:off⟧\n  raw-html: ⟦3:fatal⟧\n  dead-link: error\n"
        ],
        "timeline.yml@1 unknown-rule: 'unknown-keys' is not a rule → write unknown-key",
        "timeline.yml@2 mandatory-rule: 'yaml-syntax' cannot be off",
        "timeline.yml@3 unknown-value: 'fatal' is not a severity → write error, warning, note or off"),
    RuleCase(
        "A map that is neither", files: ["Content/timeline.yml": "title: x\nmap: ⟦1:fasle⟧\n"],
        "timeline.yml@1 wrong-kind: expected true or false, found 'fasle'"),
    RuleCase(
        "A theme that would be more",
        files: [
            "Content/timeline.yml":
                "title: x\ntheme: {accent: ⟦1:'red;}'⟧, font_text: ⟦2:'a; }'⟧, font_heading: ⟦3:\"\\\"a'b\\\"c'\"⟧, ⟦4:acent⟧: '#fff'}\n"
        ],
        "timeline.yml@1 invalid-colour: 'red;}' is not a colour",
        "timeline.yml@2 wrong-kind: expected names of type faces, found 'a; }'",
        "timeline.yml@3 wrong-kind: expected names of type faces, found '\"a'b\"c''",
        "timeline.yml@4 unknown-key: 'acent' is not a key of theme → write accent"),
    RuleCase(
        "An address that is no site's",
        files: ["Content/timeline.yml": "title: x\nbase_url: https://x.example/⟦1:?⟧q\n"],
        "timeline.yml@1 invalid-base-url: 'https://x.example/?q' is not an address of a site: it has a query"),
    RuleCase(
        "Formats that do not exist",
        files: [
            "Content/timeline.yml":
                "title: x\nexports: [json, ⟦1:icalender⟧, ⟦2:xlsx⟧]\nfeeds: {since: ⟦3:2026⟧, ⟦4:limt⟧: 5}\n"
        ],
        "timeline.yml@1 unknown-value: 'icalender' is not a valid export format → write icalendar",
        "timeline.yml@2 unknown-value: 'xlsx' is not a valid export format → write one of json, jsonl, records, csv, timelinejs, geojson, icalendar, atom, jsonfeed",
        "timeline.yml@3 wrong-kind: expected a full day, found '2026'",
        "timeline.yml@4 unknown-key: 'limt' is not a key of feeds → write limit"
    ),
    RuleCase(
        "Cards that no page can name",
        files: ["Content/timeline.yml": "title: x\ncards: ⟦1:true⟧\n"],
        "timeline.yml@1 cards-without-address: cards are drawn, but no page names them → write base_url: with the address at which the site will be published"
    ),
    RuleCase(
        "Cards of a site with an address",
        files: ["Content/timeline.yml": "title: x\nbase_url: https://x.example/\ncards: true\n"]),
    RuleCase(
        "Settings that ask for nothing",
        files: ["Content/timeline.yml": "title: x\ncards: false\nexports: []\nfeeds: null\n"]),
    RuleCase(
        "Hosts of frames that are none",
        files: [
            "Content/timeline.yml":
                "title: x\nembed: {hosts: [⟦1:https://news.example/a⟧, ⟦2:https://müller.example⟧], ⟦3:entrys⟧: true}\n"
        ],
        "timeline.yml@1 embed-host: 'https://news.example/a' has a path → write https://news.example",
        "timeline.yml@2 embed-host: 'https://müller.example' has no host in plain ASCII",
        "timeline.yml@3 unknown-key: 'entrys' is not a key of embed → write entries"),
    RuleCase(
        "Frames that are neither on nor off",
        files: ["Content/timeline.yml": "title: x\nembed: ⟦1:maybe⟧\n"],
        "timeline.yml@1 wrong-kind: expected true or false, found 'maybe'"),
    RuleCase(
        "Pages of no entries",
        files: ["Content/timeline.yml": "title: x\npage_size: ⟦1:0⟧\nfeeds: {limit: ⟦2:-1⟧}\n"],
        "timeline.yml@1 wrong-kind: expected a number above zero, found 0",
        "timeline.yml@2 wrong-kind: expected a number above zero, found -1"),
]

let harmlessCases: [RuleCase] = [
    RuleCase("A sound site", files: [:]),
    RuleCase(
        "Registries without anything", "actors: [anyone]\nplaces: [anywhere]\n",
        files: ["Content/actors.yml": "", "Content/places.yml": "# nothing\n"]),
    RuleCase(
        "No registries", "actors: [anyone]\ngroup: any",
        files: [
            "Content/actors.yml": nil, "Content/places.yml": nil, "Content/sources.yml": nil,
            "Content/timeline.yml": "title: x",
        ]),
    RuleCase(
        "Text that stands for itself",
        "actors: [The Dockers' Union]\nplaces: [New Quay]\ngroup: Executive power\ntags: [anything]"),
    RuleCase("Keys without values", "summary:\nactors:\nclaims: []\noutcome:\nslug: \"\"\ngroup: ''"),
    RuleCase(
        "The first of January, confirmed", "date_text: 1 January 1911",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-01-01\ndate_text: 1 January 1911\nstatus: confirmed\nsources: [gazette]\n---\n"
        ]),
    RuleCase(
        "The first of January, approximate",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911-01-01~\nstatus: confirmed\nsources: [gazette]\n---\n"
        ]),
    RuleCase(
        "A denial taken back",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: confirmed\nclaims:\n  - {id: a, by: dockers, stance: asserts, says: x, source: gazette}\n  - {id: b, by: port-authority, stance: denies, of: a, source: gazette}\n  - {by: port-authority, stance: confirms, of: a, source: gazette}\n---\n"
        ]),
    RuleCase(
        "A denial of a denial",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: confirmed\nclaims:\n  - {id: a, by: dockers, stance: asserts, says: x, source: gazette}\n  - {id: b, by: port-authority, stance: denies, of: a, source: gazette}\n  - {by: port-authority, stance: retracts, of: b, source: gazette}\n  - {by: dockers, stance: denies, of: b, source: gazette}\n---\n"
        ]),
    RuleCase(
        "A denial as the event",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nkind: statement\nstatus: confirmed\ncontent_status: denied\nclaims:\n  - {by: dockers, stance: denies, says: x, source: gazette}\n---\n"
        ]),
    RuleCase(
        "Unrated, and nobody claims anything",
        files: [
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nstatus: unrated\nsources: [gazette]\n---\n"
        ]),
    RuleCase(
        "A denial on the same day",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: disputed\nclaims:\n  - {id: a, by: dockers, stance: asserts, says: x, date: 1911-08-11, source: gazette}\n  - {by: port-authority, stance: denies, of: a, date: 1911-08, source: gazette}\n---\n"
        ]),
    RuleCase("Someone unnamed", "claims: [{by: unnamed, by_text: An official, stance: asserts, says: x}]"),
    RuleCase(
        "Drafts may have mistakes",
        files: ["Content/events/d.md": "---\ndraft: true\ntagz: x\ndate: soon\n---\n[a](gone.md)\n"]),
    RuleCase(
        "Entries of a later day may name each other",
        files: [
            "Content/events/l1.md": TestSite.entry(
                "publish: 1999\nsee_also: [l2, closed]", body: "# A\n\n[x](l2.md) [y](#a) [z](closed.md)\n"),
            "Content/events/l2.md": TestSite.entry("publish: 1999"),
        ]),
    RuleCase(
        "Raw HTML where it is wanted", "", body: "<b>x</b>\n",
        files: ["Content/timeline.yml": "title: x\nraw_html: true\n"]),
    RuleCase(
        "Links that lead somewhere", "",
        body:
            "# A\n\n[a](closed.md) [b](../pages/about.md#x) [c](../media/quay.jpg) [d](#a) [e](https://example.com) [f](mailto:a@b.example) ![g](../media/quay.jpg)\n",
        files: [
            "Content/pages/about.md": "---\ntitle: About\n---\n# X\n"
        ]),
    RuleCase(
        "What looks like an unquoted date in a text",
        "summary: |\n  date: [1911,1912\n  date: %x\nextra: {note: 'date: %1911'}"),
    RuleCase("Dates in quotes", "publish: \"%1911\"\ncorrections: [{date: '{1911,1912}', text: x}]\n"),
    RuleCase(
        "Qualified dates in flow style",
        "corrections: [{date: 1911-08?, text: x}, {text: x, date: 1911?}, {date: 1911-08~, text: x}]\npublish: ?1911-08"
    ),
    RuleCase(
        "CR LF, a byte order mark, and no last line end",
        files: [
            TestSite.entryPath:
                "\u{FEFF}---\r\ntitle: Häfen\r\ndate: 1911\r\nstatus: confirmed\r\nsources: [gazette]\r\n---\r\nText",
            "Content/timeline.yml": "\u{FEFF}title: x\r\n",
        ]),
    RuleCase(
        "Hidden files and copies of editors",
        files: ["Content/timeline.yml~": "", "Content/x.bak": "", "Content/#a.md#": ""]),
]
