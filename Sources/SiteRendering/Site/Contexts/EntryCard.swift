import Templates
import TimelineModel

/// The parts of an entry in lists that are expensive to create.
final class EntryCard: Sendable {
    let url: String
    let link: SubjectRecord<Link>
    let date: SubjectRecord<DateView>
    let group: SubjectRecord<Link>?
    let groupClass: String?

    init(_ number: Int, in site: Site) {
        let entry = site[number]
        url = PagePath.entry(entry.slug.value)
        link = linkContext.record(Link(text: entry.title.value, url: url))
        date = dateContext.record(site.date(entry.date))
        group = site.links(.groups, at: site.timeline.names.groups[number]).first.map {
            linkContext.record($0)
        }
        groupClass = entry.group.map { SiteRendering.groupClass($0.id) }
    }
}
