/// Characters that reverse the direction of text, and texts without visible characters.
let directionCases: [RuleCase] = [
    RuleCase(
        "Letters turned around", files: [TestSite.entryPath: text(title: "Port ⟦1:\u{202E}⟧gnihton\u{202C}")],
        "1 text-direction: U+202E turns letters around → leave it out"),
    RuleCase(
        "Letters turned around by an escape",
        files: [TestSite.entryPath: text(title: "⟦1:\"Port \\u202egnihton\"⟧")],
        "1 text-direction: U+202E turns letters around → leave it out"),
    RuleCase(
        "Directions that nothing ends",
        "summary: a ⟦1:\u{202B}⟧b\nactors: [\"x⟦2:\u{2067}⟧y\"]\nclaims: [{by: dockers, stance: asserts, says: \"a ⟦3:\u{2069}⟧b\", source: gazette}]\nmedia: [{file: quay.jpg, alt: \"⟦4:\u{202C}⟧x\", credit: \"a\u{2068}b⟦5:\u{202D}⟧c\"}]",
        files: [
            "Content/places.yml":
                "quay: {name: \"Quay⟦6:\u{2066}⟧\"}\nmill: {name: Mill, also: [\"⟦7:\u{206A}⟧x\"]}\n"
        ],
        "1 text-direction: U+202B changes the direction, and nothing ends it → leave it out",
        "2 text-direction: U+2067 changes the direction, and nothing ends it → leave it out",
        "3 text-direction: U+2069 ends no change of direction → leave it out",
        "4 text-direction: U+202C ends no change of direction → leave it out",
        "5 text-direction: U+202D turns letters around → leave it out",
        "places.yml@6 text-direction: U+2066 changes the direction, and nothing ends it → leave it out",
        "places.yml@7 text-direction: U+206A changes how letters are read → leave it out"),
    RuleCase(
        "A body, paragraph by paragraph", "", body: "# A⟦1:\u{2067}⟧b\n\nx ⟦2:\u{202E}⟧y\n\nz\n",
        "1 text-direction: U+2067 changes the direction, and nothing ends it → leave it out",
        "2 text-direction: U+202E turns letters around → leave it out"),
    RuleCase(
        "A body that writes it by a reference", "", body: "⟦1:⟧x &#x202E; y\n",
        "1 text-direction: U+202E turns letters around → leave it out"),
    RuleCase(
        "A claim that writes it by a reference",
        "claims: [{by: dockers, stance: asserts, says: ⟦1:\"a &#8238; b\"⟧, source: gazette}]",
        "1 text-direction: U+202E turns letters around → leave it out"),
    RuleCase(
        "Names of files",
        files: [
            "Content/events/a\u{202E}b.md": TestSite.entry().replacing("Harbour closed", with: "Other"),
            "Content/media/x\u{202E}gpj.zip": "x", "Content/media/a\u{200F}b.txt": "x",
        ],
        "events/a\u{202E}b.md@0..<0 text-direction: name of a file: U+202E turns letters around → give it a name without this character",
        "media/x\u{202E}gpj.zip@0..<0 text-direction: name of a file: U+202E turns letters around → give it a name without this character"
    ),
]

let invisibleCases: [RuleCase] = [
    RuleCase(
        "A title of nothing visible",
        files: [TestSite.entryPath: text(title: "⟦1:\"\u{200B}\u{301} \u{3164}\"⟧")],
        "1 invisible-text: text of nothing that can be seen"),
    RuleCase(
        "Names, summaries and items of nothing visible",
        "summary: ⟦1:\u{2060}⟧\nactors: [⟦2:\u{AD}⟧, dockers]\ntags: [⟦3:\"\\u200b\"⟧]",
        files: [
            "Content/places.yml": "quay: {name: ⟦4:\u{2800}⟧}\nmill: {name: Mill, also: [⟦5:\u{34F}⟧]}\n"
        ],
        "1 invisible-text: text of nothing that can be seen",
        "2 invisible-text: text of nothing that can be seen",
        "3 invisible-text: text of nothing that can be seen",
        "places.yml@4 invisible-text: text of nothing that can be seen",
        "places.yml@5 invisible-text: text of nothing that can be seen"),
]

/// Characters that some scripts need, and balanced changes of direction.
let harmlessDirectionCases: [RuleCase] = [
    RuleCase(
        "Joiners, marks of direction, and directions that end",
        "summary: \"می\u{200C}خواهم क्\u{200D}ष 👩\u{200D}🚀 A\u{200F}!\u{200E} \u{2067}שלום\u{2069} \u{202B}x\u{202C} soft\u{AD}hyphen ไทย\u{200B}ไทย\"\ntags: [\"🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} England\"]",
        body: "a \u{2067}b\nc\u{2069} d\n")
]

private func text(title: String) -> String {
    "---\ntitle: \(title)\ndate: 1911\nstatus: confirmed\nsources: [gazette]\n---\n"
}
