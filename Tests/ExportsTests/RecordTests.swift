import EDTF
import Testing
import UTF8Text

@testable import Exports
@testable import TimelineModel

@Suite("Records as JSON")
struct RecordTests {
    /// An entry with every key.
    private static let whole = """
        date: 1911-08-0X/..
        date_text: since August
        kind: statement
        content_status: claimed
        summary: In short
        group: shipping
        actors: [port]
        places: [quay, {id: apia, status: disputed, by: dockers, source: gazette, note: Some *say* so}]
        route: [{from: suva, to: apia, by: sea, status: claimed, claimed_by: port, source: gazette, note: n}]
        tags: [strike]
        importance: 1
        order: 3
        quantities: [{label: Ships, value: 007.50, qualifier: about, unit: t, claimed_by: port, source: gazette, note: n}, {label: Boats, min: 1, max: 2}]
        claims:
          - {id: c, by: unnamed, by_text: An official, via: port, stance: denies, of: other#d, says: "a *b*", quote: Q, quote_language: de, quote_original: O, translated_by: T, date: 1911-08-12, source: [gazette, {title: Log, publisher: P, agency: A, author: B, date: 1911, url: "https://a.example/", archive_url: "https://b.example/", accessed: 1912, language: en, kind: book, note: n}], locator: p. 2}
        outcome: {result: open, entry: e0}
        sources: [gazette]
        media: [{file: a.jpg, url: "https://a.example/x", title: T, alt: A, caption: "*C*", credit: X, license: CC}]
        see_also: [e0]
        editor_notes: [{text: "*N*", date: 1911-08-19, sources: [gazette]}]
        corrections: [{date: 1911-08-20, text: Wrong, was: {title: Old, date: 1911-08, importance: 2, quantities: [{label: Ships, value: 3}]}}]
        known: 1911-08-1X
        history: [{date: 1911-08-12, status: claimed, because: c, title: Then, summary: In short then}]
        slug: whole
        aliases: [old]
        publish: 1911-08-13
        minor: 1911-08-21
        extra: {a: {b: [x, "y"]}}
        """

    @Test("The record of an entry has all keys that an entry and its parts can have")
    func everyKey() throws {
        let site = try SmallTimeline.site([Self.whole])
        let record = SmallTimeline.text { $0.append(jsonOf: 0, in: site) }
        var names = EntryFields.keys.keys.map(\.name)
        names +=
            PlaceUse.keys.keys.map(\.name) + RouteLeg.keys.keys.map(\.name) + Quantity.keys.keys.map(\.name)
        names +=
            ClaimFields.keys.keys.map(\.name) + Outcome.keys.keys.map(\.name)
            + SourceFields.keys.keys.map(\.name)
        names +=
            MediaItem.keys.keys.map(\.name) + EditorNote.keys.keys.map(\.name)
            + Correction.keys.keys.map(\.name) + HistoryStep.keys.keys.map(\.name)
        // A draft and a withheld entry are on no site.
        for name in Set(names).subtracting(["date", "draft", "withheld"]) {
            #expect(record.contains("\"\(name)\":"), "\(name) is lost")
        }
        #expect(record.ranges(of: "\"edtf\":").count == 7)
    }

    @Test("Every member of a record is a key of entries, or one that an import knows to be computed")
    func everyMember() throws {
        let site = try SmallTimeline.site([Self.whole.replacing("1911-08-0X/..", with: "1911")])
        let record = SmallTimeline.text { $0.append(jsonOf: 0, in: site) }
        let known = Set(EntryFields.keys.keys.map(\.name)).union(EntryRecordKey.computed).union([
            EntryRecordKey.file, "edtf", "body",
        ])
        // Members of the outermost object only: those of parts are within brackets.
        var depth = 0
        var names: [String] = []
        var text = ""
        var isText = false
        for byte in record.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isText.toggle()
            case _ where isText: text.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1: names.append(text)
            default: text = ""
            }
        }
        #expect(names.count > 30)
        #expect(Set(names).subtracting(known) == [])
    }

    @Test("Texts are the Markdown that the author wrote, and numbers keep their digits")
    func values() throws {
        let record = SmallTimeline.text { output in
            try? output.append(jsonOf: 0, in: SmallTimeline.site([Self.whole]))
        }
        for part in [
            #""says":"a *b*""#, #""note":"Some *say* so""#, #""caption":"*C*""#, #""body":"A *text*.\n""#,
            #""value":7.50"#, #""edtf":"1911-08-0X/..""#, #""start_day":-21338"#,
            #""was":{"title":"Old","edtf":"1911-08","importance":"2","quantities":[{"label":"Ships","value":"3"}]}"#,
            #""known":"1911-08-1X""#,
            #""history":[{"edtf":"1911-08-12","status":"claimed","because":"c","title":"Then","summary":"In short then"}]"#,
            #""extra":{"a.b.1":"x","a.b.2":"y"}"#,
        ] { #expect(record.contains(part), "\(part) is missing") }
        #expect(!record.contains("\"end\""))
    }

    @Test("The whole file has the site, its registries and a line for each entry")
    func file() throws {
        let site = try SmallTimeline.site(["date: 1911", "date: 1912"])
        let text = SmallTimeline.text { $0.append(json: site) }
        #expect(text.hasPrefix(#"{"format":"dateline","version":1,"site":{"title":"Harbours","base_url":"#))
        #expect(text.contains(#"{"id":"quay","name":"Old Quay","lat":53.5,"lon":9.97}"#))
        let lines = SmallTimeline.text { $0.append(jsonLines: site) }
        #expect(lines.split(separator: "\n").count == 2)
        for line in lines.split(separator: "\n") { #expect(text.contains("\n" + line)) }
    }
}
