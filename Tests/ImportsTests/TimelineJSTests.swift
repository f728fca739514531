import Imports
import Testing

/// The JSON of TimelineJS 3 and its sheet.
@Suite struct TimelineJSTests {
    private func json(_ events: String, _ more: String = "") throws -> Imported {
        try Imported("{\"events\": [\(events)]\(more)}", "timeline.json")
    }

    private func sheet(_ head: String, _ rows: String...) throws -> Imported {
        try Imported(([head] + rows).joined(separator: "\n") + "\n", "timeline.csv")
    }

    @Test func anEventBecomesAnEntry() throws {
        let imported = try json(
            """
            {"start_date": {"year": 1911, "month": "8", "day": "11"}, "end_date": {"year": "1911", "month": "09"},
             "text": {"headline": "Harbour &amp; quay <b>closed</b>", "text": "<p>No ship <em>enters</em>.</p>"},
             "media": {"url": "https://a.example/quay.jpg", "caption": "<a href='https://a.example'>Quay</a>",
                       "credit": "The Gazette", "alt": "A quay", "thumbnail": "https://a.example/t.jpg"},
             "group": "Shipping", "unique_id": "closed", "background": {"color": "#fff"}, "autolink": false}
            """)
        #expect(
            imported.files == [
                """
                ---
                title: Harbour & quay closed
                date: 1911-08-11/1911-09
                status: unrated
                group: shipping
                media:
                  - url: "https://a.example/quay.jpg"
                    alt: A quay
                    caption: "[Quay](https://a.example)"
                    credit: The Gazette
                extra:
                  imported:
                    from: timeline.json
                    key: closed
                  timelinejs:
                    background:
                      color: "#fff"
                    autolink: false
                    media:
                      thumbnail: "https://a.example/t.jpg"
                ---
                No ship *enters*.

                """.replacing("title: Harbour & quay closed", with: "title: \"Harbour & quay closed\"")
            ])
        #expect(imported.slugs == ["1911-08-11-harbour-quay-closed"])
        #expect(imported.errors == [])
        #expect(
            imported.siteFile("timeline.yml")
                == "title: timeline\ngroups:\n  - id: shipping\n    name: Shipping\n")
    }

    @Test(arguments: [
        // Its years before 1 are counted without a year 0.
        ("{\"year\": -500}", "-0499"), ("{\"year\": \"-1\"}", "0000"), ("{\"year\": -10000}", "-9999"),
        ("{\"year\": 64}", "0064"), ("{\"year\": 12023}", "Y12023"),
        ("{\"year\": -13800000000}", "Y-13799999999"),
        ("{\"year\": \"1911\", \"month\": \"\", \"day\": \"\"}", "1911"),
        ("{\"year\": 1911, \"month\": 8}", "1911-08"),
        ("{\"year\": 2024, \"month\": 2, \"day\": 29}", "2024-02-29"),
        (
            "{\"year\": 1911, \"month\": 8, \"day\": 11, \"hour\": 6, \"minute\": 5, \"second\": 0}",
            "1911-08-11T06:05:00"
        ),
        ("{\"year\": 1911, \"month\": 8, \"day\": 11, \"hour\": 6, \"minute\": 5}", "1911-08-11"),
    ])
    func datesKeepTheirPrecision(_ date: String, _ edtf: String) throws {
        let imported = try json("{\"start_date\": \(date), \"text\": {\"headline\": \"A\"}}")
        #expect(imported.errors == [])
        #expect(imported.dates == [edtf])
    }

    @Test(arguments: [
        (
            "{\"year\": 1911, \"month\": 13}",
            "events[0].start_date.month: 13 is no month = write a month from 1 to 12"
        ),
        (
            "{\"year\": 1911, \"month\": 6, \"day\": 31}",
            "events[0].start_date.day: 31 is no day of June 1911, which has 30 days = write a day from 1 to 30"
        ),
        (
            "{\"year\": 2023, \"month\": 2, \"day\": 30}",
            "events[0].start_date.day: 30 is no day of February 2023, which has 28 days = write a day from 1 to 28"
        ),
        (
            "{\"year\": -1, \"month\": 2, \"day\": 30}",
            "events[0].start_date.day: 30 is no day of February -1, which has 29 days = write a day from 1 to 29"
        ),
        (
            "{\"year\": 0}",
            "events[0].start_date.year: there is no year 0 between 1 BCE and 1 CE = write -1 for 1 BCE, or 1 for 1 CE"
        ),
        (
            "{\"year\": \"c1911\"}",
            "events[0].start_date.year: 'c1911' is not a whole number = write digits only"
        ),
        (
            "{\"year\": 1911.5}",
            "events[0].start_date.year: '1911.5' is not a whole number = write digits only"
        ),
        (
            "{\"year\": 1911, \"day\": 5}",
            "events[0].start_date.day: a day without a month = add the month, or remove the day"
        ),
        ("{\"month\": 5}", "events[0].start_date.month: no year = add the year"),
        (
            "{\"year\": 1911, \"month\": 1, \"day\": 1, \"hour\": 24}",
            "events[0].start_date.hour: 24 is more than 23 = write a number from 0 to 23"
        ),
    ])
    func wrongDatesAreErrors(_ date: String, _ summary: String) throws {
        let imported = try json("{\"start_date\": \(date), \"text\": {\"headline\": \"A\"}}")
        #expect(imported.errors.count == 1)
        #expect(imported.errors.first?.hasSuffix(" error " + summary) == true, "\(imported.errors)")
        #expect(imported.files == [])
        #expect(imported.timeline.faultyCount == 1)
    }

    @Test func anEndBeforeTheStartIsAnError() throws {
        let imported = try json(
            "{\"start_date\": {\"year\": 1912}, \"end_date\": {\"year\": 1911}, \"text\": {\"headline\": \"A\"}}"
        )
        #expect(imported.errors.count == 1)
        #expect(imported.errors.first?.contains("events[0].end_date.year: 1912/1911 is no date") == true)
    }

    @Test func aDisplayDateThatSaysLessIsReported() throws {
        let imported = try json(
            """
            {"start_date": {"year": 1911, "month": 8, "day": 11, "display_date": "August 1911"}, "text": {"headline": "A"}},
            {"start_date": {"year": 1911}, "display_date": "circa 1911", "text": {"headline": "B"}},
            {"start_date": {"year": 1911, "month": 8, "day": 11}, "display_date": "a Friday", "text": {"headline": "C"}},
            {"start_date": {"year": 1911}, "display_date": "June 1912", "text": {"headline": "D"}}
            """)
        #expect(imported.dates == ["1911-08-11", "1911", "1911-08-11", "1911"])
        #expect(imported.files.map { $0.contains("date_text:") } == [true, true, true, false])
        #expect(imported.files[3].contains("    display_date: June 1912\n"))
        let report = imported.report.filter { !$0.contains("title") }
        #expect(report.count == 3)
        #expect(
            report[0].contains(
                "'August 1911' says less than 1911-08-11 = write date: 1911-08 in the entry if no more is known"
            ))
        #expect(report[1].contains("'circa 1911' says less than 1911 = write date: 1911~"))
        #expect(report[2].contains("'June 1912' is no date_text"))
    }

    @Test func titleAndErasBecomeSettings() throws {
        let imported = try json(
            "{\"start_date\": {\"year\": 1911}, \"text\": {\"headline\": \"A\"}}",
            """
            , "title": {"text": {"headline": "The harbour", "text": "<p>A story of <a href='https://a.example'>ships</a>.</p>"},
              "background": {"color": "red"}},
            "eras": [{"start_date": {"year": -10}, "end_date": {"year": 20}, "text": {"headline": "Early: days"}}],
            "scale": "human", "more": 1
            """)
        #expect(
            imported.siteFile("timeline.yml") == """
                title: The harbour
                description: A story of ships.
                eras:
                  - name: "Early: days"
                    date: -0009/0020

                """)
        #expect(
            imported.siteFile("introduction.md") == """
                ---
                title: The harbour
                ---
                A story of [ships](https://a.example).

                """)
        #expect(imported.report.count == 2)
        #expect(imported.report.allSatisfy { $0.contains("warning") })
    }

    @Test func aSiteThatHasSettingsKeepsThem() throws {
        var site = ImportSite()
        site.hasSettings = true
        site.groups = [("shipping", "Ships")]
        let imported = try Imported(
            """
            {"title": {"text": {"headline": "T"}},
             "eras": [{"start_date": {"year": 1}, "text": {"headline": "E"}}],
             "events": [{"start_date": {"year": 1911}, "group": "Ships", "text": {"headline": "A"}},
                        {"start_date": {"year": 1911}, "group": "Other", "text": {"headline": "B"}}]}
            """, "timeline.json", site: site)
        #expect(imported.timeline.siteFiles.isEmpty)
        #expect(imported.files[0].contains("group: shipping\n"))
        #expect(imported.files[1].contains("group: Other\n"))
        #expect(imported.report.count == 2)
    }

    @Test func mediaWithoutAnAddressStaysInTheText() throws {
        let imported = try json(
            """
            {"start_date": {"year": 1}, "text": {"headline": "A"}, "media": {"url": "<blockquote>Said <cite>by her</cite></blockquote>"}},
            {"start_date": {"year": 2}, "text": {"headline": "B"}, "media": {"url": "javascript:alert(1)", "caption": "Cap", "credit": "Me"}},
            {"start_date": {"year": 3}, "text": {"headline": "C"}, "media": {"url": "//a.example/x.jpg"}}
            """)
        #expect(imported.entries[0].hasSuffix("---\n> Said *by her*\n"))
        #expect(imported.files[1].contains("      url: \"javascript:alert(1)\"\n      credit: Me\n"))
        #expect(imported.files[1].hasSuffix("---\nCap\n"))
        #expect(imported.files[2].contains("  - url: \"https://a.example/x.jpg\"\n"))
        #expect(imported.errors == [])
    }

    @Test func anEventWithoutAHeadlineGetsItsFirstWords() throws {
        let imported = try json(
            """
            {"start_date": {"year": 1}, "text": {"text": "The harbour was closed at noon. Nobody knew why."}},
            {"start_date": {"year": 2}, "media": {"url": "https://a.example"}}
            """)
        #expect(imported.titles == ["The harbour was closed at noon."])
        #expect(imported.report.contains { $0.contains("events[0].text.text: the event has no headline") })
        #expect(
            imported.errors.map {
                $0.hasSuffix("events[1]: the event has neither a headline nor a text = add a headline")
            } == [true])
    }

    @Test func repeatedIdsGetNumbers() throws {
        let event = "{\"start_date\": {\"year\": 1}, \"text\": {\"headline\": \"A\"}, \"unique_id\": \"x\"}"
        let imported = try json(event + "," + event)
        #expect(imported.files.map { $0.contains("    key: x\n") } == [true, false])
        #expect(imported.files[1].contains("    key: x-2\n"))
        #expect(imported.report.contains { $0.contains("the id 'x' is repeated") })
    }

    @Test func theOlderJSONIsRead() throws {
        let imported = try Imported(
            """
            {"timeline": {"headline": "The harbour", "type": "default", "text": "A story",
              "date": [{"startDate": "1911,8,11", "endDate": "1911,8,14", "headline": "Closed", "text": "<p>Shut.</p>",
                        "tag": "Ships", "asset": {"media": "https://a.example/q.jpg", "credit": "Me", "thumbnail": "t.jpg"}},
                       {"startDate": "1911,13", "headline": "Wrong"}],
              "era": [{"startDate": "1910", "endDate": "1912", "headline": "Strike"}]}}
            """, "timeline.json")
        #expect(
            imported.entries == [
                """
                ---
                title: Closed
                date: 1911-08-11/1911-08-14
                status: unrated
                group: ships
                media:
                  - url: "https://a.example/q.jpg"
                    credit: Me
                extra:
                  timelinejs:
                    thumbnail: t.jpg
                ---
                Shut.

                """
            ])
        #expect(imported.errors.map { $0.contains("timeline.date[1].startDate: 13 is no month") } == [true])
        #expect(
            imported.siteFile("timeline.yml")?.contains("  - name: Strike\n    date: 1910/1912\n") == true)
    }

    // MARK: The sheet

    private static let head =
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background,Alt Text"

    @Test func rowsBecomeEntries() throws {
        let imported = try sheet(
            "\u{FEFF}" + Self.head, ",,,,,,,,,The harbour,A story,,,,,title,,red,",
            "1911,8,11,2:30 PM,1911,8,14,,,Closed,\"Line one\n\nLine \"\"two\"\"\",https://a.example/q.jpg,Credit,Caption,t.jpg,,Ships,#fff,A quay",
            "1900,,,,1914,,,,,Before the war,,,,,,era,,,", "", "1912,2,,14:05:09,,,,,,Open")
        #expect(imported.errors == [])
        #expect(
            imported.entries == [
                """
                ---
                title: Closed
                date: 1911-08-11/1911-08-14
                status: unrated
                group: ships
                media:
                  - url: "https://a.example/q.jpg"
                    alt: A quay
                    caption: Caption
                    credit: Credit
                extra:
                  timelinejs:
                    background: "#fff"
                    start_time: 14:30
                    media:
                      thumbnail: t.jpg
                ---
                Line one

                Line "two"

                """.replacing("start_time: 14:30", with: "start_time: \"14:30\""),
                """
                ---
                title: Open
                date: 1912-02
                status: unrated
                ---

                """,
            ])
        #expect(
            imported.siteFile("timeline.yml") == """
                title: The harbour
                description: A story
                groups:
                  - id: ships
                    name: Ships
                eras:
                  - name: Before the war
                    date: 1900/1914

                """)
        #expect(
            imported.report.contains { $0.contains("row 2, Background: the first page has no room for it") })
    }

    @Test func columnsMayBeInAnyOrderAndMore() throws {
        let imported = try sheet("headline;YEAR;Place;Headline", "Closed;1911;Quay;Again")
        #expect(
            imported.entries == [
                "---\ntitle: Closed\ndate: 1911\nstatus: unrated\nextra:\n  timelinejs:\n    Place: Quay\n    Headline: Again\n---\n"
            ])
    }

    @Test func cellsHaveTheirPlaces() throws {
        let imported = try sheet(
            "Year,Month,Day,Headline", "1911,8,11,Fine", "1911,13,1,Wrong", "1911,6,31,Wrong", "x,,,Wrong")
        #expect(
            imported.errors == [
                "3:6 error row 3, Month: 13 is no month = write a month from 1 to 12",
                "4:8 error row 4, Day: 31 is no day of June 1911, which has 30 days = write a day from 1 to 30",
                "5:1 error row 5, Year: 'x' is not a whole number = write digits only",
            ])
        #expect(imported.titles == ["Fine"])
    }

    @Test func raggedRowsAreReported() throws {
        let imported = try sheet("Year,Headline", "1911", "1912,Open,more")
        #expect(imported.titles == ["Open"])
        #expect(imported.report.contains { $0.contains("row 3, column 3: 'more' has no heading") })
        #expect(imported.errors.map { $0.contains("row 2: the event has neither") } == [true])
    }

    @Test func anUnclosedQuoteLosesNoRowsSilently() throws {
        let imported = try sheet("Year,Headline", "1911,Closed", "1912,\"Open", "1913,Lost")
        #expect(imported.titles == ["Closed"])
        #expect(imported.errors.map { $0.hasPrefix("3:6 error row 3: a quote that is not closed") } == [true])
    }

    @Test(arguments: [
        ("8/11/1911", "1911-08-11"), ("8/1911", "1911-08"), ("1911", "1911"), ("-500", "-0499"),
        ("1911-08-11", "1911-08-11"),
    ])
    func theOlderSheetHasDatesInOneColumn(_ date: String, _ edtf: String) throws {
        let imported = try sheet("Start Date,End Date,Headline,Tag", "\(date),,Closed,Ships")
        #expect(imported.errors == [])
        #expect(imported.dates == [edtf])
        #expect(imported.files[0].contains("group: ships\n"))
    }

    @Test func timesMustBeTimes() throws {
        let imported = try sheet(
            "Year,Month,Day,Time,Headline", "1911,8,11,noon,A", "1911,8,11,12:00 AM,B", "1911,8,11,25:00,C")
        #expect(imported.errors.count == 2)
        #expect(imported.files.count == 1)
        #expect(imported.files[0].contains("start_time: \"0:0\"") || imported.files[0].contains("start_time"))
    }
}
