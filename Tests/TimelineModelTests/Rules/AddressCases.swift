/// Texts in place of addresses.
let addressCases: [RuleCase] = [
    RuleCase(
        "A blank in an address",
        "media: [{file: quay.jpg, alt: x, url: ⟦1:https://e.org/my pic⟧}]\nclaims: [{by: dockers, stance: asserts, says: x, source: {title: a, date: 1911, url: ⟦2:https://e.org/a b⟧}}]",
        "1 invalid-url: 'https://e.org/my pic' is not a web address → write https://e.org/my%20pic",
        "2 invalid-url: 'https://e.org/a b' is not a web address → write https://e.org/a%20b"
    ),
    RuleCase(
        "A blank in the address of an actor, of an archive, of the site",
        files: [
            "Content/timeline.yml": "title: Site\nbase_url: https://e.org/my⟦1: ⟧site/\n",
            "Content/actors.yml": "dockers: {name: Dockers, url: ⟦2:https://e.org/the union⟧}\n",
            "Content/sources.yml":
                "gazette:\n  title: Report\n  date: 1911-08-12\n  archive_url: ⟦3:\"https://web.example.org/1/http://e.org/a b\"⟧\n",
        ],
        "timeline.yml@1 invalid-base-url: 'https://e.org/my site/' is not an address of a site: it contains a space → write https://e.org/my%20site/",
        "actors.yml@2 invalid-url: 'https://e.org/the union' is not a web address → write https://e.org/the%20union",
        "sources.yml@3 invalid-url: 'https://web.example.org/1/http://e.org/a b' is not a web address → write https://web.example.org/1/http://e.org/a%20b"
    ),
    RuleCase(
        "An address with a blank in place of a source",
        "claims: [{by: dockers, stance: asserts, says: x, source: ⟦1:https://e.org/a b⟧}]",
        "1 invalid-url: 'https://e.org/a b' is not a web address → write https://e.org/a%20b"
    ),
    RuleCase(
        "A name in place of an address",
        files: ["Content/sources.yml": "gazette: {title: Report, date: 1911-08-12, url: ⟦1:The Gazette⟧}\n"],
        "sources.yml@1 invalid-url: 'The Gazette' is not a web address → write it as the publisher"),
    RuleCase(
        "A name in place of an address, and a publisher without a name",
        files: [
            "Content/sources.yml":
                "gazette:\n  publisher:\n  date: 1911-08-12\n  url: ⟦1:The Gazette⟧\n"
        ],
        "sources.yml@1 invalid-url: 'The Gazette' is not a web address → write it as the publisher"),
    RuleCase(
        "A name in place of an address beside a publisher",
        files: [
            "Content/sources.yml":
                "gazette: {publisher: Gazette, date: 1911-08-12, url: ⟦1:The Gazette⟧}\n"
        ],
        "sources.yml@1 invalid-url: 'The Gazette' is not a web address"),
    RuleCase(
        "An address without its scheme",
        files: ["Content/sources.yml": "gazette: {title: Report, date: 1911-08-12, url: ⟦1:e.org/a⟧}\n"],
        "sources.yml@1 invalid-url: 'e.org/a' is not a web address → write https://e.org/a"),
    RuleCase(
        "An address on two lines",
        files: [
            "Content/sources.yml":
                "gazette:\n  title: Report\n  date: 1911-08-12\n  url: ⟦1:https://e.org/a\n    b⟧\n"
        ],
        "sources.yml@1 invalid-url: 'https://e.org/a b' is not a web address → write https://e.org/a%20b → write https://e.org/a alone, and 'b' in a place of its own"
    ),
    RuleCase(
        "Hosts that are none",
        "media: [{file: quay.jpg, alt: x, url: ⟦1:\"http://-/\"⟧}]\nclaims: [{by: dockers, stance: asserts, says: x, source: {title: a, date: 1911, url: ⟦2:http://a..example/⟧}}]",
        files: [
            "Content/actors.yml":
                "dockers: {name: Dockers, url: ⟦3:\"https://e.org:99999/\"⟧}\nport-authority: {name: P}\n",
            "Content/sources.yml":
                "gazette:\n  title: Report\n  date: 1911-08-12\n  url: ⟦4:https://https://e.org⟧\n  archive_url: ⟦5:https://e. org/a⟧\n",
        ],
        "1 invalid-url: 'http://-/' is not a web address: it has no valid host",
        "2 invalid-url: 'http://a..example/' is not a web address: it has no valid host",
        "actors.yml@3 invalid-url: 'https://e.org:99999/' is not a web address: it has no port from 1 to 65535 after ':'",
        "sources.yml@4 invalid-url: 'https://https://e.org' is not a web address: it has two schemes → write https://e.org",
        "sources.yml@5 invalid-url: 'https://e. org/a' is not a web address: it has a space in its host → write https://e. alone, and 'org/a' in a place of its own"
    ),
    RuleCase(
        "Links to servers that there cannot be", "",
        body:
            "[a](⟦1:http://⟧) [b](⟦2:https:other.md⟧) [c](⟦3:https://https://e.org⟧) [d](⟦4:htps://e.org/x⟧) [e](⟦5:http://e.org:x/⟧) <⟦6:ftp://⟧> [f](<⟦7:https://a b/⟧>) [g](https://e.org) [h](geo:1,2) [i](mailto:a@e.org) [j](http://localhost:8080/)\n",
        "1 invalid-url: 'http://' is not a web address: it names no host",
        "2 invalid-url: 'https:other.md' is not a web address: it has no // after its scheme → write https://other.md → write other.md",
        "3 invalid-url: 'https://https://e.org' is not a web address: it has two schemes → write https://e.org",
        "4 invalid-url: 'htps://e.org/x' is not a web address: 'htps' is not a scheme of the web → write https://e.org/x",
        "5 invalid-url: 'http://e.org:x/' is not a web address: it has no port from 1 to 65535 after ':'",
        "6 invalid-url: 'ftp://' is not a web address: it names no host",
        "7 invalid-url: 'https://a b/' is not a web address: it has a space in its host"),
]
