import CommonMark
import Diagnostics
import EDTF
import Testing

@testable import TimelineModel

/// The example of the content format, with every key.
private let example = """
    ---
    title: Harbour closed to shipping, the port authority says
    date: 1911-08-0X/..            # EDTF
    date_text: since early August  # wording for readers; never replaces `date`
    kind: statement
    status: confirmed
    content_status: disputed
    summary: One or two sentences for lists, feeds and cards (plain text).
    group: shipping
    actors: [port-authority, dockers-union]
    places:
      - west-harbour
      - {id: old-quay, status: disputed, by: dockers-union, source: gazette-1911-08-12, note: Some *say* so}
    route:
      - {from: west-harbour, to: old-quay, by: sea}
      - {from: old-quay, to: mill-town, by: rail, status: disputed, claimed_by: gazette, source: gazette-1911-08-12}
    tags: [strike, shipping]
    importance: 1
    order: -3
    quantities:
      - {label: Ships held, value: 40, qualifier: more than, unit: ships, claimed_by: port-authority, source: gazette-1911-08-12}
      - {label: Ships held, min: 12, max: 15.50, claimed_by: [dockers-union, harbour-master]}
    claims:
      - id: closure
        by: port-authority
        via: harbour-master
        stance: asserts
        says: The harbour has been *closed* since early August.
        date: 1911-08-11
        source: gazette-1911-08-12
        locator: p. 2
      - by: dockers-union
        stance: denies
        of: closure
        quote: "No ship has been turned away"
        quote_language: en
        quote_original: Kein Schiff
        translated_by: the Gazette
        date: 1911-08-12
        source: [gazette-1911-08-12, {title: Log, publisher: Port, url: "https://example.com/log", date: "[1911,1912]"}]
      - {by: unnamed, by_text: An official, stance: speculates, says: x, source: Harbour gossip}
    outcome: {result: open, entry: 1911-08-harbour-closed}
    sources: [harbour-log]
    media:
      - {file: quay.jpg, alt: Cranes at a quay, caption: "A *quay*", credit: A. Smith, license: CC BY 4.0}
    see_also: [1911-08-harbour-closed]
    editor_notes:
      - {text: Two other reports name the New Quay., sources: [courier-1911-08-13]}
    corrections:
      - {date: 1911-08-20, text: An earlier version gave the number of ships as fifty.}
    known: 1911-08-11
    history:
      - {date: 1911-08-11, status: claimed, because: closure}
      - {date: 1911-08-13, status: disputed}
    slug: 1911-08-harbour-closed
    aliases: [old-name]
    draft: false
    publish: 1911-08-13
    minor: 1911-08-21
    withheld: false
    extra: {anything: for templates, deep: {a: [1, 2]}}
    ---
    Body in **CommonMark**.[^gazette-1911-08-12]
    """

@Suite("An entry with every key")
struct EntryDecodingTests {
    private static let site = TestSite([
        "Content/timeline.yml": "title: x\ngroups: [{id: shipping, name: S}]\n",
        "Content/actors.yml":
            "{port-authority: {name: P}, dockers-union: {name: D}, harbour-master: {name: H}, gazette: {name: G}}",
        "Content/places.yml": "{west-harbour: {name: W}, old-quay: {name: O}, mill-town: {name: M}}",
        "Content/sources.yml":
            "{gazette-1911-08-12: {title: G, date: 1911-08-12}, harbour-log: {title: L}, courier-1911-08-13: {publisher: C}}",
        TestSite.entryPath: example,
    ])

    @Test("It has no mistakes except a source without a date")
    func sound() throws {
        #expect(try Self.site.diagnostics().map(\.rule.id) == ["citation-without-date"])
    }

