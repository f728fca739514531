import Imports
import Testing

/// Texts of Markwhen.
@Suite struct MarkwhenTests {
    private func imported(_ text: String) throws -> Imported { try Imported(text, "notes.mw") }

    @Test func aTextBecomesEntries() throws {
        let imported = try imported(
            """
            ---
            title: The harbour
            description: A story of ships
            view: "*"
            #strike: red
            ---
            // a comment
            # Shipping #harbour
            style: section

            1911-08-11 / 1911-08-14: Harbour closed #strike
            id: closed
            place: Quay
            tags: [ships, dock]
            The harbour was **closed**.

            - See [the log](https://a.example/log)
            - [ ] ask #clerk

            ## Inner
            1911-08-20 10:30: [x] Ferry runs
            # Other
            1912: A year
            """)
        #expect(imported.errors == [])
        #expect(
            imported.entries == [
                """
                ---
                title: Harbour closed
                date: 1911-08-11/1911-08-14
                status: unrated
                group: shipping
                tags: [strike, ships, dock, harbour, clerk]
                extra:
                  markwhen:
                    place: Quay
                ---
                The harbour was **closed**.

                - See [the log](https://a.example/log)
                - [ ] ask #clerk

                """.replacing(
                    "[strike, ships, dock, harbour, clerk]", with: "[strike, harbour, clerk, ships, dock]"),
                """
                ---
                title: Ferry runs
                date: 1911-08-20
                status: unrated
                group: shipping
                tags: [harbour]
                extra:
                  markwhen:
                    sections: [Inner]
                    completed: true
                    time: "10:30"
                ---

                """,
                "---\ntitle: A year\ndate: 1912\nstatus: unrated\ngroup: other\n---\n",
            ])
        #expect(imported.files[0].contains("    key: closed\n"))
        #expect(
            imported.siteFile("timeline.yml")?.hasPrefix(
                "title: The harbour\ndescription: A story of ships\n") == true)
        #expect(imported.report.contains { $0.contains("view: a key of the header") })
        #expect(imported.report.contains { $0.contains("#strike: a key of the header") })
    }

    @Test(arguments: [
        ("1911", "1911"), ("1911-08", "1911-08"), ("1911/1912", "1911/1912"),
        ("1911-08-11/1911-08-14", "1911-08-11/1911-08-14"),
        ("1911 - 1914", "1911/1914"), ("Aug 1911", "1911-08"), ("August 11 1911", "1911-08-11"),
        ("11 Aug, 1911", "1911-08-11"),
        ("8/11/1911", "1911-08-11"), ("8/1911 to 9/1911", "1911-08/1911-09"), ("500 BCE", "-0499"),
        ("300-200 BC", "-0299/-0199"),
        ("50 BCE - 50 CE", "-0049/0050"), ("64", "0064"), ("1911-08-11/5 days", "1911-08-11/1911-08-15"),
        ("2024-W01", "2024-01-01/2024-01-07"), ("2024-W01-3", "2024-01-03"),
        ("1911-08-11T10:30:00Z", "1911-08-11T10:30:00Z"),
        ("1911-08-11 / 1 week", "1911-08-11/1911-08-17"),
    ])
    func datesAreReadAsDocumented(_ date: String, _ edtf: String) throws {
        let imported = try imported("title: T\n\n\(date): Event\n")
        #expect(imported.errors == [])
        #expect(imported.dates == [edtf])
    }

    @Test func slashDatesMayHaveTheDayFirst() throws {
        #expect(try imported("dateFormat: d/M/y\n11/8/1911: A\n").dates == ["1911-08-11"])
    }

    @Test(arguments: [
        ("now", "depends on the day"), ("1911/now", "depends on the day"), ("Dec 25", "depends on the day"),
        ("December", "depends on the day"), ("10:30", "depends on the day"),
        ("after !nothing 3 days", "no event before it"),
        ("5 days", "depends on the event before it"), ("1911-13-45", "is no date"),
        ("1911-02-30", "is no date"),
        ("13/45/1911", "is no date"), ("1911 / 5 days", "does not give an exact day"),
        ("after !a 2 hours", "no event before it"),
    ])
    func whatIsNotExactIsReported(_ date: String, _ reason: String) throws {
        let imported = try imported("title: T\n\n\(date): Event\n")
        #expect(imported.files == [])
        #expect(imported.errors.count == 1)
        #expect(imported.errors.first?.contains(reason) == true, "\(imported.errors)")
        #expect(imported.errors.first?.hasPrefix("3:1 ") == true)
    }

    /// The end of an event is the day after its last one, as for Markwhen's parser.
    @Test(arguments: [
        ("!a / !b", "1911-08-15/1911-08-19"), ("!a.start / !b.end", "1911-08-11/1911-08-20"),
        ("after !a 3 days", "1911-08-15/1911-08-17"),
        ("before !a 1 week", "1911-08-04/1911-08-10"), ("!a.start 1 day", "1911-08-11"),
        ("2 days", "1911-08-21/1911-08-22"),
        ("!a + 2 days / 1911-09", "1911-08-17/1911-09"),
    ])
    func datesRelativeToExactEventsAreComputed(_ date: String, _ edtf: String) throws {
        let imported = try imported("1911-08-11/1911-08-14: A\nid: a\n\n1911-08-20: B\nid: b\n\n\(date): C\n")
        #expect(imported.errors == [])
        #expect(imported.dates.last == edtf)
    }

    @Test func datesRelativeToInexactEventsAreErrors() throws {
        let imported = try imported(
            "1911-08: A\nid: a\n\nafter !a 3 days: B\n\nafter !a 2 business days: C\n")
        #expect(imported.errors.count == 2)
        #expect(imported.dates == ["1911-08"])
    }

    @Test func recurrencesAreReported() throws {
        let imported = try imported("1911-08-11 every year for 3 times: Feast\n")
        #expect(imported.dates == ["1911-08-11"])
        #expect(imported.files[0].contains("    recurrence: every year for 3 times\n"))
        #expect(imported.report.contains { $0.contains("repeats the event") })
    }

    @Test func textsAreSafe() throws {
        let imported = try imported(
            "1911: Closed <script>\nSee [x](javascript:alert(1)) and <b>bold</b> ![p](https://a.example/p.jpg) [^a]\n"
        )
        #expect(imported.files[0].contains("title: \"Closed <script>\"\n"))
        #expect(
            imported.files[0].hasSuffix(
                "---\nSee [x\\](javascript:alert(1)) and \\<b>bold\\</b> [p](https://a.example/p.jpg) \\[^a]\n"
            ))
        #expect(imported.report.contains { $0.contains("'javascript:alert(1' is no address of the web") })
    }

    @Test func olderSectionsHaveAnEnd() throws {
        let imported = try imported("section War\n1914: A\nend section\n1920: B\n")
        #expect(imported.files.map { $0.contains("group: war\n") } == [true, false])
    }
}
