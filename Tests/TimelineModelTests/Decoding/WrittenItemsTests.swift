import Testing

@testable import TimelineModel

@Suite("Several items in one text")
struct WrittenItemsTests {
    @Test(
        "A text is split at signs and at words like 'and'",
        arguments: [
            ("a, b;c | d", ["a", "b", "c", "d"], ["a", "b", "c", "d"]),
            ("Port and Mill", ["Port", "Mill"], ["Port", "Mill"]),
            ("Port und Mill – Dock", ["Port", "Mill", "Dock"], ["Port", "Mill", "Dock"]),
            ("Port/Mill + Dock", ["Port/Mill", "Dock"], ["Port", "Mill", "Dock"]),
            ("Sandy Port", ["Sandy Port"], ["Sandy", "Port"]),
            ("  a  ,, ", ["a"], ["a"]),
            ("", [], []),
            ("港、桟橋", ["港", "桟橋"], ["港", "桟橋"]),
        ])
    func parts(_ text: String, _ parts: [String], _ words: [String]) {
        let items = WrittenItems(text)
        #expect(items.parts == parts)
        #expect(items.words == words)
    }

    @Test("Names are also split at signs without blanks, ids at every character that ids do not have")
    func names() {
        let items = WrittenItems("Port/Mill & Co, x-1 (dock)")
        #expect(items.names == ["Port", "Mill", "Co", "x-1 (dock)"])
        #expect(items.ids == ["Port", "Mill", "Co", "x-1", "dock"])
    }

    @Test("A text for a list of ids is split into words, for other lists only if each word could be an id")
    func items() {
        #expect(
            WrittenItems("West Quay, East Quay").items(of: .id(of: "places")) == [
                "West", "Quay", "East", "Quay",
            ])
        #expect(
            WrittenItems("West Quay, East Quay").items(of: .textOrObject("source")) == [
                "West Quay", "East Quay",
            ])
        #expect(
            WrittenItems("gazette, courier").items(of: .textOrObject("source")) == ["gazette", "courier"])
    }

    private static let registered: Set<String> = ["port-authority", "dockers", "mill", "dock-2"]

    @Test(
        "Registered ids in one text are split into several items",
        arguments: [
            ("dockers, mill", true, ["dockers", "mill"]),
            ("dockers mill", true, ["dockers", "mill"]),
            ("dockers mill", false, nil),
            ("dockers dock-2", false, ["dockers", "dock-2"]),
            ("port-authority, somebody", false, ["port-authority", "somebody"]),
            ("Port-Authority, somebody", false, ["Port-Authority", "somebody"]),
            ("dockers, somebody", false, nil),
            ("the dockers and the mill", true, nil),
            ("port-authority (dock-2)", false, ["port-authority", "dock-2"]),
            ("port-authority", true, nil),
            ("dockers", true, nil),
            ("nobody, nothing", true, nil),
        ])
    func several(_ text: String, _ blanksPart: Bool, _ expected: [String]?) {
        #expect(WrittenItems.severalRegistered(in: text, Self.registered, blanksPart: blanksPart) == expected)
    }

    @Test("Known names are split like ids")
    func named() {
        let isNamed = { (name: String) in ["The Mill", "The Port"].contains(name) }
        func several(_ text: String) -> [String]? {
            WrittenItems.severalRegistered(in: text, [], blanksPart: false, isNamed: isNamed)
        }
        #expect(several("The Mill, The Port") == ["The Mill", "The Port"])
        #expect(several("The Mill/The Port") == ["The Mill", "The Port"])
        #expect(several("The Mill, A Port") == nil)
        #expect(several("The Mill The Port") == nil)
    }
}
