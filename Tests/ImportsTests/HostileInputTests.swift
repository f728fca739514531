import Imports
import TestSupport
import Testing

/// Files that are broken or hostile lead to reports and never to a crash.
@Suite struct HostileInputTests {
    @Test(
        arguments: [
            ([], "1:1 error the file is empty"), (Array(" \n\t".utf8), "1:1 error the file is empty"),
            ([0xFF, 0xFE, 0x41, 0x00], "1:1 error UTF-16 text = save the file as UTF-8"),
            (
                Array("a,b\nx,".utf8) + [0xC3, 0x28],
                "2:3 error bytes that are not UTF-8 = save the file as UTF-8"
            ),
            (
                [0x50, 0x4B, 0x03, 0x04, 0x00],
                "1:1 error a spreadsheet or ZIP file = export the sheet as CSV in UTF-8"
            ),
        ] as [([UInt8], String)])
    func filesThatCannotBeReadAreRefused(_ bytes: [UInt8], _ message: String) throws {
        let imported = try Imported(bytes, "file.csv")
        #expect(imported.report == [message])
        #expect(imported.files == [])
    }

    @Test func anUnknownFormatIsAskedFor() throws {
        #expect(
            try Imported("hello", "file").errors.first?.contains(
                "a format that is not recognised = state it with --from") == true)
    }

    @Test func cellsStayText() throws {
        let imported = try Imported(
            "title,date,body\n=cmd|' /C calc'!A0,1911,x\n<script>alert(1)</script>,1912,x\n../../etc/passwd,1913,x\n\"a\u{0}b\u{7}\",1914,x\n"
        )
        #expect(
            imported.titles == [
                "\"=cmd|' /C calc'!A0\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "ab",
            ])
        #expect(
            imported.slugs == [
                "1911-cmd-c-calc-a0", "1912-script-alert-1-script", "1913-etc-passwd", "1914-ab",
            ])
        #expect(imported.report.contains { $0.contains("row 5, title: 2 control characters, U+0000 first") })
    }

    @Test func manyColumnsAreKept() throws {
        let head = (0..<1000).map { "c\($0)" }.joined(separator: ",")
        let row = (0..<1000).map { "v\($0)" }.joined(separator: ",")
        let imported = try Imported("title,date,\(head)\nA,1911,\(row)\n")
        #expect(imported.files[0].contains("\n  c999: v999\n"))
    }

    @Test func longCellsAreKept() throws {
        let text = String(repeating: "word ", count: 200_000)
        let imported = try Imported("Year,Headline,Text\n1911,A,\(text)\n")
        #expect(imported.files[0].utf8.count > 990_000)
    }

    @Test func deepValuesAreKeptAsText() throws {
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let imported = try Imported(
            "[{\"title\": \"A\", \"date\": \"1911\", \"x\": [\"y\", \(deep)]}]", "a.json")
        #expect(imported.errors == [])
        #expect(imported.files.count == 1)
    }

    /// Random pieces of every format.
    @Test(arguments: ["a.csv", "a.json", "a.jsonl", "a.mw"])
    func randomFilesAreReadOrReported(_ name: String) throws {
        let pieces = [
            "Year,Headline\n", "title,date\n", "1911", ",", ";", "\n", "\"", "\"\"", "{", "}", "[", "]", ":",
            "\"events\"", "\"title\"",
            "\"start_date\"", "\"year\"", "-", "/", " ", "now", "!a", "# S", "id: a", "every", "5 days",
            "\\u", "\\ud800", "null", "1e999",
            "\u{0}", "é", "title: T", "---", "BCE", "Dec", "//", "- x", "\t", "\r", "<b>", "&#x110000;",
            "99999999999999999999",
        ]
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let imported = try Imported(text, name)
            for file in imported.files { #expect(file.hasPrefix("---\ntitle: ")) }
        }
    }
}