    @Test("Its facts are decoded")
    func facts() throws {
        let entry = try Self.site.entry()
        #expect(entry.title.value == "Harbour closed to shipping, the port authority says")
        #expect(entry.date.expression.canonical == "1911-08-0X/..")
        #expect(entry.date.wording?.value == "since early August")
        #expect(entry.kind == .statement)
        #expect(entry.status?.value == .confirmed)
        #expect(entry.contentStatus?.value == .disputed)
        #expect(entry.assessedStatus?.value == .disputed)
        #expect(entry.summaryText == "One or two sentences for lists, feeds and cards (plain text).")
        #expect(entry.group?.id == "shipping")
        #expect(entry.actors.map(\.id) == ["port-authority", "dockers-union"])
        #expect(entry.tags.map(\.id) == ["strike", "shipping"])
        #expect([entry.importance, entry.order] == [1, -3])
        #expect(entry.slug.value == "1911-08-harbour-closed")
        #expect(entry.aliases.map(\.value) == ["old-name"])
        #expect(entry.publish?.value.canonical == "1911-08-13")
        #expect(entry.minor?.iso == "1911-08-21")
        #expect(!entry.isWithheld)
        #expect(
            entry.extra.map { "\($0.name)=\($0.text)" } == [
                "anything=for templates", "deep.a.1=1", "deep.a.2=2",
            ])
        #expect(entry.citations.map(\.id) == ["gazette-1911-08-12"])
    }

    @Test("Its places and its route are decoded")
    func places() throws {
        let entry = try Self.site.entry()
        #expect(entry.places.map(\.place.id) == ["west-harbour", "old-quay"])
        #expect(entry.places[1].status == .disputed)
        #expect(entry.places[1].by.map(\.id) == ["dockers-union"])
        #expect(entry.places[1].sources.map(\.id) == ["gazette-1911-08-12"])
        #expect(
            entry.places[1].note.map { String(decoding: $0.html, as: UTF8.self) }
                == "Some <em>say</em> so")
        #expect(
            entry.route.map { "\($0.from.id) \($0.to.id) \($0.by?.rawValue ?? "")" } == [
                "west-harbour old-quay sea", "old-quay mill-town rail",
            ])
        #expect(entry.route[1].claimedBy.map(\.id) == ["gazette"])
    }

    @Test("Its claims are decoded")
    func claims() throws {
        let entry = try Self.site.entry()
        let first = try #require(entry.claims.first)
        #expect(first.id?.value == "closure")
        #expect(first.anchor == "claim_closure")
        #expect(first.by.map(\.id) == ["port-authority"])
        #expect(first.via?.id == "harbour-master")
        #expect(first.locator == "p. 2")
        #expect(first.date?.value.canonical == "1911-08-11")
        let second = entry.claims[1]
        #expect(
            [second.quote?.value, second.quoteLanguage, second.quoteOriginal, second.translatedBy] == [
                "No ship has been turned away", "en", "Kein Schiff", "the Gazette",
            ])
        #expect(second.of?.value == "closure")
        #expect(second.sources.map(\.id) == ["gazette-1911-08-12", "https://example.com/log"])
        #expect(entry.claims[2].byText == "An official")
        #expect(entry.claims.map(\.stance.value) == [.asserts, .denies, .speculates])
    }

    @Test("Its quantities, outcome and other lists are decoded")
    func rest() throws {
        let entry = try Self.site.entry()
        #expect(entry.quantities.map { $0.value?.description } == ["40", nil])
        #expect(entry.quantities[1].max?.description == "15.50")
        #expect(entry.quantities[1].max?.value == 15.5)
        #expect(entry.quantities[0].qualifier == "more than")
        #expect(entry.quantities[1].claimedBy.map(\.id) == ["dockers-union", "harbour-master"])
        #expect(entry.outcome?.result == .open)
        #expect(entry.media.map(\.file.value) == ["quay.jpg"])
        #expect(entry.media[0].license == "CC BY 4.0")
        #expect(entry.editorNotes.flatMap(\.sources).map(\.id) == ["courier-1911-08-13"])
        #expect(entry.corrections.map { $0.date?.value.canonical } == ["1911-08-20"])
        #expect(entry.known?.value.canonical == "1911-08-11")
        #expect(entry.history.map(\.status?.value) == [.claimed, .disputed])
        #expect(entry.allSources.count == 9)
        #expect(entry.allActors.map(\.id).filter { $0 == "unnamed" } == [])
        #expect(entry.allPlaces.count == 6)
    }

    @Test("Every known key is in the example")
    func keys() {
        let written = Set(
            example.split(separator: "\n").compactMap { line in
                line.first?.isLetter == true ? line.split(separator: ":").first.map { String($0) } : nil
            })
        let known = Set(EntryFields.keys.keys.map(\.name))
        #expect(known.subtracting(written) == [])
    }

    @Test("Missing keys have the site's defaults or the defaults of the format")
    func defaults() throws {
        let text = "---\ntitle: x\ndate: 1911\nsources: [gazette]\n---\nFirst *paragraph*.\n\nSecond.\n"
        let site = TestSite([
            TestSite.entryPath: text,
            "Content/timeline.yml":
                "title: x\ngroups: [{id: a, name: A}]\ndefaults: {status: unrated, group: a}\n",
        ])
        let entry = try site.entry()
        #expect(entry.status?.value == .unrated)
        #expect(entry.group?.id == "a")
        #expect(entry.slug.value == "closed")
        #expect(entry.summaryText == "First paragraph.")
        #expect([entry.importance, entry.order] == [2, 0])
        #expect(entry.kind == .event)
    }

    @Test("An entry's own status and group override the site's defaults")
    func ownValues() throws {
        let site = TestSite(
            "group: b",
            files: [
                "Content/timeline.yml":
                    "title: x\ngroups: [{id: a, name: A}, {id: b, name: B}]\ndefaults: {status: unrated, group: a}\n"
            ])
        let entry = try site.entry()
        #expect(entry.status?.value == .confirmed)
        #expect(entry.group?.id == "b")
    }

    @Test(
        "A reference is an id if it is well-formed, else a text whose slug is the id",
        arguments: [
            ("kim-jong-un", "kim-jong-un", true), ("1911", "1911", true), ("港", "港", true),
            ("Executive power", "executive-power", false), ("New Quay", "new-quay", false),
            ("Kreml!", "kreml", false),
        ])
    func references(_ text: String, _ id: String, _ isWellFormed: Bool) throws {
        let entry = try TestSite("actors: [\(text)]").entry()
        #expect(entry.actors.map(\.id) == [id])
        #expect(entry.actors.map(\.text) == [text])
        #expect(entry.actors.map(\.isWellFormed) == [isWellFormed])
    }

    @Test("A source is identified by its address, else by publisher, title and date")
    func inlineSources() throws {
        let keys = """
            sources:
              - {title: A, publisher: P, date: 1911, url: "https://a.example/"}
              - {title: B, publisher: P, date: 1911, url: "https://a.example/"}
              - {title: A, publisher: P, date: 1911}
              - {publisher: P, title: A, date: "1911", locatr: x}
              - {title: A, publisher: P, date: 1912}
              - A Book
              - A Book
            """
        let site = TestSite([
            TestSite.entryPath: "---\ntitle: x\ndate: 1911\nstatus: confirmed\n\(keys)\n---\n"
        ])
        let ids = try site.read().content.entries[0].sources.map(\.id)
        #expect(ids[0] == "https://a.example/")
        #expect(
            [ids[1] == ids[0], ids[3] == ids[2], ids[4] == ids[2], ids[6] == ids[5]] == [
                true, true, false, true,
            ])
        let timeline = Timeline(try site.read().content)
        #expect(
            timeline.sources.values.filter { !$0.isRegistered }.map(\.title) == ["A", "A", "A", "A Book"])
    }
}
