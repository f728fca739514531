import Imports
import Testing

/// Tables with any headings, and JSON with the keys of the content format.
@Suite struct FieldTests {
    @Test func headingsThatAreKeysMapThemselves() throws {
        let imported = try Imported(
            """
            title,date,tags,status,Group,body,Remark,importance
            Closed,1911-08-0X/..,strike; ships,claimed,Shipping,"**Text**",later,1
            Open,1911/08/14,,,,,,
            """)
        #expect(
            imported.entries == [
                """
                ---
                title: Closed
                date: 1911-08-0X/..
                status: claimed
                group: shipping
                tags: [strike, ships]
                importance: 1
                extra:
                  Remark: later
                ---
                **Text**

                """, "---\ntitle: Open\ndate: 1911-08-14\nstatus: unrated\n---\n",
            ])
        #expect(
            imported.report.contains { $0.contains("row 3, date: '1911/08/14' is written as 1911-08-14") })
    }

    @Test func otherHeadingsAreMapped() throws {
        let imported = try Imported("Headline,When\nClosed,1911\n", map: ["title=Headline", "date=When"])
        #expect(imported.entries == ["---\ntitle: Closed\ndate: 1911\nstatus: unrated\n---\n"])
    }

    @Test func aTableWithoutADateNamesItsHeadings() throws {
        let imported = try Imported("title,count\na,1\n")
        #expect(
            imported.errors == [
                "1:1 error no column is the date of the events = write --map date=HEADING with one of the headings 'title', 'count'"
            ])
        let wrong = try Imported("Headline,When\na,1911\n", map: ["title=Headlin", "date=When"])
        #expect(
            wrong.errors == [
                "1:1 error no column has the heading 'Headlin' = write --map title=\"Headline\"; the headings are 'Headline', 'When'"
            ])
    }

    @Test(arguments: ["title", "titel=Headline", "extra=x", "title="])
    func mappingsAreChecked(_ text: String) {
        #expect(throws: ColumnMapping.Mistake.self) { try ColumnMapping(text) }
    }

    @Test func thePrecisionIsComparedWithTheDate() throws {
        let imported = try Imported(
            "title,edtf,precision\nA,1911/08/01,month\nB,1911-08-11,year\nC,1911-08-11,day\n")
        #expect(imported.dates == ["1911-08", "1911-08-11"])
        #expect(
            imported.errors.map {
                $0.hasPrefix("3:14 error row 3, precision: the precision 'year' contradicts")
            } == [true])
    }

    @Test func placesWithCoordinatesAreRegistered() throws {
        let imported = try Imported(
            "title;date;places;lat;lon\nA;1911;West Harbour;53,54;9٫98\nB;1912;West Harbour;;\n")
        #expect(
            imported.siteFile("places.yml")
                == "west-harbour:\n  name: West Harbour\n  lat: 53.54\n  lon: 9.98\n")
        #expect(imported.files.allSatisfy { $0.contains("places: [west-harbour]\n") })
    }

    @Test func wrongCoordinatesNameTheirCause() throws {
        let imported = try Imported("title,date,lat,lon\nA,1911,42351,1\n")
        #expect(imported.errors.count == 1)
        #expect(imported.errors.first?.contains("reads 42.351 as 42351") == true)
    }

    @Test func entriesInJSONKeepWhatTheyNest() throws {
        let imported = try Imported(
            """
            {"title": "The harbour", "entries": [
              {"id": "e1", "title": "Closed", "edtf": "1911-08-0X/..", "date": "1911-08-01", "body": "Text", "tags": "strike",
               "claims": [{"by": "port", "stance": "asserts", "says": "It: is", "source": ["gazette"]}],
               "extra": {"a": {"b": [1, 2]}}, "other": null, "further": {"x": true}}]}
            """, "data.json")
        #expect(
            imported.files == [
                """
                ---
                title: Closed
                date: 1911-08-0X/..
                status: unrated
                tags: [strike]
                claims:
                  - by: port
                    stance: asserts
                    says: "It: is"
                    source: [gazette]
                extra:
                  imported:
                    from: data.json
                    key: e1
                  date: 1911-08-01
                  a:
                    b: [1, 2]
                  further:
                    x: true
                ---
                Text

                """
            ])
        #expect(imported.siteFile("timeline.yml") == "title: The harbour\n")
    }

    @Test func aLineIsAnEntry() throws {
        let imported = try Imported(
            "{\"title\": \"A\", \"date\": \"1911\"}\n\n{\"title\": \"B\"}\nnot json\n[1]\n", "data.jsonl")
        #expect(imported.titles == ["A"])
        #expect(
            imported.errors == [
                "3:1 error date: the event has no date = add a date in EDTF",
                "4:1 error no JSON value begins here",
                "5:1 error expected an object, found an array",
            ])
        #expect(imported.timeline.faultyCount == 3)
    }

    @Test func aStatedSlugIsChecked() throws {
        let imported = try Imported("title,date,slug\nA,1911,../../etc/passwd\nB,1911,fine\n")
        #expect(imported.slugs == ["fine"])
        #expect(imported.errors.map { $0.hasPrefix("2:8 error row 2, slug:") } == [true])
    }

    @Test func sameRowsHaveDifferentIdentities() throws {
        let imported = try Imported("title,date\nA,1911\nA,1911\n")
        let keys = imported.files.compactMap { $0.split(separator: "\n").first { $0.contains("key: ") } }
        #expect(keys.count == 2)
        #expect(String(keys[1]) == keys[0] + "-2")
    }
}
