/// Texts in place of addresses.
let addressCases: [RuleCase] = [
    RuleCase(
        "A blank in an address",
        "media: [{file: quay.jpg, alt: x, url: ⟦1:https://e.org/my pic⟧}]\nclaims: [{by: dockers, stance: asserts, says: x, source: {title: a, date: 1911, url: ⟦2:https://e.org/a b⟧}}]",
        "1 invalid-url: 'https://e.org/my pic' is no web address → write https://e.org/my%20pic",
        "2 invalid-url: 'https://e.org/a b' is no web address → write https://e.org/a%20b"),
    RuleCase(
        "A blank in the address of an actor, of an archive, of the site",
        files: [
            "Content/timeline.yml": "title: Site\nbase_url: https://e.org/my⟦1: ⟧site/\n",
            "Content/actors.yml": "dockers: {name: Dockers, url: ⟦2:https://e.org/the union⟧}\n",
            "Content/sources.yml":
                "gazette:\n  title: Report\n  date: 1911-08-12\n  archive_url: ⟦3:\"https://web.example.org/1/http://e.org/a b\"⟧\n",
        ],
        "timeline.yml@1 invalid-base-url: 'https://e.org/my site/' is no address of a site: it holds a blank → write https://e.org/my%20site/",
        "actors.yml@2 invalid-url: 'https://e.org/the union' is no web address → write https://e.org/the%20union",
        "sources.yml@3 invalid-url: 'https://web.example.org/1/http://e.org/a b' is no web address → write https://web.example.org/1/http://e.org/a%20b"
    ),
    RuleCase(
        "An address with a blank in place of a source",
        "claims: [{by: dockers, stance: asserts, says: x, source: ⟦1:https://e.org/a b⟧}]",
        "1 invalid-url: 'https://e.org/a b' is no web address → write https://e.org/a%20b"),
    RuleCase(
        "A name in place of an address",
        files: ["Content/sources.yml": "gazette: {title: Report, date: 1911-08-12, url: ⟦1:The Gazette⟧}\n"],
        "sources.yml@1 invalid-url: 'The Gazette' is no web address → write it as the publisher"),
    RuleCase(
        "A name in place of an address, and a publisher without a name",
        files: [
            "Content/sources.yml":
                "gazette:\n  publisher:\n  date: 1911-08-12\n  url: ⟦1:The Gazette⟧\n"
        ],
        "sources.yml@1 invalid-url: 'The Gazette' is no web address → write it as the publisher"),
    RuleCase(
        "A name in place of an address beside a publisher",
        files: [
            "Content/sources.yml":
                "gazette: {publisher: Gazette, date: 1911-08-12, url: ⟦1:The Gazette⟧}\n"
        ],
        "sources.yml@1 invalid-url: 'The Gazette' is no web address"),
    RuleCase(
        "An address without its scheme",
        files: ["Content/sources.yml": "gazette: {title: Report, date: 1911-08-12, url: ⟦1:e.org/a⟧}\n"],
        "sources.yml@1 invalid-url: 'e.org/a' is no web address → write https://e.org/a"),
    RuleCase(
        "An address on two lines",
        files: [
            "Content/sources.yml":
                "gazette:\n  title: Report\n  date: 1911-08-12\n  url: ⟦1:https://e.org/a\n    b⟧\n"
        ],
        "sources.yml@1 invalid-url: 'https://e.org/a b' is no web address → write https://e.org/a%20b"
    ),
]
