import Testing

@testable import SiteRendering
@testable import Templates

@Suite("The links between the parts of a long list")
struct PagerTests {
    private func pager(_ part: Int, of count: Int) -> Pager {
        let parts = (1...count).map { ListPart(name: $0 == 1 ? nil : "p\($0)", label: "Part \($0)") }
        return Pager(links: parts.links(.tags, "strike"), index: part - 1)
    }

    private func url(_ pager: Pager, _ name: String) -> String? {
        let record = pagerContext.record(pager)
        guard let slot = record.shape.slot(of: name), case .record(let link) = record.read(slot),
            let url = link.shape.slot(of: "url"), case .text(let text) = link.read(url)
        else { return nil }
        return text
    }

    @Test(
        "A page leads to the parts beside it, and a later one to the first",
        arguments: [
            (1, 2, nil, nil, "tags/strike/p2.html"),
            (2, 2, "tags/strike.html", "tags/strike.html", nil),
            (1, 5, nil, nil, "tags/strike/p2.html"),
            (3, 5, "tags/strike.html", "tags/strike/p2.html", "tags/strike/p4.html"),
            (5, 5, "tags/strike.html", "tags/strike/p4.html", nil),
        ] as [(Int, Int, String?, String?, String?)])
    func links(_ part: Int, _ count: Int, _ first: String?, _ previous: String?, _ next: String?) {
        let pager = pager(part, of: count)
        #expect(url(pager, "first") == first)
        #expect(url(pager, "previous") == previous)
        #expect(url(pager, "next") == next)
    }

    @Test("Only the first page leads to all parts", arguments: [1, 2, 3])
    func allParts(_ part: Int) throws {
        let record = pagerContext.record(pager(part, of: 3))
        let slot = try #require(record.shape.slot(of: "parts"))
        guard case .list(let list) = record.read(slot) else {
            Issue.record("The parts are not a list")
            return
        }
        #expect(list.count == (part == 1 ? 3 : 0))
    }
}

extension Link: Equatable {
    public static func == (left: Link, right: Link) -> Bool {
        left.text == right.text && left.url == right.url && left.isCurrent == right.isCurrent
            && left.isLast == right.isLast
    }
}
