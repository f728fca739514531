private let asserted =
    "{id: a, by: port-authority, stance: asserts, says: x, date: ⟦2:1911-08-12⟧, source: gazette}"

let claimCases: [RuleCase] = [
    RuleCase(
        "Known only after it was said",
        "known: ⟦1:1911-08-2X⟧\nclaims: [\(asserted)]",
        "1 known-after-claim: known from 1911-08-20 on, and a claim is older → write the day of the first claim, or leave known: out (2 it was made here)"
    ),
    RuleCase("Known before it was said", "known: 1911-08-1X\nclaims: [\(asserted)]"),
    RuleCase(
        "A history that ends elsewhere",
        files: [
            TestSite.entryPath: TestSite.entry(
                "history: [{date: 1911-08-12, status: claimed}, {date: 1911-08-13, status: ⟦1:disputed⟧}]"
            ).replacing("status: confirmed", with: "status: ⟦2:confirmed⟧")
        ],
        "1 history-steps: history ends with disputed, and status is confirmed → add the step that led to confirmed, or change status (2 the status)"
    ),
    RuleCase(
        "A history out of order",
        "history: [{date: ⟦2:1911-08-13⟧, status: claimed}, {date: ⟦1:1911-08-12⟧, status: confirmed}]",
        "1 history-steps: step before the one above it → list the steps in the order of their dates (2 the other)"
    ),
    RuleCase(
        "A history because of no claim",
        "claims: [\(asserted)]\nhistory: [{date: 1911-08-12, status: confirmed, because: ⟦1:b⟧}]",
        "1 unknown-claim: 'b' is not a claim"),
    RuleCase(
        "A history of no status", "history: [{date: 1911-08-12, status: ⟦1:sure⟧}]",
        "1 unknown-status: 'sure' is not a valid status → write one of confirmed, claimed, disputed, denied, speculated, expected, retracted, unrated"
    ),
    RuleCase(
        "A correction of keys that do not exist",
        "corrections: [{date: 1911-08-20, text: x, was: {⟦1:titel⟧: Old, ⟦2:slug⟧: old, status: ⟦3:sure⟧}}]",
        "1 unknown-key: 'titel' is not a key of former values → write title",
        "2 unknown-key: 'slug' is not a key of former values",
        "3 unknown-status: 'sure' is not a valid status → write one of confirmed, claimed, disputed, denied, speculated, expected, retracted, unrated"
    ),
    RuleCase(
        "An answer to no claim",
        "status: disputed\nclaims: [\(asserted), {by: dockers, stance: doubts, of: ⟦1:b⟧, source: gazette}]"
            .replacing("status: disputed\n", with: ""),
        "1 unknown-claim: 'b' is not a claim"),
    RuleCase(
        "An answer to nearly a claim",
        "claims: [{id: closure, by: dockers, stance: asserts, says: x}, {by: dockers, stance: doubts, of: ⟦1:closur⟧}]",
        "1 unknown-claim: 'closur' is not a claim → write closure"),
    RuleCase(
        "An answer to itself", "claims: [{id: a, by: dockers, stance: asserts, of: ⟦1:a⟧}]",
        "1 unknown-claim: 'a' is this claim itself"),
    RuleCase(
        "An answer to another entry",
        "claims: [{by: dockers, stance: doubts, of: ⟦1:othr#a⟧}, {by: dockers, stance: doubts, of: ⟦2:other#aa⟧}, {by: dockers, stance: doubts, of: other#first}]",
        files: [
            "Content/events/other.md": TestSite.entry(
                "claims: [{id: first, by: dockers, stance: asserts, says: x}]")
        ],
        "1 unknown-claim: 'othr#a' is not a claim → write other#a",
        "2 unknown-claim: 'other#aa' is not a claim"),
    RuleCase(
        "One claim twice",
        "claims: [{id: ⟦1:a⟧, by: dockers, stance: asserts, says: x}, {id: ⟦2:a⟧, by: dockers, stance: asserts, says: y}]",
        "2 duplicate-key: claim 'a' is defined twice (1 first written here)"),
    RuleCase(
        "A claim's id that is none", "claims: [{id: ⟦1:The Claim⟧, by: dockers, stance: asserts, says: x}]",
        "1 invalid-id: 'The Claim' is not a valid id → write the-claim"),
    RuleCase(
        "A quote that nobody says", "claims: [{stance: asserts, quote: ⟦1:\"No ship\"⟧, source: gazette}]",
        "1 quote-without-speaker: quote without a speaker → add by: an actor, or unnamed with by_text:"),
    RuleCase(
        "A quote from nowhere", "claims: [{by: dockers, stance: asserts, quote: ⟦1:\"No ship\"⟧}]",
        "1 quote-without-source: quote without a source → add source:"),
    RuleCase(
        "A claim of nothing", "claims:\n  - ⟦1:⟧by: dockers\n    stance: asserts",
        "1 claim-without-words: claim says nothing → add says:, quote: or of:"),
    RuleCase(
        "Words for a speaker who has a name, and for a quote that is not there",
        "claims:\n  - ⟦1:⟧by: dockers\n    by_text: someone\n    stance: asserts\n    says: a"
            + "\n  - ⟦2:⟧by: dockers\n    stance: asserts\n    says: a\n    quote_original: b",
        "1 idle-key: by_text beside a named speaker → write by: unnamed, or leave by_text out",
        "2 idle-key: quote_original without a quote → add quote:"),
    RuleCase(
        "What is wrong is not missing too",
        "claims: [{by: ⟦1:{a: b}⟧, stance: asserts, says: ⟦2:[x]⟧, quote: y, source: ⟦3:index⟧}]",
        "1 wrong-kind: expected an id of actors, found a map",
        "2 wrong-kind: expected text in inline Markdown, found a list",
        "3 invalid-id: 'index' makes no id"),
    RuleCase(
        "A denial before its time",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: disputed\nclaims:\n  - \(asserted)\n  - {by: dockers, stance: denies, of: a, date: ⟦1:1911-08-11⟧, source: gazette}\n---\n"
        ],
        "1 denial-before-claim: denial of a claim that was not yet made (2 the answered claim was made here)"),
    RuleCase(
        "Confirmed, and denied",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: ⟦1:confirmed⟧\nclaims:\n  - {id: a, by: dockers, stance: asserts, says: x, source: gazette}\n  - {by: port-authority, stance: ⟦2:denies⟧, of: a, source: gazette}\n---\n"
        ],
        "1 status-against-claims: confirmed, and denied → write disputed, or say which claim the denial answers (2 it is denied here)"
    ),
    RuleCase(
        "Claimed, and denied in another entry",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nstatus: ⟦1:claimed⟧\nclaims:\n  - {id: a, by: dockers, stance: asserts, says: x, source: gazette}\n---\n",
            "Content/events/b.md":
                "---\ntitle: x\ndate: 1912\nkind: statement\nstatus: confirmed\ncontent_status: denied\nclaims:\n  - {by: port-authority, stance: ⟦2:denies⟧, of: closed#a, source: gazette}\n---\n",
        ],
        "1 status-against-claims: claimed, and denied → write disputed, or say which claim the denial answers (events/b.md@2 it is denied here)"
    ),
    RuleCase(
        "A statement whose content is denied",
        files: [
            TestSite.entryPath:
                "---\ntitle: x\ndate: 1911\nkind: statement\nstatus: confirmed\ncontent_status: ⟦1:claimed⟧\nclaims:\n  - {by: port-authority, stance: ⟦2:denies⟧, says: y, source: gazette}\n---\n"
        ],
        "1 status-against-claims: claimed, and denied → write disputed, or say which claim the denial answers (2 it is denied here)"
    ),
    RuleCase(
        "Disputed by nobody",
        files: [
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nstatus: ⟦1:disputed⟧\nsources: [gazette]\n---\n"
        ],
        "1 status-against-claims: disputed, and nobody claims anything → add claims:"),
]
