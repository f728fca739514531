import Templates
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

@Suite("A claim and the answers that dispute it")
struct DisputeTests {
    private static let closed = """
        ---
        title: Harbour closed
        date: 1911-08-11
        status: disputed
        claims:
          - {by: Clerk, stance: asserts, says: Rain is coming., date: 1911-08-11, source: gazette}
          - {id: shut, by: Port Authority, stance: asserts, says: "The *harbour* is shut.", date: 1911-08-11, source: [courier, gazette]}
          - {by: [Dockers, Pilots], stance: denies, of: shut, quote: Not one ship was turned away, date: 1911-08-12, source: gazette}
          - {by: Mill, stance: doubts, of: shut, says: We saw ships., date: 1911-08-12, source: gazette}
          - {by: Bakers, stance: denies, of: shut, says: Flour came., date: 1911-08-13, source: gazette}
        ---
        """
    private static let answered = """
        ---
        title: Pilots answer
        date: 1911-08-14
        kind: statement
        status: confirmed
        content_status: disputed
        claims: [{by: Pilots, stance: denies, of: "closed#shut", says: Nothing is shut., date: 1911-08-14, source: gazette}]
        ---
        """
    private static let sources =
        "gazette: {publisher: The Gazette, date: 1911-08-12}\ncourier: {publisher: Courier, date: 1911-08-12}\n"

    private func site() throws -> Site {
        try MemorySite([
            "events/closed.md": Self.closed, "events/answered.md": Self.answered, "sources.yml": Self.sources,
        ]).site()
    }

    private func words(_ side: Dispute.Side) -> String {
        let who = side.speakers.map(\.text).joined(separator: "+")
        let quote = side.isQuote ? "“\(side.text)”" : side.text
        return "\(who) \(side.verb): \(quote) \(side.notes)"
    }

    @Test(
        "The first answered claim is shown beside its first two answers, with the numbers of their notes")
    func ownClaim() throws {
        let dispute = try #require(try site().attribution(0, in: "closed").dispute)
        #expect(words(dispute.claim) == "Port Authority says: The harbour is shut. [2, 1]")
        #expect(dispute.claim.url == "events/closed.html#claim_shut")
        #expect(
            dispute.answers.map(words) == [
                "Dockers+Pilots deny: “Not one ship was turned away” [1]", "Mill doubts: We saw ships. [1]",
            ])
    }

    @Test("A denial of a claim in another entry is shown beside that claim")
    func otherEntry() throws {
        let dispute = try #require(try site().attribution(1, in: "answered").dispute)
        #expect(words(dispute.claim) == "Port Authority says: The harbour is shut. []")
        #expect(dispute.answers.map(words) == ["Pilots denies: Nothing is shut. [1]"])
    }

    @Test("No speaker is named twice for one stance")
    func voices() throws {
        let shown = try site().attribution(0, in: "closed")
        let voices = shown.voices.map { "\($0.stance) " + $0.speakers.map(\.text).joined(separator: "+") }
        #expect(voices == ["asserts Clerk", "denies Bakers"])
    }

    @Test("Without an answer there is no dispute")
    func undisputed() throws {
        let entry = SmallSite.entry(
            more: "claims: [{by: A, stance: denies, says: No., source: {title: T, date: 1911}}]")
        #expect(try MemorySite(["events/e.md": entry]).site().attribution(0, in: "e").dispute == nil)
    }

    @Test("A list has the first notes by their numbers, and says how many more there are")
    func notes() throws {
        let sources = (1...7).map { "{publisher: P\($0), date: 1911}" }.joined(separator: ", ")
        let entry = """
            ---
            title: A
            date: 1911
            status: confirmed
            sources: [\(sources)]
            ---
            """
        let notes = try MemorySite(["events/e.md": entry]).site().notes(ofEntry: 0)
        #expect(notes.first.map(\.number) == [1, 2, 3, 4, 5])
        #expect(notes.first.map(\.source.subject.source.publisher) == ["P1", "P2", "P3", "P4", "P5"])
        #expect(notes.furtherCount == 2)
    }
}

extension Site {
    /// The attribution of the entry with this number; fails if its slug is another.
    fileprivate func attribution(_ number: Int, in slug: String) throws -> Attribution {
        try #require(self[number].slug.value == slug)
        return withAttribution(number) { $0 }
    }
}
