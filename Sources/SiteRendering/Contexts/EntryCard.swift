import Synchronization
import TimelineModel

/// What lists show of an entry and what takes work to make.
final class EntryCard: Sendable {
    let url: String
    let date: DateView
    let group: Link?
    let groupClass: String?
    private let number: Int
    private let attribution = Mutex<Attribution?>(nil)

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
        if let known = attribution.withLock({ $0 }) { return known }
        let made = Attribution(number, in: site)
        attribution.withLock { $0 = made }
        return made
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

/// The cards of all entries, each made when the first list asks for it: an entry stands in some ten lists.
final class EntryCards: Sendable {
    private let cards: Mutex<[EntryCard?]>

    init(count: Int) {
        cards = Mutex([EntryCard?](repeating: nil, count: count))
    }

    /// The card of an entry. Two threads may make one at a time; both are the same.
    func card(_ number: Int, in site: Site) -> EntryCard {
        if let known = cards.withLock({ $0[number] }) { return known }
        let card = EntryCard(number, in: site)
        cards.withLock { $0[number] = card }
        return card
    }
}
