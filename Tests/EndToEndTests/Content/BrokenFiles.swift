/// An entry whose only mistake is in the given lines, at the mark.
private func entry(
    _ name: String, _ marked: String = "", title: String = "title: A title",
    date: String = "date: 2023-09-13",
    status: String = "status: confirmed", sources: String = "sources: [sound-source]",
    body: String = "A text."
) -> (path: String, text: String) {
    let lines = [title, date, status, sources, marked].filter { !$0.isEmpty }
    return ("events/broken/\(name).md", "---\n\(lines.joined(separator: "\n"))\n---\n\(body)\n")
}

private func file(_ path: String, _ text: String) -> (path: String, text: String) { (path, text) }

private func claim(_ lines: String) -> String { "claims:\n  - " + lines }

private let sound = "id: sound, by: sound-actor, stance: asserts, says: It is so, source: sound-source"

/// One file for each mistake, with the rule that it breaks; the text for a registry is added to it. A file without
/// a mark belongs to another mistake.
let brokenFiles: [(rule: String, file: (path: String, text: String))] = [
    ("", file("actors.yml", "sound-actor: {name: Sound}\n")),
    (
        "",
        file(
            "sources.yml",
            "sound-source: {publisher: Sound, date: 2023-09-13}\nsound-undated: {publisher: Sound}\n")
    ),

    // Front matter
    ("yaml-syntax", entry("syntax", "tags: ⟦⟧[a, b")),
    ("front-matter-unclosed", file("events/broken/unclosed.md", "⟦⟧---\ntitle: x\ndate: 2023\n")),
    ("front-matter-missing", file("events/broken/missing.md", "⟦⟧title: x\n")),
    ("yaml-alias", entry("alias", "summary: ⟦⟧*other")),
    ("duplicate-key", entry("twice", "summary: One\n⟦⟧summary: Two")),
    ("unknown-key", entry("key", "⟦⟧sumary: Short")),
    ("wrong-kind", entry("kind", "actors: ⟦⟧sound-actor")),
    ("unknown-value", entry("value", "kind: ⟦⟧evnt")),

    // Dates
    ("date-syntax", entry("date", date: "date: 2023-⟦⟧9-13")),
    ("date-unquoted", entry("unquoted", date: "date: ⟦⟧[2023-09-13,2023-09-14]")),
    ("date-text-without-date", entry("wording", date: "date_text: ⟦⟧in September")),
    ("missing-key", entry("wording", title: "⟦⟧title: A title", date: "date_text: in September")),
    ("date-text-against-date", entry("against", "date_text: on ⟦⟧14 September 2023")),
    ("invented-precision", entry("january", date: "date: ⟦⟧2023-01-01")),
    (
        "correction-before-publish",
        entry("corrected", "publish: 2023-09-13\ncorrections: [{date: ⟦⟧2023-09-12, text: Wrong.}]")
    ),

    // Status and claims
    ("unknown-status", entry("status", status: "status: ⟦⟧confirmd")),
    ("unknown-stance", entry("stance", claim("{by: sound-actor, stance: ⟦⟧assert, says: It is so}"))),
    (
        "unknown-claim",
        entry("claim", claim("{\(sound)}\n  - {by: sound-actor, stance: confirms, of: ⟦⟧sond}"))
    ),
    (
        "status-against-claims",
        entry(
            "denied",
            claim("{\(sound)}\n  - {by: sound-actor, stance: denies, of: sound, source: sound-source}"),
            status: "status: ⟦⟧confirmed")
    ),
    (
        "denial-before-claim",
        entry(
            "early",
            claim(
                "{\(sound), date: 2023-09-13}\n  - {by: sound-actor, stance: denies, of: sound, date: ⟦⟧2023-09-12}"
            ),
            status: "status: disputed")
    ),
    (
        "quote-without-speaker",
        entry("speaker", claim("{stance: asserts, quote: ⟦⟧We did, source: sound-source}"))
    ),
    (
        "quote-without-source",
        entry("quote", claim("{by: sound-actor, stance: asserts, quote: ⟦⟧We did}"))
    ),

    // Names
    ("unknown-actor", entry("actor", "actors: [⟦⟧sound-acter]")),
    ("unknown-place", entry("place", "places: [⟦⟧pyongjang]")),
    ("unknown-group", entry("group", "group: ⟦⟧diplomaci")),
    ("unknown-source", entry("source", sources: "sources: [⟦⟧sound-sorce]")),
    ("unknown-entry", entry("entry", "see_also: [⟦⟧nothing]")),
    ("entry-without-source", entry("sourceless", title: "title: ⟦⟧A title", sources: "")),
    ("duplicate-slug", entry("slug-b", "slug: ⟦⟧slug-a")),
    ("", entry("slug-a")),
    ("invalid-slug", entry("slug", "slug: ⟦⟧Not A Slug")),
    ("alias-shadows-page", entry("shadow", "aliases: [⟦⟧slug-a]")),

    // Texts and media
    ("dead-link", entry("link", body: "A [link](⟦⟧nowhere.md).")),
    ("dead-anchor", entry("anchor", body: "Ein längeres Wort, a [link](⟦⟧slug-a.md#nothing).")),
    ("unknown-citation", entry("citation", body: "한국어 ⟦⟧[^sound-sorce]")),
    ("citation-without-date", entry("undated", body: "A text.⟦⟧[^sound-undated]")),
    ("raw-html", entry("html", body: "A ⟦⟧<b>text</b>.".replacing("</b>", with: ""))),
    ("missing-media", entry("media", "media: [{file: ⟦⟧none.jpg, alt: A quay}]")),
    ("missing-alt", entry("alt", "media:\n  - ⟦⟧file: quay.jpg")),
    ("picture-without-size", file("media/quay.jpg", "⟦⟧not really a picture")),
    ("latitude-range", file("places.yml", "broken: {name: Broken, lat: ⟦⟧91.5, lon: 1}\n")),

    // Templates
    ("template-unknown-name", file("Templates/home.mustache", "<h1>{{⟦⟧titel}}</h1>\n")),
    ("template-unknown-partial", file("Templates/list.mustache", "<h1>\n{{> ⟦⟧nothing}}\n")),
    ("template-unclosed-section", file("Templates/page.mustache", "<h1>\n  ⟦⟧{{#site}}\n</h1>\n")),
]
