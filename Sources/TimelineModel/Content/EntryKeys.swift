import CommonMark
import Diagnostics
import EDTF

extension EntryFields {
    /// The keys of an entry's front matter.
    static let keys = KeyTable<EntryFields>(
        "entry",
        [
            Key("title", .text, required: true, "What happened, in a line (plain text).") {
                if let title = $2.locatedText($0) { $1.title = title }
            },
            Key("date", .date, required: true, "When it happened.") { node, entry, decoding in
                guard let date = decoding.positionedDate(node) else { return }
                entry.date.expression = date.value
                entry.date.range = date.range
            },
            Key(
                "date_text", .text,
                "The date in your own words; it accompanies the date and never replaces it."
            ) {
                $1.date.wording = $2.locatedText($0)
                $1.date.wordingOrigin = TextOrigin(of: $0, in: $2.bytes)
            },
            Key("kind", .oneOf(EntryKind.allCases.map(\.rawValue)), "event, or statement.") {
                if let kind: EntryKind = $2.choice($0, .unknownValue, "kind of entry") { $1.kind = kind }
            },
            Key("status", .oneOf(Status.allCases.map(\.rawValue)), "What is known about it.") {
                node, entry, decoding in
                let status: Status? = decoding.choice(node, .unknownStatus, "status")
                entry.status = status.map { Located($0, node.range) } ?? entry.status
            },
            Key(
                "content_status", .oneOf(Status.allCases.map(\.rawValue)),
                "For a statement: the status of its content."
            ) { node, entry, decoding in
                let status: Status? = decoding.choice(node, .unknownStatus, "status")
                entry.contentStatus = status.map { Located($0, node.range) }
            },
            Key("summary", .text, "One or two sentences for lists, feeds and cards (plain text).") {
                $1.summary = $2.text($0)
                $1.summaryRange = $0.range
            },
            Key("group", .id(of: "groups"), "The lane it stands in.") {
                $1.group = $2.reference($0, .id(of: "groups"))
            },
            Key("actors", .list(.id(of: "actors")), "Who took part.") {
                $1.actors = $2.references($0, of: "actors")
            },
            Key("places", .list(.textOrObject("place")), "Where it happened.") {
                $1.places = $2.placeUses($0)
            },
            Key("route", .list(.object("route leg")), "A route, leg by leg.") {
                node, entry, decoding in
                entry.route = decoding.routeLegs(node)
            },
            Key("tags", .list(.id(of: "tags")), "Its subjects.") { $1.tags = $2.references($0, of: "tags") },
            Key("importance", .integer, "1 key, 2 normal, 3 detail.") { node, entry, decoding in
                guard let importance = decoding.integer(node) else { return }
                guard (1...3).contains(importance) else {
                    decoding.report(.importanceRange, "importance \(importance)", node.range)
                    return
                }
                entry.importance = importance
            },
            Key("order", .integer, "The order among entries of the same day.") {
                $1.order = $2.integer($0) ?? 0
            },
            Key("quantities", .list(.object("quantity")), "Numbers, each with the actor who states it.") {
                $1.quantities = $2.quantities($0)
            },
            Key("claims", .list(.object("claim")), "Who says what about it.") { $1.claims = $2.claims($0) },
            Key("outcome", .object("outcome"), "The outcome of an expected event.") {
                var outcome = Outcome()
                if Outcome.keys.decode($0, into: &outcome, &$2) { $1.outcome = outcome }
            },
            Key(
                "sources", .list(.textOrObject("source")),
                "Further sources; those of the claims need not be repeated."
            ) { $1.sources = $2.sources($0) },
            Key("media", .list(.object("media item")), "Pictures, sound and film from Content/media.") {
                $1.media = $2.mediaItems($0)
            },
            Key("see_also", .list(.id(of: "entries")), "Slugs of other entries.") { node, entry, decoding in
                entry.seeAlso = decoding.list(node, .list(.id(of: "entries"))).compactMap {
                    decoding.locatedText($0)
                }
            },
            Key("editor_notes", .list(.object("editor's note")), "What the editors add.") {
                $1.editorNotes = $2.editorNotes($0)
            },
            Key("corrections", .list(.object("correction")), "Corrections of errors in earlier versions.") {
                $1.corrections = $2.corrections($0)
            },
            Key(
                "known", .date, "From when it was known; by default from the first of its claims and sources."
            ) {
                $1.known = $2.date($0)
            },
            Key(
                "history", .list(.object("history step")),
                "The steps of its status that its claims do not tell."
            ) {
                $1.history = $2.history($0)
            },
            Key(
                "slug", .id(of: "entries"),
                "The entry's name in its address; by default the name of its file."
            ) {
                if let slug = $2.locatedText($0) { $1.slug = slug }
            },
            Key("aliases", .list(.text), "Earlier slugs, whose addresses redirect to this entry.") {
                node, entry, decoding in
                entry.aliases = decoding.list(node, .list(.text)).compactMap { decoding.slug($0) }
            },
            Key("draft", .bool, "Whether the entry is left out of the site.") {
                $1.isDraft = $2.bool($0) ?? false
            },
            Key("publish", .date, "The entry is hidden as long as this day is after as_of.") {
                $1.publish = $2.date($0)
            },
            Key("minor", .date, "The day on which nothing but wording was changed, which is no news.") {
                $1.minor = $2.fullDay($0)
            },
            Key("withheld", .bool, "Whether the entry was withdrawn, and nothing of it may be shown.") {
                $1.isWithheld = $2.bool($0) ?? false
            },
            Key("extra", .map(.anything), "Anything, for templates.") { $1.extra = $2.extra($0) },
        ])
}

