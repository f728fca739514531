import EDTF
import Templates
import TimelineModel

/// A link with its text.
struct Link: Sendable {
    var text: String
    /// The URL relative to the site's root.
    var url: String
    /// Whether it leads to the current page or section.
    var isCurrent = false
    /// Whether it is the last of a list in a sentence.
    var isLast = false
    /// What stands beside the link; nil if there is nothing.
    var note: String?
}

let linkContext = Context<Link>(
    "link",
    [
        .text("text", "The text of the link") { $0.text },
        .text(
            "url", "The address relative to the site's folder: write {{root}}{{url}}; empty if there is none"
        ) {
            $0.url
        },
        .flag("is_current", "Whether the link leads to its own page") { $0.isCurrent },
        .flag("is_last", "Whether it is the last of a list") { $0.isLast },
        .text("note", "What stands beside it: for a named day, the day in words") { $0.note },
    ])

/// Lists of links within a sentence: every link but the last is followed by a separator.
extension Array where Element == Link {
    /// The links with ``Link/isLast`` set for the last one only.
    var separated: [Link] {
        enumerated().map { index, link in
            var link = link
            link.isLast = index == count - 1
            return link
        }
    }

    /// Returns the first links of a long list, followed by a link with the number of the others: a list that appears
    /// on many pages must not be long.
    func shortened(_ language: Language, allAt url: String) -> [Link] {
        guard count > Self.most else { return separated }
        let more = language.fill(.moreOfThem, ["count": language.grouped(String(count - Self.most))])
        return (prefix(Self.most) + [Link(text: more, url: url)]).separated
    }

    /// The greatest number of links in such a list.
    private static var most: Int { 20 }
}
