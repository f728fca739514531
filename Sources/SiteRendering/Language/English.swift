import EDTF
import TimelineModel

extension Language {
    /// English, the language of the interface.
    static let english = Language(
        tag: "en", dates: .english,
        shortMonths: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ], words: englishWords, phrases: englishPhrases,
        statuses: englishStatuses, stances: englishStances, kinds: englishKinds,
        outcomes: [
            .happened: "It happened", .unfulfilled: "It did not happen", .open: "Still open",
        ],
        travelModes: [.sea: "by sea", .rail: "by rail", .road: "by road", .air: "by air"])
}

private let englishWords: [Word: String] = [
    .skipToContent: "Skip to content", .timeline: "Timeline", .mainNavigation: "Main", .groups: "Groups",
    .actors: "Actors", .places: "Places", .tags: "Tags",
    .statuses: "Status", .sources: "Sources", .periods: "Periods", .previous: "Earlier", .next: "Later",
    .previousInGroup: "Earlier in this group",
    .nextInGroup: "Later in this group", .pager: "More pages", .allEntries: "All entries",
    .allPages: "All pages", .allParts: "All parts",
    .overview: "Overview", .keyEntries: "Key entries", .footer: "About this site",

    .date: "Date", .status: "Status", .contentStatus: "What it says", .content: "Content",
    .group: "Group", .claims: "Who says what", .quantities: "Numbers",
    .route: "Route", .media: "Pictures and sound", .editorsNotes: "Editor’s notes",
    .editorsNote: "Editor’s note", .corrections: "Corrections", .correction: "Correction",
    .notes: "Sources", .seeAlso: "See also", .permalink: "Permanent link", .outcome: "Outcome",
    .statement: "Statement", .claimedBy: "according to", .relayedBy: "relayed by", .inReplyTo: "in answer to",
    .original: "Original", .translatedBy: "translated by",
    .source: "Source", .to: "To",
    .details: "Details", .draft: "Draft", .furtherSources: "more", .furtherNotes: "more",
    .furtherAnswers: "more answers",
    .citeThis: "How to cite this entry",
    .copyLink: "Copy the link", .copyCitation: "Copy the reference", .copied: "Copied",

    .alsoKnownAs: "Also", .website: "Website",
    .whatTheySaid: "What they said", .whatWasSaid: "What was said about them", .entries: "Entries",
    .coordinates: "Coordinates",
    .publisher: "Publisher", .agency: "Agency", .author: "Author",
    .published: "Published", .url: "Address", .archivedCopy: "Archived copy", .accessed: "Accessed",
    .claimsFromSource: "Claims from this source", .noStatements: "No statement of theirs is on record here.",
    .notFoundTitle: "Page not found",
    .notFoundText: "There is nothing at this address. It may have moved; the timeline has every entry.",
    .movedTitle: "This entry has moved", .movedText: "This entry has a new address:",

    .map: "Map", .routes: "Routes",
    .mapOrigin: "Land: Natural Earth. No borders are drawn, since every border is a point of view.",
    .notOnMap: "not on the map: no coordinates are given",
    .mapOpenPlace: "a place that is in doubt", .mapSeveral: "several places, by number",
    .mapRadius: "how far off a place may be",

    .downloads: "Feeds and data", .feedAtom: "Atom feed", .feedJSON: "JSON feed", .calendar: "Calendar",
    .dataJSON: "JSON", .dataCSV: "CSV", .dataTimelineJS: "TimelineJS", .dataGeoJSON: "GeoJSON",
    .license: "Licence", .asOf: "State of knowledge", .generator: "Made with",
    .linksOpenTabs: "Links open in a new tab",

    .search: "Search", .searchField: "Search the timeline", .filters: "Filters",
    .closeFilters: "Close filters", .actor: "Actor", .place: "Place", .tag: "Tag", .importance: "Importance",
    .normalEntries: "Other entries",
    .detailEntries: "Details",
    .allOfThese: "all of these", .anyOfThese: "any of these", .words: "Words", .dateWindow: "Dates",
    .dateFrom: "From", .dateTo: "To",
    .dateForm: "A year, a month or a day: 1911, 1911-08, 1911-08-12", .narrowList: "Narrow the list",
    .foundNothing: "No entry matches all of this.", .clearFilters: "Clear all",
    .moreResults: "Show more", .results: "Results", .filterByThis: "Filter the timeline by this",
    .loadingSearch: "Searching …", .searchFailed: "The search data could not be loaded.",

    .howToRead: "How to read this timeline",
    .statementMeaning:
        "Words said in public. One status is that of the statement, the other that of its content.",
    .toldIn: "In the entry", .readSource: "Read the source", .backToText: "Back to mention",
    .listSeparator: ", ",

    .overviewDrawing: "When it happened: one mark for each entry",
    .overviewColumns: "When it happened: columns count the entries",
    .overviewKeys: "Keys: + and − zoom, 0 shows all, arrows move. Ctrl and the wheel zoom too.",
    .skipOverview: "Skip the overview", .zoomIn: "Zoom in", .zoomOut: "Zoom out", .zoomAll: "Show all",
    .howDatesAreDrawn: "How dates are drawn",
    .dateDay: "on one day", .dateWithin: "some time within these days",
    .dateLasted: "lasted through these days", .dateApproximate: "about then", .dateUncertain: "perhaps then",
    .dateOpen: "no beginning or end is stated", .dateUnknown: "a beginning or end that is not known",
    .dateOneOf: "on one of these days", .dateAllOf: "on each of these days",
    .dateCrowd: "+12: this many more entries at one place",
    .axisUneven: "Busy stretches of time are wider than quiet ones.",
    .axisFolded: "A break in the axis marks a long quiet time.",
    .withoutPlaceInTime: "Dates that cannot be drawn:", .otherGroups: "Other groups",
    .noGroup: "Without a group", .whereYouAre: "Where in time this entry is",
]

