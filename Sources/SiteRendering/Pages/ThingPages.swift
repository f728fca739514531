import EDTF
import TimelineModel

/// One part of the entries that belong to an actor, a place or a source.
struct EntryPart: Sendable {
    let kind: IndexKind
    let id: String
    let numbers: [Int]
    let part: Int
    let parts: Int

    func pager(_ language: Language) -> Pager? {
        parts > 1 ? Pager.of(kind, id, part: part, count: parts, language) : nil
    }
}

/// A page about one thing: an actor, a place, a source.
protocol ThingPage: PageSubject {
    var entries: EntryPart { get }
}

extension ThingPage {
    var site: Site { frame.site }

    func paragraphs(_ text: RichText?, in file: String) -> [UInt8]? {
        RichTextWriter(site: site, path: file, root: frame.root, notes: nil).paragraphs(text)
    }
}

extension Site {
    /// Claims on a page: those that are told in the entries of its part.
    ///
    /// - Parameter keys: in the order of the timeline. Of those of a thing with many pages each page looks at
    ///   its own stretch only.
    fileprivate func claims(_ keys: [ClaimKey], in part: EntryPart) -> [ClaimKey] {
        let shown = part.numbers.sorted()
        guard let first = shown.first, let last = shown.last else { return [] }
        let stretch = keys[keys.firstPlace { $0.entry >= first }..<keys.firstPlace { $0.entry > last }]
        return stretch.filter { shown.holdsInOrder($0.entry) }
    }

    /// Claims by the day they were made, in the order of reading.
    fileprivate func views(_ keys: some Sequence<ClaimKey>, _ frame: PageFrame) -> [ClaimView] {
        let said = keys.map { (date: claims.saidKey(of: $0), key: $0) }
        let sorted = said.sorted { left, right in
            if left.date != right.date { return left.date < right.date }
            return left.key < right.key
        }
        return reading(sorted).map { ClaimView(key: $0.key, site: self, root: frame.root, notes: nil) }
    }
}

/// The fields that pages about things share.
private func thingFields<Subject: ThingPage>() -> [ContextField<Subject>] {
    [
        .text("count", "How many entries there are in all, in words") { page in
            page.site.language.entries(page.site.index.entries(page.entries.kind, page.entries.id).count)
        },
        .text("filter_url", "The first page with these entries alone; it needs the script") { page in
            page.site.filterURL(page.entries.kind, page.entries.id)
        },
        .list("sections", entrySectionContext, "The entries by period") {
            $0.site.sections($0.entries.numbers, isBrief: $0.site.isLong)
        },
        .record("pager", pagerContext, "The other parts of a long list") {
            $0.entries.pager($0.site.language)
        },
    ]
}

/// What an actor said, what was said of them, and where they appear.
struct ActorPage: ThingPage {
    let actor: Actor
    let frame: PageFrame
    let entries: EntryPart
    let said: [ClaimView]
    /// What others said in entries in which the actor took part, and what they answered to the actor.
    let saidOfThem: [ClaimView]

    init(actor: Actor, frame: PageFrame, entries: EntryPart) {
        self.actor = actor
        self.frame = frame
        self.entries = entries
        let site = frame.site
        let statements = site.index.statements(of: actor.id)
        let said = site.claims(statements, in: entries)
        let ownEntries = site.index.entries(withParticipant: actor.id)
        var keys: [ClaimKey] = []
        for number in entries.numbers where ownEntries.holdsInOrder(number) {
            keys += (0..<site.claims.count(of: number)).map { ClaimKey(entry: number, claim: $0) }
        }
        let answers = said.flatMap { site.timeline.answers(to: $0).prefix(ClaimView.mostAnswers) }
        if !answers.isEmpty { keys = Array(Set(keys).union(answers)) }
        self.said = site.views(said, frame)
        saidOfThem = site.views(keys.filter { !statements.holdsInOrder($0) }, frame)
    }
}

let actorPageContext = Context<ActorPage>(
    "actor page",
    pageFields() + thingFields() + [
        .text("name", "The actor's name") { $0.actor.name },
        .text("short", "A short form of it") { $0.actor.short },
        .texts("also", "Other names and spellings") { $0.actor.also },
        .text("kind", "What it is, in words") { page in
            page.actor.kind.map { page.site.language.name(of: $0) }
        },
        .text("country", "The country it belongs to") { $0.actor.country },
        .markup("intro", "What a reader should know") {
            $0.paragraphs($0.actor.description, in: ContentFile.actors.path)
        },
        .text("url", "Its own address on the web") { $0.actor.url },
        .list("said", claimContext, "What they said, by the day they said it") { $0.said },
        .list(
            "said_of_them", claimContext, "What was said of them, by the day it was said",
            identifiedBy: { $1.identity }
        ) {
            $0.saidOfThem
        },
    ])

/// What happened at a place, and which routes pass it.
struct PlacePage: ThingPage {
    let place: Place
    let frame: PageFrame
    let entries: EntryPart
}

let placePageContext = Context<PlacePage>(
    "place page",
    pageFields() + thingFields() + [
        .text("name", "The place's name") { $0.place.name },
        .texts("also", "Other names and spellings") { $0.place.also },
        .text("kind", "port, city, launch site …") { $0.place.kind },
        .text("country", "The country it lies in") { $0.place.country },
        .markup("intro", "What a reader should know") {
            $0.paragraphs($0.place.description, in: ContentFile.places.path)
        },
        .text("latitude", "Degrees north or south, in words") { page in
            page.site.degrees(page.place.latitude, .degreesNorth, .degreesSouth)
        },
        .text("longitude", "Degrees east or west, in words") { page in
            page.site.degrees(page.place.longitude, .degreesEast, .degreesWest)
        },
        .text("precision", "How far off the point may be, in words") { page in
            page.site.precision(of: page.place)
        },
        .kept("map", mapFigureContext, "A map of it and of the ways from and to it") { page in
            page.site.map(ofPlace: page.place.id, root: page.frame.root)
        },
    ])

/// What the timeline takes from a source.
struct SourcePage: ThingPage {
    /// Its place among the timeline's sources.
    let slot: Int
    let frame: PageFrame
    let entries: EntryPart

    let claims: [ClaimView]

    init(slot: Int, frame: PageFrame, entries: EntryPart) {
        self.slot = slot
        self.frame = frame
        self.entries = entries
        let site = frame.site
        claims = site.views(site.claims(site.index.published(bySourceAt: slot), in: entries), frame)
    }
}

let sourcePageContext = Context<SourcePage>(
    "source page",
    pageFields() + thingFields() + [
        .kept("source", sourceContext, "The source") { $0.site.source(at: $0.slot) },
        .list(
            "claims", claimContext, "The claims that it published, by the day they were made",
            identifiedBy: { $1.identity }
        ) {
            $0.claims
        },
    ])

extension Site {
    func degrees(_ degrees: Decimal?, _ positive: Phrase, _ negative: Phrase) -> String? {
        guard let text = degrees?.description else { return nil }
        let isNegative = text.hasPrefix("-")
        let magnitude = isNegative ? String(text.dropFirst()) : text
        return language.fill(isNegative ? negative : positive, ["degrees": magnitude])
    }

    func precision(of place: Place) -> String? {
        place.precisionKilometres.map { language.fill(.kilometres, ["count": $0.description]) }
    }
}
