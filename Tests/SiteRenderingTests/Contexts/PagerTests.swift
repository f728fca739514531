import Testing

@testable import SiteRendering
@testable import Templates

/// The links between the parts of a long list.
@Suite struct PagerTests {
    private func pager(_ part: Int, of count: Int) -> Pager {
        Pager.of(.tags, "strike", part: part, count: count, .english)
    }

    private func url(_ pager: Pager, _ name: String) -> String? {
        let record = pagerContext.record(pager)
        guard let slot = record.shape.slot(of: name), case .record(let link) = record.read(slot),
            let url = link.shape.slot(of: "url"), case .text(let text) = link.read(url)
        else { return nil }
        return text
    }

    @Test(
        arguments: [
            (1, 2, nil, nil, "tags/strike/2.html", nil),
            (2, 2, nil, "tags/strike.html", nil, nil),
            (1, 5, nil, nil, "tags/strike/2.html", "tags/strike/5.html"),
            (3, 5, "tags/strike.html", "tags/strike/2.html", "tags/strike/4.html", "tags/strike/5.html"),
            (5, 5, "tags/strike.html", "tags/strike/4.html", nil, nil),
        ] as [(Int, Int, String?, String?, String?, String?)])
    func links(
        _ part: Int, _ count: Int, _ first: String?, _ previous: String?, _ next: String?, _ last: String?
    ) {
        let pager = pager(part, of: count)
        #expect(url(pager, "first") == first)
        #expect(url(pager, "previous") == previous)
        #expect(url(pager, "next") == next)
        #expect(url(pager, "last") == last)
    }

    @Test func thePartIsNamed() throws {
        let link = try #require(pager(2, of: 3).link(2))
        #expect(link.text == "Part 2 of 3")
        #expect(link.isCurrent)
        #expect(pager(2, of: 3).link(0) == nil)
        #expect(pager(2, of: 3).link(4) == nil)
    }
}

extension Link: Equatable {
    public static func == (left: Link, right: Link) -> Bool {
        left.text == right.text && left.url == right.url && left.isCurrent == right.isCurrent
            && left.isLast == right.isLast
    }
}
