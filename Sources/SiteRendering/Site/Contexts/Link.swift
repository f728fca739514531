import EDTF
import TimelineModel

/// A link with its text.
struct Link: Sendable {
    var text: String
    /// From the folder of the site.
    var url: String
    var isCurrent = false
    var isLast = false
}

let linkContext = Context<Link>(
    "link",
    [
        .text("text", "What the link says") { $0.text },
        .text("url", "Where it leads, from the site's folder: write {{root}}{{url}}; empty where nowhere") {
            $0.url
        },
        .flag("is_current", "True where it leads to the page it stands on") { $0.isCurrent },
        .flag("is_last", "True for the last of a list") { $0.isLast },
    ])

/// One rule for lists in a sentence: all but the last have a separator behind them.
extension Array where Element == Link {
    var separated: [Link] {
        enumerated().map { place, link in
            var link = link
            link.isLast = place == count - 1
            return link
        }
    }

    /// The first of many, and behind them how many more there are, with the way to all: what stands on many pages must
    /// not be as long as they are many.
    func shortened(_ language: Language, allAt url: String) -> [Link] {
        guard count > Self.most else { return separated }
        let more = language.fill(.moreOfThem, ["count": language.grouped(String(count - Self.most))])
        return (prefix(Self.most) + [Link(text: more, url: url)]).separated
    }

    private static var most: Int { 20 }
}
