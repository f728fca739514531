import EDTF
import Testing
import TimelineModel

@testable import Exports

@Suite("Tables")
struct TableTests {
    @Test(
        "Every text is quoted, and no cell is a formula",
        arguments: [
            ("plain", "plain"), ("1911-08", "1911-08"), ("a,b", "a,b"), ("say \"x\"", "say \"\"x\"\""),
            ("a\nb", "a\nb"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"),
            ("'a", "''a"), ("=A1,B1", "'=A1,B1"),
        ])
    func fields(text: String, expected: String) {
        var table = CSVText()
        table.text(text)
        table.endRow()
        #expect(String(decoding: table.bytes, as: UTF8.self) == "\"\(expected)\"\r\n")
    }

    @Test("Numbers and missing values are not quoted")
    func numbers() {
        var table = CSVText()
        table.field(-43)
        table.text(nil)
        table.number("53.5")
        table.endRow()
        #expect(String(decoding: table.bytes, as: UTF8.self) == "-43,,53.5\r\n")
    }

    @Test("A row has the keys of an entry, and its parts as JSON")
    func row() throws {
        let site = try SmallTimeline.site([
            """
            date: 1911-08-1X
            actors: [port, dockers]
            places: [quay]
            claims: [{by: port, stance: asserts, says: "It is *so*", date: 2024-08-11, source: gazette}]
            """
        ])
        let lines = SmallTimeline.text { $0.append(csv: site) }.split(separator: "\r\n")
        #expect(
            lines[0]
                == "\"slug\",\"title\",\"edtf\",\"start\",\"end\",\"start_day\",\"end_day\",\"precision\",\"date_words\",\"date_text\",\"kind\",\"status\",\"content_status\",\"group\",\"actors\",\"places\",\"tags\",\"importance\",\"order\",\"summary\",\"sources\",\"url\",\"published\",\"updated\",\"latitude\",\"longitude\",\"file\",\"body\",\"details\""
        )
        #expect(
            lines[1]
                == "\"e0\",\"Entry 0\",\"1911-08-1X\",\"1911-08-10\",\"1911-08-19\",-21329,-21320,\"month\",\"«1911-08-1X»\",,\"event\",\"disputed\",,,\"port; dockers\",\"quay\",,2,,,,\"https://a.example/story/events/e0.html\",\"2024-08-11\",\"2024-08-11\",53.5,9.97,\"events/e0.md\",\"A *text*.\n\",\"{\"\"claims\"\":[{\"\"by\"\":[\"\"port\"\"],\"\"stance\"\":\"\"asserts\"\",\"\"says\"\":\"\"It is *so*\"\",\"\"edtf\"\":\"\"2024-08-11\"\",\"\"source\"\":[\"\"gazette\"\"]}]}\""
        )
    }
}
