import Synchronization
import TimelineModel

/// What lists show of an entry and what takes work to make.
final class EntryCard: Sendable {
    let url: String
    let date: DateView
    let group: Link?
    let groupClass: String?
    private let number: Int
    private let attribution = AtomicLazyReference<Attribution>()

    fileprivate init(_ number: Int, in site: Site) {
        let entry = site[number]
        self.number = number
        url = PagePath.entry(entry.slug.value)
        date = site.date(entry.date)
        group = site.group(of: entry)
        groupClass = entry.group.map { SiteRendering.groupClass($0.id) }
    }

    /// Who says it and where it was published: made when the first list asks for it, since the lists of a long
    /// site show a line an entry.
    func attribution(in site: Site) -> Attribution {
        attribution.load() ?? attribution.storeIfNil(Attribution(number, in: site))
    }
}

/// Who says what an entry tells, who denies it, and where that was published, as lists show it.
final class Attribution: Sendable {
    let dispute: Dispute?
    /// Those who speak on it, but for those whom the dispute shows.
    let voices: [Voices]
    /// The first numbered notes of the entry's page.
    let notes: [Note]
    /// How many notes there are beyond these.
    let furtherNotes: Int

    /// A list is no bibliography.
    private static let mostNotes = 5

    fileprivate init(_ number: Int, in site: Site) {
        let entry = site[number]
        let notes = Notes(entry, in: site)
        dispute = site.dispute(on: number, notes)
        voices = site.voices(on: number, beside: dispute)
        self.notes = Array(notes.notes.prefix(Self.mostNotes))
        furtherNotes = notes.notes.count - self.notes.count
    }
}

/// The cards of all entries, each made when the first list asks for it: an entry stands in some ten lists, which
/// several threads write at a time, so that none of them waits for another.
final class EntryCards: Sendable {
    // Set up once; what stands in it is only ever filled in, atomically.
    private nonisolated(unsafe) let cards: UnsafeMutableBufferPointer<AtomicLazyReference<EntryCard>>

    init(count: Int) {
        cards = .allocate(capacity: count)
        for number in 0..<count { cards.initializeElement(at: number, to: AtomicLazyReference()) }
    }

    deinit {
        cards.deinitialize()
        cards.deallocate()
    }

    /// The card of an entry. Two threads may make one at a time; both then have the first.
    func card(_ number: Int, in site: Site) -> EntryCard {
        precondition(cards.indices.contains(number))
        return cards[number].load() ?? cards[number].storeIfNil(EntryCard(number, in: site))
    }
}
