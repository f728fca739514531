import TimelineModel

/// The speakers for and against an entry's claims, and their sources, as lists show them.
final class Attribution: Sendable {
    /// The first claim that is denied or doubted, with its answers; nil if there is none.
    let dispute: Dispute?
    /// The speakers whom the dispute does not show, by stance.
    let voices: [Voices]
    /// All notes of the entry's page.
    let notes: Notes

    init(_ number: Int, in site: Site) {
        notes = Notes(ofEntry: number, in: site)
        dispute = site.dispute(on: number, notes)
        voices = site.voices(on: number, beside: dispute)
    }
}
