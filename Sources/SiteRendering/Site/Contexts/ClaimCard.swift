import EDTF
import Templates
import TimelineModel

/// The parts of a claim that are expensive to create. The claim appears on the pages of its speakers, of all
/// participants and of its sources.
final class ClaimCard: Sendable {
    let claim: Claim
    /// The claim's anchor on its entry's page; nil for a claim without an id.
    let anchor: String?
    /// The URL of the claim on its entry's page.
    let url: String
    /// The links to all speakers.
    let speakers: RecordList<Link>
    /// The links to the first speakers, for all pages but that of the entry; the same as ``speakers`` unless there
    /// are many.
    let firstSpeakers: RecordList<Link>
    /// The link to the actor who relayed the claim.
    let via: SubjectRecord<Link>?
    /// The stance as a verb that agrees with the number of speakers.
    let verb: String
    /// The date on which it was said.
    let date: SubjectRecord<DateView>?
    let sources: RecordList<SourceView>

    init(_ key: ClaimKey, in site: Site) {
        let entry = site[key.entry]
        claim = entry.claims[key.claim]
        anchor = claim.anchor
        url = PagePath.entry(entry.slug.value) + (anchor.map { "#" + $0 } ?? "")
        let links = site.speakers(of: key)
        speakers = linkContext.records(links)
        firstSpeakers = linkContext.records(links.shortened(site.language, allAt: url))
        via = site.relay(of: key).map { linkContext.record($0) }
        verb = site.language.verb(claim.stance.value, speakers: claim.by.count)
        // A claim of the entry's date shares the entry's date record.
        let isOfEntry = claim.date?.value == entry.date.expression && entry.date.wording == nil
        date = (isOfEntry ? site.date(ofEntry: key.entry) : site.date(claim.date)).map {
            dateContext.record($0)
        }
        sources = site.sources(of: key)
    }
}
