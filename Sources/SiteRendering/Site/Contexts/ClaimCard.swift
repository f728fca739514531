import EDTF
import TimelineModel

/// What pages show of a claim and what takes work to make: it stands on those of its speakers, of all who took part
/// and of its sources.
final class ClaimCard: Sendable {
    let claim: Claim
    let anchor: String?
    /// The address of the claim on its entry's page.
    let url: String
    let speakers: RecordList<Link>
    /// The same for other pages than that of its entry, where there are very many.
    let firstSpeakers: RecordList<Link>
    let via: SubjectRecord<Link>?
    let verb: String
    let date: SubjectRecord<DateView>?
    let sources: RecordList<SourceView>

    init(_ key: ClaimKey, in site: Site) {
        let entry = site[key.entry]
        claim = entry.claims[key.claim]
        anchor = claim.anchor
        url = PagePath.entry(entry.slug.value) + (anchor.map { "#" + $0 } ?? "")
        let links = site.actors(claim.by, byText: claim.byText)
        speakers = linkContext.records(links)
        firstSpeakers = linkContext.records(links.shortened(site.language, allAt: url))
        via = claim.via.flatMap { site.actors([$0]).first }.map { linkContext.record($0) }
        verb = site.language.verb(claim.stance.value, speakers: claim.by.count)
        // What was said on the day of the entry shares its words for the day.
        let isOfEntry = claim.date?.value == entry.date.expression && entry.date.wording == nil
        date =
            isOfEntry
            ? site.withCard(key.entry) { $0.date } : site.date(claim.date).map { dateContext.record($0) }
        sources = site.sources(claim.sources)
    }
}
