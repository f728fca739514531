import Testing

@testable import TimelineModel

@Suite("Claims that concern an actor or a source")
struct ClaimIndexTests {
    private static let harbour = """
        ---
        title: x
        date: 1911-08-11
        status: disputed
        actors: [Port Authority, Port Authority]
        sources: [courier]
        claims:
          - {id: closed, by: Port Authority, stance: asserts, says: x, source: [gazette, gazette]}
          - {by: [Union, Port Authority], stance: doubts, says: x, source: courier}
          - {by: unnamed, by_text: a witness, via: Reporter, stance: asserts, says: x}
        editor_notes: [{text: x, sources: [gazette]}]
        ---

        """
    private static let strike = """
        ---
        title: x
        date: 1911-08-12
        status: disputed
        actors: [Union]
        sources: [courier]
        claims:
          - {by: Union, stance: denies, of: harbour#closed, source: courier}
          - {by: Captain, stance: denies, of: harbour#closed, source: gazette}
          - {by: Port Authority, stance: asserts, says: x, source: gazette}
        ---

        """

    private static func timeline() throws -> Timeline {
        let site = TestSite([
            TestSite.entryPath: nil, "Content/actors.yml": nil,
            "Content/events/harbour.md": harbour, "Content/events/strike.md": strike,
        ])
        return Timeline(try site.read().content)
    }

    private static func keys(_ pairs: (Int, Int)...) -> [ClaimKey] {
        pairs.map { ClaimKey(entry: $0, claim: $1) }
    }

    private func concerning(
        _ actor: String, in entries: [Int] = [1, 0], mostAnswers: Int = 50
    ) throws -> ClaimIndex.OfActor {
        let timeline = try Self.timeline()
        let slot = try #require(timeline.actors.slot(of: actor))
        return ClaimIndex(timeline).claims(concerning: slot, in: entries, mostAnswers: mostAnswers)
    }

    @Test("An actor's own claims, others' claims in its entries, and answers to its own are found once each")
    func concerned() throws {
        let found = try concerning("port-authority")
        #expect(found.made == Self.keys((0, 0), (0, 1), (1, 2)))
        #expect(found.ofOthers == Self.keys((0, 2), (1, 0), (1, 1)))
    }

    @Test("Answers are found in all entries, claims only in the requested entries")
    func parts() throws {
        let first = try concerning("port-authority", in: [0])
        #expect(first.made == Self.keys((0, 0), (0, 1)))
        #expect(first.ofOthers == Self.keys((0, 2), (1, 0), (1, 1)))
        let second = try concerning("port-authority", in: [1])
        #expect(second.made == Self.keys((1, 2)))
        #expect(second.ofOthers == [])
        #expect(try concerning("port-authority", in: []) == ClaimIndex.OfActor())
    }

    @Test("No more answers to one claim are found than requested")
    func fewAnswers() throws {
        #expect(try concerning("port-authority", mostAnswers: 1).ofOthers == Self.keys((0, 2), (1, 0)))
        #expect(try concerning("port-authority", mostAnswers: 0).ofOthers == Self.keys((0, 2)))
    }

    @Test("Others' claims do not concern an actor that only speaks or relays in an entry")
    func speakers() throws {
        #expect(try concerning("captain") == ClaimIndex.OfActor(made: Self.keys((1, 1))))
        #expect(try concerning("reporter") == ClaimIndex.OfActor())
        let union = try concerning("union")
        #expect(union.made == Self.keys((0, 1), (1, 0)))
        #expect(union.ofOthers == Self.keys((1, 1), (1, 2)))
    }

    @Test("The claims that a source published are found once each")
    func published() throws {
        let timeline = try Self.timeline()
        let index = ClaimIndex(timeline)
        let gazette = try #require(timeline.sources.slot(of: "gazette"))
        #expect(
            index.claims(publishedBy: gazette, in: [1, 0]) == Self.keys((0, 0), (1, 1), (1, 2)))
        #expect(index.claims(publishedBy: gazette, in: [1]) == Self.keys((1, 1), (1, 2)))
        #expect(index.claims(publishedBy: gazette, in: []) == [])
    }

    @Test("Answers are counted in the entry that gives them and in the entry that receives them")
    func exchanges() throws {
        let index = ClaimIndex(try Self.timeline())
        #expect((0...1).map(index.exchangeCount) == [2, 2])
    }
}
