import EDTF
import Testing
import TimelineModel

@testable import Exports

@Suite("TimelineJS3")
struct TimelineJSTests {
    @Test(
        "A slide has full days, years as TimelineJS3 counts them, and words for the precision",
        arguments: [
            ("2023-09-13", "2023-9-13", nil), ("2023", "2023-1-1–2023-12-31", "«2023»"),
            ("2023-09-13/..", "2023-9-13", "«2023-09-13/..»"),
            ("../2023-09-13", "2023-9-13", "«../2023-09-13»"),
            ("-0499", "-500-1-1–-500-12-31", "«-0499»"), ("0000-05-01", "-1-5-1", "«0000-05-01»"),
            ("2023-09-13?", "2023-9-13", "«2023-09-13?»"), ("Y-271820", nil, nil), ("Y275761", nil, nil),
        ] as [(String, String?, String?)])
    func dates(edtf: String, dates: String?, words: String?) throws {
        let site = try SmallTimeline.site(["date: \"\(edtf)\""])
        let slide = Slide(0, site)
        let written = slide.map { slide in
            [slide.start, slide.end].compactMap(\.self).map { "\($0.year)-\($0.month)-\($0.day)" }
                .joined(separator: "–")
        }
        #expect(written == dates)
        #expect(slide?.displayDate == words)
    }

    @Test("Texts are HTML, so that a title shows as it is written")
    func titles() throws {
        let site = try SmallTimeline.site(["date: 2023\ntitle: a <b> & c"])
        let text = SmallTimeline.text { $0.append(timelineJS: site) }
        #expect(text.contains(#""headline":"a &lt;b&gt; &amp; c""#))
    }

    @Test("What is decoded once more before it is shown as HTML is escaped twice, and no cell is a formula")
    func twice() throws {
        let site = try SmallTimeline.site(["date: 2023\ntitle: =a\ndate_text: \"=<b>\"\ngroup: \"=<i>\""])
        let json = SmallTimeline.text { $0.append(timelineJS: site) }
        #expect(json.contains(#""display_date":"=&amp;lt;b&amp;gt;""#))
        #expect(json.contains(#""group":"=&amp;lt;i&amp;gt;""#))
        let table = SmallTimeline.text { $0.append(timelineJSTable: site) }
        #expect(table.contains(#","&amp;#61;&amp;lt;b&amp;gt;","&#61;a","#))
        #expect(table.contains(#","&amp;#61;&amp;lt;i&amp;gt;","#))
    }
}
