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

/// A date with the words for it. Shared and never copied: it has three texts, and stands in many lists.
final class DateView: Sendable {
    let expression: DateExpression
    let language: Language
    /// The author's words, or those of the date itself.
    let text: String
    let htmlDateTime: String?

    var edtf: String { expression.canonical }

    init(expression: DateExpression, wording: String? = nil, language: Language) {
        self.expression = expression
        self.language = language
        text = wording ?? expression.text(in: language.dates)
        htmlDateTime = expression.htmlDateTime
    }
}

let dateContext = Context<DateView>(
    "date",
    [
        .text("text", "The date in words, the author's where there are any") { $0.text },
        .text("edtf", "The date in EDTF") { $0.edtf },
        .text("datetime", "The value for <time datetime>; nothing where HTML has none for the date") {
            $0.htmlDateTime
        },
        .text("explanation", "How exactly the date is known, in words") {
            $0.expression.explanation(in: $0.language.dates)
        },
        .flag("is_exact", "True for a plain day, month or year without doubt") { $0.htmlDateTime != nil },
    ])

/// A status with what it means.
struct StatusView: Sendable {
    var status: Status
    var language: Language
}

let statusContext = Context<StatusView>(
    "status",
    [
        .text("id", "confirmed, claimed, disputed, denied, speculated, expected, retracted or unrated") {
            $0.status.rawValue
        },
        .text("name", "The status in words") { $0.language.name(of: $0.status) },
        .text("meaning", "What the status means, in a sentence") { $0.language.meaning(of: $0.status) },
        .text("url", "The page of the entries with this status") {
            PagePath.item(.status, $0.status.rawValue)
        },
    ])

extension Language {
    func date(_ date: Located<DateExpression>?) -> DateView? {
        date.map { DateView(expression: $0.value, language: self) }
    }
}

extension Site {
    func date(_ date: Located<DateExpression>?) -> DateView? { language.date(date) }

    func date(_ date: EntryDate) -> DateView {
        DateView(expression: date.expression, wording: date.wording?.value, language: language)
    }

    func status(_ status: Status?) -> StatusView? {
        status.map { StatusView(status: $0, language: language) }
    }

    /// Links to the pages of actors; a speaker without a name has none.
    func actors(_ references: [Reference], byText: String? = nil) -> [Link] {
        references.map { reference in
            if reference.id == Claim.unnamed {
                return Link(text: byText ?? language.fill(.unnamedSpeaker), url: "")
            }
            return link(.actors, to: reference)
        }.separated
    }

    func place(_ reference: Reference) -> Link { link(.places, to: reference) }

    func link(to entry: Entry) -> Link {
        Link(text: entry.title.value, url: PagePath.entry(entry.slug.value))
    }
}
