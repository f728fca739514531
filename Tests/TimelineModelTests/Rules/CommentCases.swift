/// Words that YAML reads as a comment.
let commentCases: [RuleCase] = [
    RuleCase(
        "A number behind a blank", files: [TestSite.entryPath: titled("Resolution ⟦1:#1874 adopted⟧")],
        "1 comment-in-text: '#1874 adopted' is read as a comment → write \"Resolution #1874 adopted\""),
    RuleCase(
        "A title that is nothing but a comment",
        files: [
            TestSite.entryPath:
                "---\n⟦2:⟧title: ⟦1:#metoo marches⟧\ndate: 1911\nstatus: confirmed\nsources: [gazette]\n---\n"
        ],
        "1 comment-in-text: '#metoo marches' is read as a comment → write \"#metoo marches\"",
        "2 missing-key: entry has no title → add title: text"),
    RuleCase(
        "In mid sentence", "summary: The ship left ⟦1:# and came back⟧",
        "1 comment-in-text: '# and came back' is read as a comment → write \"The ship left # and came back\""),
    RuleCase(
        "In texts of parts, lists and registries",
        "actors:\n  - Unit ⟦1:#731⟧\n  - ⟦2:#metoo⟧\nclaims:\n  - by: Team ⟦3:#1⟧\n    stance: asserts\n    says: He was ⟦4:#2⟧\n    quote: \"I\" #3 am\n    source:\n      title: No. ⟦6:#4⟧\n      date: 1911\nextra:\n  a: [x,\n    y ⟦7:#z⟧\n  ]",
        files: [
            "Content/places.yml":
                "quay: {name: Quay}\nmill:\n  name: Mill ⟦8:#5⟧\n  also:\n    - The ⟦9:#6⟧\n",
            "Content/timeline.yml": "title: Site\nsubtitle: Part ⟦0:#2⟧\n",
        ],
        "1 comment-in-text: '#731' is read as a comment → write \"Unit #731\"",
        "2 comment-in-text: '#metoo' is read as a comment → write \"#metoo\"",
        "3 comment-in-text: '#1' is read as a comment → write \"Team #1\"",
        "4 comment-in-text: '#2' is read as a comment → write \"He was #2\"",
        "6 comment-in-text: '#4' is read as a comment → write \"No. #4\"",
        "7 comment-in-text: '#z' is read as a comment → write \"y #z\"",
        "places.yml@8 comment-in-text: '#5' is read as a comment → write \"Mill #5\"",
        "places.yml@9 comment-in-text: '#6' is read as a comment → write \"The #6\"",
        "timeline.yml@0 comment-in-text: '#2' is read as a comment → write \"Part #2\""),
    RuleCase(
        "A text of two lines", "summary: one\n  two ⟦1:#3⟧",
        "1 comment-in-text: '#3' is read as a comment → put the whole text in quotes"),
    RuleCase(
        "A colour without quotes",
        files: ["Content/timeline.yml": "title: Site\ntheme:\n  accent: ⟦1:#1f6f8b⟧\n"],
        "timeline.yml@1 comment-in-text: '#1f6f8b' is read as a comment → write \"#1f6f8b\""),
    RuleCase(
        "A comment that takes a bracket with it", "tags: ⟦1:[⟧strike #1, rail]",
        "1 yaml-syntax: bracket that is not closed → put the text with # in quotes: after a space, # begins a comment"
    ),
    RuleCase(
        "A text that goes on behind a comment", "summary: The ship #1\n  ⟦1:⟧came back",
        "1 yaml-syntax: did not find expected key while parsing a block mapping → put the text with # in quotes: after a space, # begins a comment"
    ),
    RuleCase(
        "A comment within a list in brackets", "tags: [strike #1,\n  ⟦1:⟧rail]",
        "1 yaml-syntax: did not find expected ',' or ']' while parsing a flow sequence → put the text with # in quotes: after a space, # begins a comment"
    ),
]

/// Comments as authors write them.
let harmlessCommentCases: [RuleCase] = [
    RuleCase(
        "Comments",
        "# a line\nsummary: It left. # so\ndate_text: in 1911  # wording for readers\nkind: event # or statement\nimportance: 1 #key\norder: 0 # tie\ndraft: false #yet\npublish: 1911-08-12 #later\nactors: # who\n  - dockers # the union\ngroup: shipping # its lane\ntags: #none\n  - strike\nslug: closed # the file's\nclaims:\n  - id: a # anchor\n    by: dockers # they\n    stance: asserts # or denies\n    says: 'Text' # so\n    source: gazette # theirs\n    locator:   p. 2   # so\nextra: {a: \"#1\", b: x#y}"
    ),
    RuleCase(
        "Comments behind what quotes or brackets close",
        "summary: \"A\" #b\ndate_text: 'in 1911' #c\ntags: [strike] #d\nactors: [\"A\", 'B' #e\n  ]"),
    RuleCase("Comments behind no value", "summary: null # to do\ndate_text: ~ # none known"),
    RuleCase(
        "Signs that are part of a text", "summary: C# and F#\ndate_text: '1911 #1'\ntags: [C#, \"a #b\"]",
        body: "a #b\n"
    ),
    RuleCase("A block of text", "summary: >  # folded\n  Resolution #1874 adopted # so\n"),
]

private func titled(_ title: String) -> String {
    "---\ntitle: \(title)\ndate: 1911\nstatus: confirmed\nsources: [gazette]\n---\n"
}
