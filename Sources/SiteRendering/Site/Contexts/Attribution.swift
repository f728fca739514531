import TimelineModel

/// Who says what an entry tells, who denies it, and where that was published, as lists show it.
final class Attribution: Sendable {
    let dispute: Dispute?
    /// Those who speak on it, but for those whom the dispute shows.
    let voices: [Voices]
    /// All notes of the entry's page.
    let allNotes: Notes

    /// A list is no bibliography.
    private static let mostNotes = 5

    /// The first notes.
    var notes: [Note] { Array(allNotes.notes.prefix(Self.mostNotes)) }
    /// How many notes there are beyond these.
    var furtherNotes: Int { max(0, allNotes.notes.count - Self.mostNotes) }

    init(_ number: Int, in site: Site) {
        allNotes = Notes(number, in: site)
        dispute = site.dispute(on: number, allNotes)
        voices = site.voices(on: number, beside: dispute)
    }
}
