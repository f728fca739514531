private func entry(_ date: String, _ keys: String = "", path: String = TestSite.entryPath) -> [String:
    String?]
{
    [path: "---\ntitle: x\ndate: \(date)\nstatus: confirmed\nsources: [gazette]\n\(keys)---\n"]
}

private let unquoted = "date that YAML reads as something else"

let dateCases: [RuleCase] = [
    RuleCase(
        "A day that does not exist", files: entry("1911-02-⟦1:29⟧"),
        "1 date-syntax: February 1911 has 28 days"),
    RuleCase(
        "A list without quotes", files: entry("⟦1:[1911-08-11,1911-08-12]⟧"),
        "1 date-unquoted: \(unquoted) → write \"[1911-08-11,1911-08-12]\""),
    RuleCase(
        "A map without quotes", files: entry("⟦1:{1911-08,1911-09}⟧"),
        "1 date-unquoted: \(unquoted) → write \"{1911-08,1911-09}\""),
    RuleCase(
        "A map of one year twice is one mistake", files: entry("⟦1:{1911,1911}⟧"),
        "1 date-unquoted: \(unquoted) → write \"{1911,1911}\""),
    RuleCase(
        "A list whose items have quotes", files: entry("⟦1:[\"1911-08-11\", \"1911-08-12\"]⟧"),
        "1 date-unquoted: \(unquoted) → write \"[1911-08-11,1911-08-12]\" → write \"{1911-08-11,1911-08-12}\""
    ),
    RuleCase(
        "A year of two digits", files: entry("⟦1:44⟧"),
        "1 date-syntax: A year has four digits → write 0044 for 44 CE → write 1944 → write 2044"),
    RuleCase(
        "A month, or years", files: entry("⟦1:1911/12⟧"),
        "1 date-syntax: A month follows a hyphen, and a year has four digits → write 1911-12 for December 1911 → write \"[1911,1912]\" for 1911 or 1912 → write 1911/1912 for 1911–1912 → write \"{1911,1912}\" for 1911 and 1912"
    ),
    RuleCase(
        "date_text longer than a line", "date_text: ⟦1:\"\(String(repeating: "é", count: 201))\"⟧",
        "1 date-text-too-long: date_text of 201 characters → write when it was in a line, and the rest into the summary or the body"
    ),
    RuleCase(
        "A list over lines", files: entry("⟦1:[1911-01,\n   1911-02]⟧"),
        "1 date-unquoted: \(unquoted) → write \"[1911-01,1911-02]\""),
    RuleCase(
        "A directive", files: entry("⟦1:%1911-08⟧ # about", "tagz: x\n".replacing("tagz", with: "⟦2:tagz⟧")),
        "1 date-unquoted: \(unquoted) → write \"%1911-08\"",
        "2 unknown-key: 'tagz' is not a key of entry → write tags"),
    RuleCase(
        "What follows a list", files: entry("⟦1:[1911,1912]/1913⟧", "actors: [⟦2:dockrs⟧]\n"),
        "1 date-unquoted: \(unquoted) → write \"[1911,1912]/1913\"",
        "2 unknown-actor: 'dockrs' is not a registered actor → write dockers"),
    RuleCase(
        "A bracket that the line does not close", files: entry("⟦1:[1911,1912⟧", "⟦2:tagz⟧: x\n"),
        "1 date-unquoted: \(unquoted) → write \"[1911,1912]\" for 1911 or 1912",
        "2 unknown-key: 'tagz' is not a key of entry → write tags"),
    RuleCase(
        "In a claim, block style",
        "claims:\n  - by: dockers\n    stance: asserts\n    says: x\n    date: ⟦1:%1911⟧\n    source: ⟦2:gazete⟧",
        "1 date-unquoted: \(unquoted) → write \"%1911\"",
        "2 unknown-source: 'gazete' is not a registered source → write gazette"),
    RuleCase(
        "First key of a claim",
        "claims:\n  - date: ⟦1:%1911⟧\n    by: dockers\n    stance: asserts\n    says: x",
        "1 date-unquoted: \(unquoted) → write \"%1911\""),
    RuleCase(
        "In a claim, flow style",
        "claims: [{by: dockers, date: ⟦1:%1911⟧, stance: asserts, says: x}, {date: ⟦2:[1911,1912]⟧, by: ⟦3:dockrs⟧, stance: asserts, says: y}]",
        "1 date-unquoted: \(unquoted) → write \"%1911\"",
        "2 date-unquoted: \(unquoted) → write \"[1911,1912]\"",
        "3 unknown-actor: 'dockrs' is not a registered actor → write dockers"),
    RuleCase(
        "In flow style over lines",
        "claims:\n  - {by: dockers, stance: asserts,\n     date: ⟦1:%1911⟧, says: x}",
        "1 date-unquoted: \(unquoted) → write \"%1911\""),
    RuleCase(
        "In a source of an entry",
        "media: []\nclaims: [{by: dockers, stance: asserts, says: x, source: ⟦3:{title: y, date: ⟦1:%1911⟧, accessed: ⟦2:%1912⟧}⟧}]",
        "1 date-unquoted: \(unquoted) → write \"%1911\"", "2 date-unquoted: \(unquoted) → write \"%1912\""),
    RuleCase(
        "In a correction", "corrections:\n  - {date: ⟦1:{1911,1912}⟧, text: x}",
        "1 date-unquoted: \(unquoted) → write \"{1911,1912}\""),
    RuleCase("In publish", "publish: ⟦1:%1911⟧", "1 date-unquoted: \(unquoted) → write \"%1911\""),
    RuleCase(
        "In the sources",
        files: [
            "Content/sources.yml":
                "gazette:\n  title: x\n  date: ⟦1:%1911⟧\n  accessed: ⟦2:[1911]⟧\n  ⟦3:langage⟧: en\n"
        ],
        "sources.yml@1 date-unquoted: \(unquoted) → write \"%1911\"",
        "sources.yml@2 date-unquoted: \(unquoted) → write \"[1911]\"",
        "sources.yml@3 unknown-key: 'langage' is not a key of source → write language"),
    RuleCase(
        "In the settings",
        files: [
            "Content/timeline.yml":
                "title: x\nas_of: ⟦1:%1911⟧\neras:\n  - {name: a, date: ⟦2:%1911⟧}\n  - name: b\n    date: ⟦3:[1911,1912]⟧\n"
        ],
        "timeline.yml@1 date-unquoted: \(unquoted) → write \"%1911\"",
        "timeline.yml@2 date-unquoted: \(unquoted) → write \"%1911\"",
        "timeline.yml@3 date-unquoted: \(unquoted) → write \"[1911,1912]\""),
    RuleCase(
        "Not what another mistake of YAML is", files: entry("[1911,1912]", "tags: ⟦1:[⟧a\n"),
        "1 yaml-syntax: bracket that is not closed"),
    RuleCase(
        "A date on the next line", files: entry("\n  ⟦1:%1911⟧"),
        "1 date-unquoted: \(unquoted) → write \"%1911\""),
    RuleCase(
        "In a file with CR LF and letters of more than one byte",
        files: [
            TestSite.entryPath:
                "---\r\ntitle: Häfen 港\r\ndate: ⟦1:%1911⟧\r\nstatus: confirmed\r\nsources: [⟦2:gazete⟧]\r\n---\r\n"
        ],
        "1 date-unquoted: \(unquoted) → write \"%1911\"",
        "2 unknown-source: 'gazete' is not a registered source → write gazette"),
    RuleCase(
        "A date without a day", files: entry("⟦1:../..⟧"),
        "1 date-without-position: '../..' names no day on either side"),
    RuleCase(
        "date_text in place of a date",
        files: [
            TestSite.entryPath:
                "---\n⟦1:⟧title: x\ndate_text: ⟦2:last summer⟧\nstatus: confirmed\nsources: [gazette]\n---\n"
        ],
        "1 missing-key: entry has no date → add date: an EDTF date",
        "2 date-text-without-date: date_text without a date"),
    RuleCase(
        "date_text against the date", files: entry("⟦2:1911-08⟧", "date_text: in ⟦1:June⟧\n"),
        "1 date-text-against-date: \"June\" lies outside the date, August 1911 (2 the date is here)"),
    RuleCase(
        "date_text finer than the date", files: entry("⟦2:1911-08⟧", "date_text: \"on ⟦1:11 August⟧\"\n"),
        "1 date-text-against-date: \"11 August\" names a day, but the date is only August 1911 (2 the date is here)"
    ),
    RuleCase(
        "The first of January", files: entry("⟦1:1911-01-01⟧"),
        "1 invented-precision: 1 January, to the day → write the year alone, or confirm the day with date_text: 1 January …"
    ),
    RuleCase(
        "A correction before publication",
        "publish: 1911-09-01\ncorrections: [{date: ⟦1:1911-08-31⟧, text: x}]",
        files: ["Content/events/other.md": TestSite.entry("corrections: [{date: 1911-10-01, text: y}]")],
        "1 correction-before-publish: correction of an entry that was not yet published"),
    RuleCase(
        "A day in the settings that is none",
        files: ["Content/timeline.yml": "title: x\nas_of: ⟦1:1911-08⟧\n"],
        "timeline.yml@1 wrong-kind: expected a full day, found '1911-08'"),
    RuleCase(
        "What the settings cannot take is not offered",
        files: ["Content/timeline.yml": "title: x\nas_of: ⟦1:mid⟧-1911\n"],
        "timeline.yml@1 date-syntax: EDTF has no word for early, mid and late"),
    RuleCase(
        "Days that the settings can take",
        files: ["Content/timeline.yml": "title: x\nas_of: ⟦1:3/4/1911⟧\n"],
        "timeline.yml@1 date-syntax: A date is written year first, with hyphens: YYYY-MM-DD → write 1911-04-03 for 3 April 1911 → write 1911-03-04 for 4 March 1911"
    ),
    RuleCase(
        "A list in place of a day",
        files: ["Content/timeline.yml": "title: x\nas_of: ⟦1:[1911,1912]⟧\n"],
        "timeline.yml@1 date-unquoted: \(unquoted)"),
    RuleCase(
        "A day that a month does not have", files: entry("31 ⟦1:June⟧ 1911"),
        "1 date-syntax: June 1911 has 30 days"),
    RuleCase(
        "In braces with a question mark", "corrections: [{date: ⟦1:?1911-08⟧, text: x}]",
        "1 date-unquoted: \(unquoted) → write \"?1911-08\""),
    RuleCase(
        "The place in a folded text", files: entry("⟦2:1911-08-11⟧", "date_text: >-\n  in\n  ⟦1:June⟧\n"),
        "1 date-text-against-date: \"June\" lies outside the date, 11 August 1911 (2 the date is here)"),
]