extension Decoding {
    /// Decodes the objects of a list. An object without a required key is reported and kept: other files may refer to
    /// its parts, and the error already prevents a build.
    mutating func objects<Value>(
        _ node: YAMLNode, _ keys: KeyTable<Value>, _ make: (YAMLNode) -> Value
    ) -> [Value] {
        list(node, .list(.object(keys.name))).compactMap { item in
            var value = make(item)
            let isComplete = keys.decode(item, into: &value, &self)
            if case .mapping = item.content { return value }
            return isComplete ? value : nil
        }
    }

    mutating func claims(_ node: YAMLNode) -> [Claim] {
        list(node, .list(.object(ClaimFields.keys.name))).compactMap { item in
            var claim = ClaimFields()
            claim.range = item.range
            let before = diagnostics.count
            let isComplete = ClaimFields.keys.decode(item, into: &claim, &self)
            guard case .mapping = item.content else { return isComplete ? Claim(claim) : nil }
            if diagnostics.count > before { claim.writtenKeys = item.writtenKeys }
            return Claim(claim)
        }
    }

    mutating func quantities(_ node: YAMLNode) -> [Quantity] {
        list(node, .list(.object(Quantity.keys.name))).compactMap { item in
            var quantity = Quantity(range: item.range)
            _ = Quantity.keys.decode(item, into: &quantity, &self)
            guard case .mapping = item.content else { return nil }
            if item.writtenKeys.isDisjoint(with: ["value", "min", "max"]) {
                report(
                    .missingKey, "quantity has no value", item.isPlain ? item.start : item.range,
                    fixIts: [Diagnostic.FixIt("add value:, or min: and max:")])
            }
            if quantity.value != nil, quantity.min != nil || quantity.max != nil {
                report(
                    .wrongKind, "quantity with a value and bounds", item.isPlain ? item.start : item.range,
                    fixIts: [Diagnostic.FixIt("write value:, or min: and max:")])
            }
            if let min = quantity.min, let max = quantity.max, min.value > max.value {
                report(
                    .wrongKind, "min \(min) above max \(max)", item.isPlain ? item.start : item.range)
            }
            return quantity
        }
    }

    mutating func editorNotes(_ node: YAMLNode) -> [EditorNote] {
        objects(node, EditorNote.keys) { _ in EditorNote() }
    }

    mutating func corrections(_ node: YAMLNode) -> [Correction] {
        objects(node, Correction.keys) { item in
            Correction(range: item.range)
        }
    }