private let englishPhrases: [Phrase: String] = [
    .entryCountOne: "{count} entry", .entryCountOther: "{count} entries",
    .extent: "{first} – {last}", .kilometres: "within about {count} km",
    .degreesNorth: "{degrees}° N", .degreesSouth: "{degrees}° S", .degreesEast: "{degrees}° E",
    .degreesWest: "{degrees}° W", .listMore: "{list}, {item}",
    .listLast: "{list} and {item}", .range: "{min}–{max}", .atLeast: "at least {number}",
    .atMost: "at most {number}", .withUnit: "{number} {unit}",
    .qualified: "{qualifier} {number}", .noteMark: "Source {number}",
    .cardText: "{title} · {date} · {status}", .siteCardText: "{title} · {text}",
    .pageTitle: "{title} · {site}", .partTitle: "{title}: {part}",
    .statusTitle: "Entries: {status}",
    .actorDescription: "What {name} said, what was said of them, and the entries in which they appear.",
    .placeDescription: "What happened at {name}, with its sources.",
    .sourceDescription: "What this timeline takes from {name}.",
    .groupDescription: "The entries on {name}, in order.",
    .tagDescription: "The entries tagged {name}, in order.",
    .statusDescription: "The entries whose status is: {name}.",
    .periodDescription: "What happened: {name}.",
    .sourceLabel: "{publisher}, {date}",
    .citedTitle: "“{title}”", .citedState: "as of {date}",
    .mapTitle: "Map: {list}",
    .mapDescription: "The places of {title}, and the routes between them.",
    .mapMore: "{count} more", .moreOfThem: "{count} more", .mapAndOthers: "{name} +{count}",
    .mapScale: "{count} km",
    .mapOpenWay: "{name} ({status})", .mapFurtherPlaces: "{count} more places",
    .mapFurtherRoutes: "{count} more routes are described in their entries.",
    .unnamedSpeaker: "a speaker who is not named", .toBePublished: "To be published on {date}",
    .overviewMark: "{date}: {title} ({status})", .overviewCrowd: "{count}, the first of them {first}",
    .overviewStretch: "{name}: {count}", .overviewScale: "The highest column stands for {count}.",
    .axisLeftOut: "Left out: {list}.",
    .spanDays: "{count} days", .spanMonths: "{count} months", .spanYears: "{count} years",
    .spanMillions: "{count} million years", .spanBillions: "{count} billion years",
    .foundEntries: "{shown} of {all} entries",
    .loosenFilter: "{count} without “{filter}”",
    .removeFilter: "Remove {filter}",
    .filterValue: "{facet}: {value}",
    .foundInPeriod: "{shown} of {all}",
    .wordTooShort: "“{word}” begins too many words and was left out; type more of it.",
    .dateMistake: "Not a year, month or day: {text}",
    .reversedWindow: "The window ends before it begins: {from} – {to}.",
    .unknownFilter: "Not known here: {filter}.",
    .emptySearch: "There is no word to look for in “{text}”.",
]

private let englishStatuses: [Status: (name: String, meaning: String)] = [
    .confirmed: ("Confirmed", "Acknowledged by the actor, or by both sides."),
    .claimed: ("Claimed", "Asserted by one side and not acknowledged by the other."),
    .disputed: ("Disputed", "Asserted by one side and denied by another."),
    .denied: ("Denied", "A denial is the event."),
    .speculated: ("Speculated", "Supposed by observers; nobody asserts it."),
    .expected: ("Expected", "Announced or predicted; the outcome says what came of it."),
    .retracted: ("Retracted", "Taken back by whoever said it."),
    .unrated: ("Unrated", "Nobody has assessed it."),
]

private let englishStances: [Stance: (one: String, many: String, label: String)] = [
    .asserts: ("says", "say", "Says so"),
    .confirms: ("confirms", "confirm", "Confirms"),
    .denies: ("denies", "deny", "Denies"),
    .doubts: ("doubts", "doubt", "Doubts"),
    .speculates: ("supposes", "suppose", "Supposes"),
    .expects: ("expects", "expect", "Expects"),
    .estimates: ("estimates", "estimate", "Estimates"),
    .promises: ("promises", "promise", "Promises"),
    .condemns: ("condemns", "condemn", "Condemns"),
    .retracts: ("retracts", "retract", "Retracts"),
]

private let englishKinds: [ActorKind: String] = [
    .person: "Person", .state: "State", .organisation: "Organisation", .agency: "Agency",
    .vessel: "Ship", .rocket: "Rocket", .satellite: "Satellite", .other: "Other",
]
