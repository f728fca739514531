import Diagnostics
import Templates
import TimelineModel
import UTF8Text

/// A facet as the filter form on the home page shows it.
struct FacetView: Sendable {
    let facet: SearchFacet
    let site: Site
}

let facetContext = Context<FacetView>(
    "facet",
    [
        .text("id", "group, status, importance, actor, place, tag or source: the name in addresses") {
            $0.facet.rawValue
        },
        .text("name", "The kind of values, in words") { $0.site.language[$0.facet.word] },
        .flag("has_choice", "Whether it has a value that not every entry has") { view in
            view.facet.entries(of: view.site).contains { $0.entries.count < view.site.timeline.entries.count }
        },
        .flag("can_mean_all", "Whether an entry can have several values, all of which can be required") {
            $0.facet.canMeanAll
        },
    ])

/// The messages of the script, which fills in their placeholders (in braces) itself.
let finderTextContext = Context<Language>(
    "finder texts",
    [
        .text("found", "The number of results: {shown} of {all}") { $0.fill(.foundEntries) },
        .text("found_in_period", "The same for one heading: {shown}, {all}") { $0.fill(.foundInPeriod) },
        .text("loosen", "The number of results without a {filter}: {count}") { $0.fill(.loosenFilter) },
        .text("remove", "The removal of a {filter}") { $0.fill(.removeFilter) },
        .text("value", "A filter: the {value} of a {facet}") { $0.fill(.filterValue) },
        .text("too_short", "A {word} that begins too many words") { $0.fill(.wordTooShort) },
        .text("date_mistake", "The message that {text} is not a date") { $0.fill(.dateMistake) },
        .text("reversed_window", "A date window whose end {to} is before its start {from}") {
            $0.fill(.reversedWindow)
        },
        .text("not_yet_known", "The number of entries that were not yet known on a day: {count} of {all}") {
            $0.fill(.notYetKnown)
        },
        .text("day_mistake", "The message that {text} is not a whole day") { $0.fill(.dayMistake) },
        .text("unknown", "A {filter} that the site does not have") { $0.fill(.unknownFilter) },
        .text("empty", "A {text} without a word to search for") { $0.fill(.emptySearch) },
    ])

extension Site {
    /// All facets that the form may need; an address may use any of them.
    var facets: [FacetView] {
        settings.hasSearch ? SearchFacet.allCases.map { FacetView(facet: $0, site: self) } : []
    }

    /// Returns the URL of the home page with the filter that selects an item's entries; nil if there is no such
    /// filter.
    func filterURL(_ kind: IndexKind, _ id: String) -> String? {
        guard settings.hasSearch, let facet = SearchFacet(kind) else { return nil }
        if kind == .sources, timeline.sources[id]?.isRegistered != true { return nil }
        // The fragment is not part of the request, so programs that copy a site store the page once.
        return "\(PagePath.home)#?\(facet.rawValue)=\(percentEncoded(id))"
    }
}
