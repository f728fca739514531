import Diagnostics
import Testing

@Suite("Diagnostics for other programs")
struct FormatTests {
    private static let rule = Rule("a-rule", .warning, "So it is: 100%, mostly.", because: "It is so.")
    private static let other = Rule("other", .note, "Other.")

    private func printer(_ text: String) -> DiagnosticPrinter {
        DiagnosticPrinter { $0.hasSuffix("f,1: ä.md") ? Array(text.utf8) : nil }
    }

    @Test("GitHub's workflow commands escape the characters that would end them")
    func workflowCommands() {
        var printer = self.printer("ä港 x\nyy\n")
        let path = "a/f,1: ä.md"
        let one = Diagnostic(
            Self.rule, "100% wrong\nand: on", at: SourceLocation(path, 6..<7),
            fixIts: [.replace(SourceLocation(path, 6..<7), with: "z")])
        var many = Diagnostic(Self.other, "over lines", at: SourceLocation(path, 0..<9))
        many.severity = .error
        let file = Diagnostic(Self.other, "a file", at: SourceLocation(path))
        #expect(
            printer.workflowCommands([one, many, file]) == """
                ::notice file=a/f%2C1%3A ä.md,line=1,endLine=1,col=1,title=other::a file%0Arule: Other.
                ::error file=a/f%2C1%3A ä.md,line=1,endLine=2,col=1,title=other::over lines%0Arule: Other.
                ::warning file=a/f%2C1%3A ä.md,line=1,endLine=1,col=4,endColumn=5,title=a-rule::100%25 wrong%0Aand: on%0Afix: write z%0Arule: So it is: 100%25, mostly.

                """)
        #expect(printer.workflowCommands([]) == "")
    }

    @Test("SARIF has rules, columns in scalars, and fixes")
    func sarif() {
        var printer = self.printer("ä港 x\nyy\n")
        let path = "a/f,1: ä.md"
        let place = SourceLocation(path, 6..<7)
        let diagnostic = Diagnostic(
            Self.rule, "wrong", at: place,
            notes: [.init("like this", at: SourceLocation(path, 8..<10)), .init("no place")],
            fixIts: [.replace(place, with: "z\n"), .init("or leave it")])
        let region = "\"startLine\":1,\"startColumn\":4,\"endLine\":1,\"endColumn\":5"
        let uri = "{\"uri\":\"a/f%2C1%3A%20%C3%A4.md\"}"
        let rules =
            "{\"id\":\"other\",\"shortDescription\":{\"text\":\"Other.\"},\"defaultConfiguration\":{\"level\":\"note\"}},"
            + "{\"id\":\"a-rule\",\"shortDescription\":{\"text\":\"So it is: 100%, mostly.\"},\"fullDescription\":{\"text\":\"So it is: 100%, mostly. It is so.\"},\"defaultConfiguration\":{\"level\":\"warning\"}}"
        let location = "\"physicalLocation\":{\"artifactLocation\":\(uri),\"region\":{\(region)}}"
        let related =
            "{\"physicalLocation\":{\"artifactLocation\":\(uri),\"region\":{\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":3}},\"message\":{\"text\":\"like this\"}}"
        let fix =
            "{\"description\":{\"text\":\"write z\\n\"},\"artifactChanges\":[{\"artifactLocation\":\(uri),\"replacements\":[{\"deletedRegion\":{\(region)},\"insertedContent\":{\"text\":\"z\\n\"}}]}]}"
        #expect(
            printer.sarif([diagnostic], rules: [Self.other], version: "1.2.3")
                == "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"dateline\",\"version\":\"1.2.3\",\"rules\":[\(rules)]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[{\"ruleId\":\"a-rule\",\"ruleIndex\":1,\"level\":\"warning\",\"message\":{\"text\":\"wrong\"},\"locations\":[{\(location)}],\"relatedLocations\":[\(related)],\"fixes\":[\(fix)]}]}]}\n"
        )
    }

    @Test("SARIF groups the edits of a fix by file, and leaves out empty lists")
    func changes() {
        var printer = self.printer("")
        let (here, there) = (SourceLocation("e.md", 0..<0), SourceLocation("/srv/f.md", 0..<0))
        let edits = [(here, "1"), (there, "2"), (here, "3")].map { Diagnostic.Edit($0.0, $0.1) }
        let sarif = printer.sarif(
            [Diagnostic(Self.other, "x", at: here, fixIts: [.init("all", edits: edits)])], rules: [],
            version: "1")
        let region = "{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":1}"
        let written = ["1", "2", "3"].map {
            "{\"deletedRegion\":\(region),\"insertedContent\":{\"text\":\"\($0)\"}}"
        }
        #expect(
            sarif.contains(
                "\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\"e.md\"},\"replacements\":[\(written[0]),\(written[2])]},"
                    + "{\"artifactLocation\":{\"uri\":\"file:///srv/f.md\"},\"replacements\":[\(written[1])]}]"
            ))
        let bare = printer.sarif(
            [Diagnostic(Self.other, "x", at: here, notes: [.init("n")], fixIts: [.init("by hand")])],
            rules: [Self.rule],
            version: "1")
        #expect(!bare.contains("fixes") && !bare.contains("relatedLocations"))
        #expect(bare.contains("\"ruleId\":\"other\",\"ruleIndex\":1,"))
    }

    /// Control characters, line separators, and characters that change the direction of writing.
    static let steering: [Unicode.Scalar] = [
        "\0", "\u{7}", "\u{8}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{61C}", "\u{200E}", "\u{200F}",
        "\u{2028}",
        "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    ]

    @Test(
        "No format contains a character that controls a terminal or the direction of writing",
        arguments: steering)
    func steers(_ scalar: Unicode.Scalar) throws {
        let text = "a\(scalar)b"
        let place = SourceLocation("Content/\(text).md", 0..<3)
        let rule = Rule("a-rule", .warning, "So it is.")
        let diagnostic = Diagnostic(
            rule, "'\(text)' is wrong", at: place, notes: [.init("as \(text)", at: place), .init(text)],
            fixIts: [.replace(place, with: text), .init("leave \(text) out")])
        var printer = DiagnosticPrinter { _ in Array("\(text) \(text)\n".utf8) }
        let diff = UnifiedDiff(place.path, before: Array(text.utf8), after: Array("\(text)\(text)".utf8)).text
        let texts = [printer.text([diagnostic]), printer.workflowCommands([diagnostic]), diff]
        let data = [
            printer.json([diagnostic]), printer.sarif([diagnostic], rules: [rule], version: "1"),
        ]
        for shown in texts + data {
            #expect(!shown.unicodeScalars.contains(scalar) && shown.utf8.count > 40, "\(shown)")
        }
        let digits = String(scalar.value, radix: 16)
        let escape = "a\\u" + String(repeating: "0", count: 4 - digits.count) + digits + "b"
        for text in data { #expect(text.contains(escape)) }
        for text in texts { #expect(text.contains("a\u{FFFD}b")) }
        #expect(texts[1].split(separator: "\n").count == 1, "one command")
    }
}
