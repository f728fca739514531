@testable import Templates

/// A small site's types, with a field of every kind.
struct SampleSite: Sendable {
    var title = "Dates & Days"
    var base = "/"
}

struct SampleClaim: Sendable {
    var text: String
    var stance = "supports"
    var number = 1
    var tags: [String] = []
}

struct SampleEntry: Sendable {
    var title = "The <first> entry"
    var subtitle: String?
    var body: [UInt8]? = Array("<p>Body</p>".utf8)
    var isDraft = false
    var count: Int? = 2
    var claims: [SampleClaim] = []
    var tags: [String] = []
    var site: SampleSite? = SampleSite()
    var claim: SampleClaim?
}

let siteSample = Context<SampleSite>(
    "site",
    [
        .text("title", "The site's title") { $0.title },
        .text("base", "Where the site's links begin") { $0.base },
    ])

let claimSample = Context<SampleClaim>(
    "claim",
    [
        .text("text", "What is claimed") { $0.text },
        .text("stance", "Whether the source supports the entry") { $0.stance },
        .number("number", "The claim's number") { $0.number },
        .texts("tags", "The claim's tags") { $0.tags },
    ])

let entrySample = Context<SampleEntry>(
    "entry",
    [
        .text("title", "The entry's title") { $0.title },
        .text("subtitle", "A second title | if there is one") { $0.subtitle },
        .markup("body", "The entry's text") { $0.body },
        .flag("draft", "Whether the entry is unfinished") { $0.isDraft },
        .number("count", "How many claims there are") { $0.count },
        .list("claims", claimSample, "What the sources say") { $0.claims },
        .texts("tags", "The entry's tags") { $0.tags },
        .record("site", siteSample, "The whole site") { $0.site },
        .record("claim", claimSample, "The claim that matters most") { $0.claim },
    ])