    mutating func history(_ node: YAMLNode) -> [HistoryStep] {
        objects(node, HistoryStep.keys) { HistoryStep(range: $0.range) }
    }

    mutating func mediaItems(_ node: YAMLNode) -> [MediaItem] {
        list(node, .list(.object(MediaItem.keys.name))).compactMap { item in
            var media = MediaItem(range: item.range)
            _ = MediaItem.keys.decode(item, into: &media, &self)
            guard case .mapping = item.content else { return nil }
            if item.writtenKeys.isDisjoint(with: ["file", "url"]) {
                report(
                    .missingKey, "media item has no file", item.isPlain ? item.start : item.range,
                    fixIts: [Diagnostic.FixIt("add file: a path below Content/media, or url: a web address")])
            }
            return media
        }
    }

    mutating func routeLegs(_ node: YAMLNode) -> [RouteLeg] {
        objects(node, RouteLeg.keys) { item in
            RouteLeg(from: .nowhere(item.range), to: .nowhere(item.range))
        }
    }

    /// Decodes a list of places, each an id or an object with details.
    mutating func placeUses(_ node: YAMLNode) -> [PlaceUse] {
        list(node, .list(.textOrObject("place"))).compactMap { item in
            if item.scalar != nil {
                return reference(item, .id(of: "places")).map { PlaceUse(place: $0) }
            }
            var use = PlaceUse(place: .nowhere(item.range))
            _ = PlaceUse.keys.decode(item, into: &use, &self)
            return use
        }
    }

    mutating func sources(_ node: YAMLNode) -> [SourceReference] {
        oneOrMore(node).compactMap { sourceReference($0) }
    }

    /// Decodes a slug and reports one that cannot be used.
    mutating func slug(_ node: YAMLNode) -> Located<String>? {
        guard let text = text(node) else { return nil }
        if Slug.isUsable(text) { return Located(text, node.range) }
        reportInvalidSlug(text, node.range)
        return nil
    }

    mutating func reportInvalidSlug(_ text: String, _ range: Range<Int>) {
        let slug = Slug.make(from: text)
        let fixIts = Slug.isUsable(slug) ? [Diagnostic.FixIt.replace(location(range), with: slug)] : []
        report(.invalidSlug, Slug.refusal(of: text, "slug"), range, fixIts: fixIts)
    }

    /// Decodes the scalars below `extra`; the name of a nested one is its path, as in `a.b`.
    mutating func extra(_ node: YAMLNode) -> [ExtraValue] {
        if case .mapping = node.content { return extraValues(node, prefix: "") }
        report(.wrongKind, "expected a map, found \(node.kindName)", node.range)
        return []
    }

    private func extraValues(_ node: YAMLNode, prefix: String) -> [ExtraValue] {
        switch node.content {
        case .refused: []
        case .scalar where node.isNull: []
        case .scalar(let text): [ExtraValue(name: prefix, text: text)]
        case .sequence(let items):
            items.enumerated().flatMap { extraValues($1, prefix: join(prefix, String($0 + 1))) }
        case .mapping(let pairs):
            pairs.flatMap { extraValues($0.value, prefix: join(prefix, $0.key.scalar ?? "")) }
        }
    }

    private func join(_ prefix: String, _ name: String) -> String {
        prefix.isEmpty ? name : prefix + "." + name
    }
}

extension Reference {
    fileprivate static func nowhere(_ range: Range<Int>) -> Reference {
        Reference(id: "", text: "", isWellFormed: false, range: range)
    }
}

extension Rule {
    static let unknownStatus = Rule(
        "unknown-status", mandatory: true,
        "A status is confirmed, claimed, disputed, denied, speculated, expected, retracted or unrated.")
    static let unknownStance = Rule(
        "unknown-stance", mandatory: true,
        "A stance is asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns or retracts."
    )
    static let importanceRange = Rule(
        "importance-range", .warning, "Importance is 1 (key), 2 (normal) or 3 (detail).")
    static let invalidSlug = Rule(
        "invalid-slug", mandatory: true,
        "A slug has lower-case letters of any script, digits and hyphens, at most \(Slug.longest) bytes of them, and is not index."
    )
}
