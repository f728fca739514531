import TimelineModel

/// The speakers for and against an entry's claims, and their sources, as lists show them.
final class Attribution: Sendable {
    /// The first claim that is denied or doubted, with its answers; nil if there is none.
    let dispute: Dispute?
    /// The speakers whom the dispute does not show, by stance.
    let voices: [Voices]
    /// All notes of the entry's page.
    let allNotes: Notes

    /// The greatest number of notes in a list, which is not a bibliography.
    private static let mostNotes = 5

    /// The first notes.
    var notes: [Note] { Array(allNotes.notes.prefix(Self.mostNotes)) }
    /// The number of notes beyond these.
    var furtherNotes: Int { max(0, allNotes.notes.count - Self.mostNotes) }

    init(_ number: Int, in site: Site) {
        allNotes = Notes(number, in: site)
        dispute = site.dispute(on: number, allNotes)
        voices = site.voices(on: number, beside: dispute)
    }
}
