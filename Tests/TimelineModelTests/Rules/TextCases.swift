import CommonMark

@testable import TimelineModel

private let html =
    "HTML in Markdown was left out → write it in Markdown, or set raw_html: true in timeline.yml"

private let blank = "a space ends the address of a link, so that readers see its source"

/// Alternating marks above and below, which a normal form would reorder.
private func marks(_ count: Int) -> String {
    String(String.UnicodeScalarView((0..<count).map { $0.isMultiple(of: 2) ? "\u{301}" : "\u{316}" }))
}

let textCases: [RuleCase] = [
    RuleCase(
        "A body that could not be read to its end",
        site: {
            var site = TestSite()
            let head = Array(TestSite.entry().utf8)
            site.bytes[TestSite.entryPath] =
                head + [UInt8](repeating: 0x0A, count: MarkdownDocument.maximumLength + 3)
            return site
        },
        "67108948..<67108951 long-text: text of 67108867 bytes → make several entries or pages of it"),
    RuleCase(
        "More marks on a letter than are read, as they are written", "", body: "# a⟦1:\(marks(31))⟧\n",
        "1 mark-pile: letter with too many marks"),
    RuleCase("As many marks as may be", "", body: "# a\(marks(30)) b\(marks(30))\n"),
    RuleCase(
        "Marks that escapes write", "tags: [⟦1:\"a\(String(repeating: #"\u0301\u0316"#, count: 16))\"⟧]",
        "1 mark-pile: letter with too many marks"),
    RuleCase(
        "Marks that references write", "",
        body: "⟦1:⟧# a\(String(repeating: "&#x301;&#x316;", count: 16))\n",
        "1 mark-pile: references that put too many marks on a letter"),
    RuleCase(
        "Dead links", "",
        body: "[a](⟦1:closd.md⟧) [b](⟦2:../pages/gone.md⟧) [c](⟦3:/closed.md⟧) [d](⟦4:../../x.md⟧)\n",
        "1 dead-link: 'closd.md' is not a file → write closed.md",
        "2 dead-link: '../pages/gone.md' is not a file",
        "3 dead-link: '/closed.md' is not a relative path below Content → write the path of the file from this one",
        "4 dead-link: '../../x.md' is not a relative path below Content → write the path of the file from this one"
    ),
    RuleCase(
        "A link without a scheme", "", body: "[a](⟦1://example.org/x⟧)\n",
        "1 dead-link: '//example.org/x' is not a relative path below Content → write https://example.org/x"),
    RuleCase(
        "A link to a draft", "", body: "[a](⟦1:draft.md⟧)\n",
        files: ["Content/events/draft.md": TestSite.entry("draft: true")],
        "1 dead-link: 'Content/events/draft.md' is not on the site: it is a draft, withheld, or published later"
    ),
    RuleCase(
        "Dead anchors", "claims: [{id: a, by: dockers, stance: asserts, says: x}]",
        body: "# One\n\n[a](⟦1:#two⟧) [b](⟦2:closed.md#claim_b⟧) [c](#one) [d](closed.md#claim_a)\n",
        "1 dead-anchor: '#two' is not a heading or claim of Content/events/closed.md",
        "2 dead-anchor: '#claim_b' is not a heading or claim of Content/events/closed.md → write closed.md#claim_a"
    ),
    RuleCase(
        "Anchors that are nearly there", "claims: [{id: c1, by: dockers, stance: asserts, says: x}]",
        body:
            "# One & two\n\n# Überblick\n\n[a](⟦1:#Claim_c1⟧) [b](⟦2:closed.md#One-Two⟧) [c](⟦3:#c1⟧) [d](⟦4:../events/closed.md#ÜBERBLICK⟧) [e](⟦5:my%20story.md#One⟧) [f](⟦6:?q⟧) [g](⟦7:#⟧)\n",
        files: [
            "Content/events/my story.md": TestSite.entry(body: "# one\n").replacing(
                "Harbour closed", with: "Story")
        ],
        "1 dead-anchor: '#Claim_c1' is not a heading or claim of Content/events/closed.md → write #claim_c1",
        "2 dead-anchor: '#One-Two' is not a heading or claim of Content/events/closed.md → write closed.md#one-two",
        "3 dead-anchor: '#c1' is not a heading or claim of Content/events/closed.md → write #claim_c1",
        "4 dead-anchor: '#ÜBERBLICK' is not a heading or claim of Content/events/closed.md → write ../events/closed.md#überblick",
        "5 dead-anchor: '#One' is not a heading or claim of Content/events/my story.md → write my%20story.md#one",
        "6 dead-link: '?q' names neither a file nor a place in this one → write the path of a file, or # and the id of a heading",
        "7 dead-link: '#' names neither a file nor a place in this one → write the path of a file, or # and the id of a heading"
    ),
    RuleCase(
        "Files that are nearly there, whose names no address holds as they are",
        "media: [{file: ⟦3:\"it's 1.jpg\"⟧, alt: x}]",
        body: "[a](⟦1:my%20stroy.md⟧) ![b](⟦2:../media/its%20%232.jpg⟧) [c](⟦4:my stroy.md⟧)\n",
        files: [
            "Content/events/my story.md": TestSite.entry().replacing("Harbour closed", with: "Story"),
            "Content/media/its #1.jpg": "GIF89a\u{1}\u{0}\u{1}\u{0}",
        ],
        "1 dead-link: 'my%20stroy.md' is not a file → write my%20story.md",
        "2 missing-media: '../media/its%20%232.jpg' is not in Content/media → write ../media/its%20%231.jpg",
        "3 missing-media: 'it's 1.jpg' is not in Content/media → write \"its #1.jpg\"",
        "4 markdown-shown: \(blank) → write my%20stroy.md, or put the address between < and > → write my%20story.md"
    ),
    RuleCase(
        "Words in parentheses that end as files do: an address where a site may have such a file", "",
        body:
            "f[i](a b.c) [x](my notes.xyz) [y](⟦1:../media/my data.xyz⟧) [z](p. 12 and f.g) [d](⟦2:a b.docx⟧)\n",
        files: ["Content/media/my data.xyz": "x"],
        "1 markdown-shown: \(blank) → write ../media/my%20data.xyz, or put the address between < and >",
        "2 markdown-shown: \(blank) → write a%20b.docx, or put the address between < and >"),
    RuleCase(
        "A link in a folded claim",
        "claims:\n  - by: dockers\n    stance: asserts\n    says: >\n      One, two,\n      [three](⟦1:gone.md⟧) and four.",
        "1 dead-link: 'gone.md' is not a file"),
    RuleCase(
        "A link between quotes with escapes",
        "editor_notes:\n  - text: \"a \\\"b\\\" [c](⟦1:gone.md⟧)\"\n  - text: 'it''s [d](⟦2:gone.md⟧)'",
        "1 dead-link: 'gone.md' is not a file", "2 dead-link: 'gone.md' is not a file"),
    RuleCase(
        "A link in a plain text over lines",
        "editor_notes:\n  - text: one\n      two [c](⟦1:gone.md⟧)\n  - text: |\n      one\n\n      two [c](⟦2:gone.md⟧)\n",
        "1 dead-link: 'gone.md' is not a file", "2 dead-link: 'gone.md' is not a file"),
    RuleCase(
        "Links in every text",
        "corrections: [{date: 1912, text: '[a](⟦1:x⟧)'}]\nmedia: [{file: quay.jpg, alt: q, caption: '[a](⟦2:x⟧)'}]\nplaces: [{id: old-quay, note: '[a](⟦3:x⟧)'}]\nroute: [{from: old-quay, to: old-quay, note: '[a](⟦4:x⟧)'}]\nquantities: [{label: l, value: 1, note: '[a](⟦5:x⟧)'}]",
        "1 dead-link: 'x' is not a file", "2 dead-link: 'x' is not a file", "3 dead-link: 'x' is not a file",
        "4 dead-link: 'x' is not a file", "5 dead-link: 'x' is not a file"),
    RuleCase(
        "Links of data files",
        files: [
            "Content/actors.yml": "dockers: {name: D, description: '[a](⟦1:gone.md⟧)'}\n",
            "Content/places.yml": "quay: {name: D, description: '⟦1:[^nobody]⟧'}\n",
            "Content/timeline.yml":
                "title: x\ngroups: [{id: a, name: A, description: '⟦1:<b>⟧'}]\ntags: {t: {name: T, description: '[a](⟦2:x⟧)'}}\n",
        ],
        "actors.yml@1 dead-link: 'gone.md' is not a file",
        "places.yml@1 unknown-citation: 'nobody' is not a registered source",
        "timeline.yml@1 raw-html: \(html)", "timeline.yml@2 dead-link: 'x' is not a file"),
    RuleCase(
        "A page",
        files: [
            "Content/pages/about.md": "---\ntitle: About\n---\n[a](⟦1:closed.md⟧) [^⟦3:⟧gazette] ⟦2:<i>⟧\n"
        ],
        "pages/about.md@1 dead-link: 'closed.md' is not a file → write ../events/closed.md",
        "pages/about.md@2 raw-html: \(html)"),
    RuleCase(
        "Raw HTML", "", body: "⟦1:<div>\nx\n</div>⟧\n\na ⟦2:<b>⟧c⟦3:</b>⟧\n",
        "1 raw-html: \(html)", "2 raw-html: \(html)", "3 raw-html: \(html)"),
    RuleCase(
        "A link that runs code", "", body: "[a](⟦1:javascript:alert(1)⟧)\n",
        "1 unsafe-link: 'javascript:alert(1)' is emptied"),
    RuleCase(
        "A note defined", "", body: "a\n\n⟦1:[^gazette]:⟧ The Gazette\n",
        "1 footnote-definition: note defined in the text → register the source in sources.yml and cite it by [^id]"
    ),
    RuleCase(
        "A blank in an address, where the file is there and where it is not", "",
        body: "![x](⟦1:../media/my quay.jpg⟧) [y](⟦2:with space.md⟧)\n",
        files: ["Content/media/my quay.jpg": "GIF89a\u{1}\u{0}\u{1}\u{0}"],
        "1 markdown-shown: \(blank) → write ../media/my%20quay.jpg, or put the address between < and >",
        "2 markdown-shown: \(blank) → write with%20space.md, or put the address between < and >"),
    RuleCase(
        "What only other dialects of Markdown know",
        "claims: [{by: dockers, stance: asserts, says: 'a ⟦1:~~b~~⟧'}]\neditor_notes: [{text: 'a ⟦2:==b==⟧'}]\nmedia: [{file: quay.jpg, alt: q, caption: '⟦3:[[a]]⟧'}]\nquantities: [{label: l, value: 1, note: '[a]⟦4:[b]⟧'}]",
        body: "| a |\n⟦5:|---|⟧\n\n- ⟦6:[ ]⟧ task\n\n## a ⟦7:{#b}⟧\n\n⟦8:##⟧c\n\n<⟦9:www.example.org⟧>\n",
        "1 markdown-shown: CommonMark strikes nothing out: readers see ~~ → state in words what no longer applies, or write a correction",
        "2 markdown-shown: CommonMark highlights nothing: readers see == → write **…** for strong emphasis",
        "3 markdown-shown: CommonMark has no links in double brackets → write [text](path/of/the/file.md)",
        "4 markdown-shown: 'b' is not the label of a link defined in this text → write the address in parentheses, or define it on a line: [b]: address",
        "5 markdown-shown: CommonMark has no tables: readers see its lines → write a list, or a sentence for each line",
        "6 markdown-shown: CommonMark has no boxes to tick → leave the brackets out",
        "7 markdown-shown: CommonMark gives headings no ids: readers see {#…} → leave it out: a heading has the id that its words make",
        "8 markdown-shown: not a heading: a space must follow the # → write a space after the last #",
        "9 markdown-shown: an address between < and > begins with its scheme → write https://www.example.org"),
    RuleCase(
        "The same in pages and data files",
        files: [
            "Content/pages/about.md": "---\ntitle: About\n---\n⟦1:~~a~~⟧\n",
            "Content/actors.yml": "dockers: {name: D, description: '⟦1:~~a~~⟧'}\n",
        ],
        "pages/about.md@1 markdown-shown: CommonMark strikes nothing out: readers see ~~ → state in words what no longer applies, or write a correction",
        "actors.yml@1 markdown-shown: CommonMark strikes nothing out: readers see ~~ → state in words what no longer applies, or write a correction"
    ),
    RuleCase(
        "Too much within each other", "",
        body: "⟦1:" + String(repeating: "![[]()", count: 5_162) + "⟧\n",
        "1 markdown-too-nested: too much within each other to be read"),
    RuleCase(
        "Pictures that there are not",
        "media: [{file: ⟦1:quai.jpg⟧, alt: x}, {file: ⟦2:../secret.jpg⟧, alt: x}]",
        body: "![x](⟦3:../media/quai.jpg⟧)\n",
        "1 missing-media: 'quai.jpg' is not in Content/media → write quay.jpg",
        "2 missing-media: '../secret.jpg' is not in Content/media",
        "3 missing-media: '../media/quai.jpg' is not in Content/media → write ../media/quay.jpg"),
    RuleCase(
        "Pictures without words", "media: [⟦1:⟧{file: quay.jpg}, ⟦2:⟧{file: quay.jpg, alt: \"\"}]",
        body: "![](⟦3:../media/quay.jpg⟧)\n",
        "1 missing-alt: picture without alt → add alt: a description of the picture",
        "2 missing-alt: picture without alt → add alt: a description of the picture",
        "3 missing-alt: image without a description → describe the picture between the brackets"),
    RuleCase(
        "Media without a file", "media: [⟦1:{title: x}⟧, ⟦2:⟧{url: https://example.org, file: quay.jpg}]",
        "1 missing-key: media item has no file → add file: a path below Content/media, or url: a web address",
        "2 missing-alt: picture without alt → add alt: a description of the picture"),
    RuleCase(
        "A picture of no size", "", files: ["Content/media/torn.png": "no picture"],
        "media/torn.png@0..<0 picture-without-size: 'torn.png' states no size → save it again as PNG, JPEG, WebP, AVIF, GIF or SVG"
    ),
    RuleCase(
        "A picture elsewhere", "", body: "![x](⟦1:https://example.com/a.png⟧)\n",
        "1 external-image: 'https://example.com/a.png' is on another server → put the file into Content/media"
    ),
]
