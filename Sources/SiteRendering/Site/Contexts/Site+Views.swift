import EDTF
import TimelineModel

extension Site {
    func date(_ date: Located<DateExpression>?) -> DateView? { language.date(date) }

    func date(_ date: EntryDate) -> DateView {
        DateView(expression: date.expression, wording: date.wording?.value, language: language)
    }

    func status(_ status: Status?) -> StatusView? {
        status.map { StatusView(status: $0, site: self) }
    }

    /// Returns links to the pages of actors.
    func actors(_ references: [Reference]) -> [Link] {
        references.map { link(.actors, to: $0) }.separated
    }

    /// Returns links to the pages of a claim's speakers; one without a name gets no URL.
    func speakers(of key: ClaimKey) -> [Link] {
        let claim = timeline.claim(key)
        let named = links(.actors, at: timeline.names.speakers(of: key))
        if named.count == claim.by.count { return named.separated }
        var rest = named[...]
        return claim.by.compactMap { reference in
            reference.id == Claim.unnamed ? language.unnamedSpeaker(claim.byText) : rest.popFirst()
        }.separated
    }

    /// Returns the link to the page of the actor who relayed a claim; nil if nobody did.
    func relay(of key: ClaimKey) -> Link? {
        timeline.names.relay(of: key).flatMap { links(.actors, at: [$0]).separated.first }
    }

    func place(_ reference: Reference) -> Link { link(.places, to: reference) }

    func link(to entry: Entry) -> Link {
        Link(text: entry.title.value, url: PagePath.entry(entry.slug.value))
    }
}

extension Language {
    /// Returns the words for a speaker without a name, as a link that leads nowhere.
    func unnamedSpeaker(_ words: String? = nil) -> Link {
        Link(text: words ?? fill(.unnamedSpeaker), url: "")
    }
}
