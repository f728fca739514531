import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Changes of the direction of writing")
struct DirectionFaultTests {
    /// Short names for the characters: `{LRE}` means U+202A.
    private static let controls: [(name: String, scalar: Unicode.Scalar)] = [
        ("LRE", "\u{202A}"), ("RLE", "\u{202B}"), ("PDF", "\u{202C}"), ("LRO", "\u{202D}"),
        ("RLO", "\u{202E}"),
        ("LRI", "\u{2066}"), ("RLI", "\u{2067}"), ("FSI", "\u{2068}"), ("PDI", "\u{2069}"),
        ("ISS", "\u{206A}"),
        ("NODS", "\u{206F}"),
    ]

    private static func written(_ text: String) -> String {
        controls.reduce(text) { $0.replacing("{\($1.name)}", with: String($1.scalar)) }
    }

    @Test(
        "The first fault is found at its bytes",
        arguments: [
            ("a⟦{RLO}⟧b{PDF}", "U+202E turns letters around"),
            ("⟦{LRO}⟧", "U+202D turns letters around"),
            ("ä⟦{ISS}⟧", "U+206A changes how letters are read"),
            ("{RLI}a⟦{NODS}⟧", "U+206F changes how letters are read"),
            ("a⟦{LRE}⟧b", "U+202A changes the direction, and nothing ends it"),
            ("{RLE}⟦{PDI}⟧", "U+2069 ends no change of direction"),
            ("{FSI}⟦{PDF}⟧", "U+202C ends no change of direction"),
            ("{RLI}a{PDI}⟦{RLI}⟧", "U+2067 changes the direction, and nothing ends it"),
            ("⟦{LRI}⟧{RLE}{PDF}", "U+2066 changes the direction, and nothing ends it"),
            ("⟦{LRI}⟧{LRE}{PDI}", "U+2066 changes the direction, and nothing ends it"),
            ("a⟦{PDF}⟧", "U+202C ends no change of direction"),
            ("港⟦{PDI}⟧{RLI}", "U+2069 ends no change of direction"),
            ("{LRE}{PDF}⟦{PDF}⟧", "U+202C ends no change of direction"),
        ])
    func found(_ marked: String, _ summary: String) throws {
        let text = MarkedText(Self.written(marked))
        let fault = try #require(DirectionFault(in: text.text.unicodeScalars))
        #expect(fault.range == text.ranges[0])
        #expect(fault.summary == summary)
    }

    @Test(
        "Balanced changes of direction are not a fault",
        arguments: [
            "", "abc", "{LRE}a{PDF}", "{RLI}{FSI}a{PDI}{PDI}", "{LRI}{RLE}a{PDF}{PDI}b{RLI}{PDI}",
            "\u{200F}a\u{200E}",
        ])
    func balanced(_ text: String) {
        #expect(DirectionFault(in: Self.written(text).unicodeScalars) == nil)
    }

    @Test("A control is recognised by its bytes and by its scalar alike")
    func bytes() {
        for value in UInt32(0x2000)...0x207F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            #expect(DirectionControl(second: bytes[1], third: bytes[2]) == DirectionControl(scalar))
        }
        #expect(DirectionControl(second: 0x82, third: 0xAE) == nil)
        #expect(DirectionControl(second: 0x80, third: 0x2E) == nil)
    }

    @Test(
        "Each paragraph must end its changes, and a reference counts as its character",
        arguments: [
            (
                "a\n{RLI}b\n\nc{PDI}\n",
                [
                    "2..<5 U+2067 changes the direction, and nothing ends it",
                    "9..<12 U+2069 ends no change of direction",
                ]
            ),
            ("{RLI}a\nb{PDI}\n", []),
            ("a &#x202E; b", ["2..<10 U+202E turns letters around"]),
            (
                "a &#8238; b &#X202d;",
                ["2..<9 U+202E turns letters around", "12..<20 U+202D turns letters around"]
            ),
            ("a &#x2067; b", []),
            ("a &#x202E b &amp; &#xFFFFFFFF; &#8238", []),
        ])
    func paragraphs(_ text: String, _ expected: [String]) {
        let found = WritingDirection.diagnostics(of: Array(Self.written(text).utf8), at: "a.md")
        #expect(found.map { "\($0.location.range) \($0.summary)" } == expected)
        #expect(found.allSatisfy { $0.fixIts.first?.edits.map(\.text) == [""] })
    }

    @Test("Names of files are checked, too")
    func names() {
        let path = Self.written("Content/media/a{RLO}gpj.txt")
        let found = WritingDirection.diagnostics(ofFileAt: path)
        #expect(found.map(\.summary) == ["name of a file: U+202E turns letters around"])
        #expect(WritingDirection.diagnostics(ofFileAt: Self.written("a{RLI}b{PDI}–.txt")).isEmpty)
    }
}
