import Foundation
import TestSupport
import Testing

/// `dateline date`.
@Suite struct DateCommandTests {
    @Test func explainsADate() throws {
        let run = try TemporaryFolder().run("date", "2023-09-13")
        #expect(run.status == 0)
        #expect(run.error == "")
        #expect(
            run.output == """
                2023-09-13
                  13 September 2023
                  13 September 2023, to the day
                  earliest 2023-09-13, latest 2023-09-13 · date, level 0, canonical 2023-09-13

                """)
    }

    @Test func saysWhatIsWrongAndWhatToWrite() throws {
        let run = try TemporaryFolder().run("date", "13.9.2023")
        #expect(run.status == 1)
        #expect(run.error == "")
        #expect(run.output.hasPrefix("13.9.2023\n  invalid: column "))
        #expect(run.output.hasSuffix("\n  write 2023-09-13\n"))
    }

    @Test func oneWrongAmongManyIsAnError() throws {
        let run = try TemporaryFolder().run("date", "2023", "x", "2024")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("2023\n"))
        #expect(run.output.contains("\nx\n  invalid: "))
        #expect(run.output.contains("\n2024\n"))
    }

    @Test(arguments: [
        ["-0044"], ["--", "-0044"], ["--format", "json", "-0044"], ["-0044", "--format", "json"],
    ])
    func yearsBeforeTheFirst(_ arguments: [String]) throws {
        let run = try TemporaryFolder().run(["date"] + arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("45 BCE"))
        #expect(run.output.contains("-0044-12-31"))
    }

    @Test func openAndUnknownEnds() throws {
        let run = try TemporaryFolder().run("date", "2023-08-0X/..", "/2023", "2023-21")
        #expect(run.status == 0)
        #expect(run.output.contains("earliest 2023-08-01, latest open"))
        #expect(run.output.contains("earliest not known, latest 2023-12-31"))
        #expect(run.output.contains("earliest not known, latest not known · season"))
    }

    // MARK: JSON

    @Test func jsonOfAnInterval() throws {
        let run = try TemporaryFolder().run("date", "--format", "json", "2023-08-0X/..")
        #expect(run.status == 0)
        let start = """
            {"input":"2023-08-0X/..","valid":true,"type":"interval","level":2,"edtf":"2023-08-0X/..",\
            "earliest":"2023-08-01","latest":"inf","text":"
            """
        #expect(run.output.hasPrefix(start))
        #expect(run.output.dropFirst(start.count).contains("August 2023"))
        #expect(run.output.hasSuffix("\"}\n"))
    }

    @Test(arguments: [
        ("2023-21", "null", "null"), ("../2023", "\"-inf\"", "\"2023-12-31\""),
        ("2023/", "\"2023-01-01\"", "null"), ("-0044", "\"-0044-01-01\"", "\"-0044-12-31\""),
        ("Y170000002", "\"170000002-01-01\"", "\"170000002-12-31\""),
        ("0000", "\"0000-01-01\"", "\"0000-12-31\""),
    ])
    func bounds(_ expression: String, _ earliest: String, _ latest: String) throws {
        let run = try TemporaryFolder().run("date", "--format", "json", expression)
        #expect(run.status == 0)
        #expect(run.output.contains("\"earliest\":\(earliest),\"latest\":\(latest),\"text\":"))
    }

    /// The lines of output are a contract that other programs rely on.
    @Test func linesOfStandardInputAreNotTrimmed() throws {
        let lines: [[UInt8]] = [
            Array("2023".utf8), [], Array(" 2023".utf8), Array("2023\r".utf8),
            Array("20\u{E9}".utf8) + [0xFF],
            Array("-0044".utf8), Array("--".utf8), Array("é".utf8),
        ]
        let input = Array(lines.joined(separator: [0x0A]))
        let run = try TemporaryFolder().run(["date", "--format", "json"], input: input)
        #expect(run.status == 1)
        let readings = try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Reading.self, from: Data($0.utf8))
        }
        #expect(readings.map(\.input) == ["2023", "", " 2023", "2023\r", "20é\u{FFFD}", "-0044", "--", "é"])
        #expect(readings.map(\.valid) == [true, false, false, false, false, true, false, false])
        #expect(readings.map { $0.error?.column } == [nil, 1, 1, 5, 4, nil, 2, 1])
        #expect(readings.allSatisfy { $0.valid == ($0.error == nil) && $0.valid == ($0.text != nil) })
    }

    @Test(arguments: [("2023\n", 1), ("2023", 1), ("\n", 1), ("2023\n\n", 2), ("", 0)])
    func lineEnds(_ input: String, _ count: Int) throws {
        let run = try TemporaryFolder().run("date", "--format", "json", input: input)
        #expect(run.output.split(separator: "\n").count == count)
        #expect(run.status == (input.contains("\n\n") || input == "\n" ? 1 : 0))
    }

    @Test func aNULIsAnInvalidCharacter() throws {
        let run = try TemporaryFolder().run(
            ["date", "--format", "json"], input: Array("20\0".utf8) + Array("23\n".utf8))
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("{\"input\":\"20\\u000023\",\"valid\":false,"))
    }

    @Test func manyLines() throws {
        let lines = (1000..<9000).map(String.init).joined(separator: "\n")
        let run = try TemporaryFolder().run("date", "--format", "json", input: lines)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 8000)
    }

    @Test func aTerminalIsNotObeyedByText() throws {
        let run = try TemporaryFolder().run("date", "\u{1B}[2J\u{7}")
        #expect(run.status == 1)
        #expect(!run.outputBytes.contains(0x1B))
        #expect(!run.outputBytes.contains(7))
    }

    private struct Reading: Decodable {
        var input: String
        var valid: Bool
        var text: String?
        var error: Mistake?

        struct Mistake: Decodable {
            var message: String
            var column: Int
        }
    }
}
