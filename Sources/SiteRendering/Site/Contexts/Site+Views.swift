import EDTF
import TimelineModel

extension Site {
    func date(_ date: Located<DateExpression>?) -> DateView? { language.date(date) }

    func date(_ date: EntryDate) -> DateView {
        DateView(expression: date.expression, wording: date.wording?.value, language: language)
    }

    func status(_ status: Status?) -> StatusView? {
        status.map { StatusView(status: $0, language: language) }
    }

    /// Returns links to the pages of actors; a speaker without a name gets no URL.
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
