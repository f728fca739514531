import EDTF
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

/// Headings over entries, and the pages of long timelines.
@Suite struct PeriodTests {
    private func site(_ dates: [String], settings: String = "") throws -> Site {
        var files = ["timeline.yml": "title: Harbour\n" + settings]
        for (number, date) in dates.enumerated() {
            files["events/e\(number).md"] = SmallSite.entry("E\(number)", date)
        }
        return try MemorySite(files).site()
    }

    private func headings(_ site: Site) -> [String] {
        site.sections(Array(site.timeline.entries.indices)).map {
            "\(site.periodTitles[$0.period]): \($0.numbers.count)"
        }
    }

    @Test func monthsUnderAYear() throws {
        let site = try site(["1911-08-11", "1911-08-14", "1911-09", "1911", "1912"])
        #expect(headings(site) == ["1911: 1", "August 1911: 2", "September 1911: 1", "1912: 1"])
        #expect(!site.isLong)
    }

    @Test func descendingTurnsSectionsAndEntries() throws {
        let site = try site(["1911-08-11", "1911-08-14", "1911-09-01"], settings: "order: descending\n")
        #expect(headings(site) == ["September 1911: 1", "August 1911: 2"])
        #expect(site.sections([0, 1, 2])[1].numbers == [1, 0])
        #expect(site.parts([0, 1, 2]).map(\.numbers) == [[2, 1, 0]])
    }

    @Test func aNamedWayOfSplittingMakesALongSite() throws {
        for (name, id) in [("year", "1911"), ("decade", "1910s"), ("century", "1900-1999")] {
            let site = try site(["1911-08-11"], settings: "paginate_by: \(name)\n")
            #expect(site.isLong)
            #expect(site.periods.map(\.id) == [id])
            #expect(site.url(of: site.periods[0]) == "periods/\(id).html")
            #expect(site.listURL(of: 0, in: site.periods[0]) == "periods/\(id).html#e0")
        }
    }

    @Test(arguments: [
        ("decade", ["bce-50-41", "bce-10-1", "0040s"]),
        ("century", ["bce-100-1", "0001-0099"]),
    ])
    func noPeriodReachesFromBeforeTheCommonEraIntoIt(_ name: String, _ ids: [String]) throws {
        let site = try site(["-0043-03-15", "-0001", "0000", "0042"], settings: "paginate_by: \(name)\n")
        #expect(site.periods.map(\.id) == ids)
        for period in site.periods {
            for number in period.entries {
                let day = try #require(site[number].startDay)
                #expect(try #require(period.date.earliest.day) <= day)
                #expect(try #require(period.date.latest.day) >= day)
            }
        }
    }

    @Test func aPeriodIsNoMorePreciseThanTheDatesUnderIt() throws {
        let site = try site(["19XX", "1911", "191X", "1911-08-11"])
        #expect(headings(site) == ["1900–1999: 1", "1910s: 1", "1911: 1", "August 1911: 1"])
    }

    @Test func onlyALongSiteIsSplitByItself() throws {
        let dates = (1900..<1903).map(String.init)
        #expect(try !site(dates, settings: "page_size: 3\n").isLong)
        #expect(try site(dates, settings: "page_size: 2\n").isLong)
        #expect(try !site(dates, settings: "page_size: 2\npaginate_by: none\n").isLong)
    }

    @Test func anEntryIsFoundInItsPart() throws {
        let site = try site(
            ["1911-01", "1911-02", "1911-03"], settings: "page_size: 2\npaginate_by: year\n")
        let parts = site.parts([0, 1, 2])
        #expect(parts.count == 2)
        for (part, numbers) in parts {
            let page = part.name.map { "1911/\($0)" } ?? "1911"
            for number in numbers {
                #expect(site.listURL(of: number, in: site.periods[0]) == "periods/\(page).html#e\(number)")
            }
        }
    }

    @Test func noEntriesAreOneEmptyPart() throws {
        #expect(try site(["1911"]).parts([]).map(\.numbers) == [[]])
    }

    @Test func anchorsAreNoSlugs() throws {
        let site = try site(["1911-08-11", "-0044"])
        #expect(site.periods.map { Site.anchor(of: $0) } == ["period_bce-45", "period_1911-08"])
    }
}
