import TimelineModel
import UTF8Text

/// The comparison of the parts of a list, such as the claims of an entry: equal parts are left out, then parts with the same
/// identity are compared, and the rest is new or gone.
struct PartComparison: Sendable {
    /// The kinds of a part that is new, gone, or states something else.
    var kinds: (added: ChangeKind, removed: ChangeKind, changed: ChangeKind)
    /// The keys that are wording alone, which a minor change may concern.
    var wording: Set<String> = []
    /// The keys of the notes, whose change is one of texts.
    var notes: Set<String> = []
    /// The keys of sources.
    var sources: Set<String> = ["source", "sources", "locator"]
    /// The keys that are no facts.
    var ignored: Set<String> = []
    /// What identifies a part among others, tried one after the other; nil if the part has no such identity.
    var identities: [@Sendable (JSONValue) -> String?]
    /// Whether the parts that are left on both sides replace each other.
    var pairsRest = false
    /// The name of a part in words, for changes of its sources and notes.
    var name: @Sendable (JSONValue, RecordNames) -> String?
    /// The part in words.
    var words: @Sendable (JSONValue, RecordNames) -> String

    /// Two parts of which the second replaces the first.
    struct Pair {
        var old: JSONValue
        var new: JSONValue
    }

    /// Pairs the parts of two lists; equal ones are left out.
    func paired(_ old: [JSONValue], _ new: [JSONValue]) -> (
        pairs: [Pair], gone: [JSONValue], added: [JSONValue]
    ) {
        var (old, new) = (old.map(Optional.init), new.map(Optional.init))
        var pairs: [(index: Int, pair: Pair)] = []
        func pair(by identity: (JSONValue) -> String?, keeps: Bool = true) {
            var waiting: [String: [Int]] = [:]
            for (index, part) in old.enumerated() {
                if let key = part.flatMap(identity) { waiting[key, default: []].append(index) }
            }
            for index in new.indices {
                guard let part = new[index], let key = identity(part), let first = waiting[key]?.first,
                    let former = old[first]
                else { continue }
                waiting[key]?.removeFirst()
                if keeps { pairs.append((index, Pair(old: former, new: part))) }
                (old[first], new[index]) = (nil, nil)
            }
        }
        pair(by: { $0.canonical(without: ignored) }, keeps: false)
        for identity in identities { pair(by: identity) }
        if pairsRest { pair { _ in "" } }
        return (
            pairs.sorted { $0.index < $1.index }.map(\.pair), old.compactMap(\.self), new.compactMap(\.self)
        )
    }

    /// Whether a pair differs in facts; if the change is minor, wording does not count.
    func differsInFacts(_ pair: Pair, isMinor: Bool) -> Bool {
        let others = notes.union(sources).union(ignored).union(isMinor ? wording : [])
        return differs(pair) { $0.canonical(without: others) }
    }

    func differs(_ pair: Pair, in keys: Set<String>) -> Bool {
        differs(pair) { $0.canonical(only: keys) }
    }

    private func differs(_ pair: Pair, _ form: (JSONValue) -> String) -> Bool {
        !form(pair.old).isWritten(as: form(pair.new))
    }
}

// MARK: The lists of an entry

extension PartComparison {
    static let claims = PartComparison(
        kinds: (.claimAdded, .claimWithdrawn, .claimChanged),
        wording: ["says", "quote", "quote_language", "quote_original", "translated_by"],
        ignored: ["id"],
        identities: [
            { $0["id"]?.scalar },
            { claim in
                ["by", "by_text", "stance", "edtf"].map { claim[$0]?.canonical() ?? "" }.joined(
                    separator: " ")
            },
            { claim in
                ["by", "by_text", "stance"].map { claim[$0]?.canonical() ?? "" }.joined(separator: " ")
            },
            { ($0["says"] ?? $0["quote"])?.canonical() },
        ],
        name: { claimWords($0, $1) }, words: { claimWords($0, $1) })

    static let quantities = PartComparison(
        kinds: (.number, .number, .number), notes: ["note"],
        identities: [
            { quantity in
                (quantity["label"]?.canonical() ?? "") + " " + (quantity["claimed_by"]?.canonical() ?? "")
            },
            { $0["label"]?.canonical() },
        ],
        name: { value, _ in value["label"]?.scalar }, words: { quantityWords($0, $1) })

    static let places = PartComparison(
        kinds: (.place, .place, .place), notes: ["note"],
        identities: [{ ($0["id"] ?? $0).canonical() }], pairsRest: true,
        name: { value, names in (value["id"] ?? value).scalar.map { names.place($0) } },
        words: { placeWords($0, $1) })

    static let legs = PartComparison(
        kinds: (.place, .place, .place), notes: ["note"],
        identities: [{ leg in ["from", "to"].map { leg[$0]?.canonical() ?? "" }.joined(separator: " ") }],
        pairsRest: true, name: { legWords($0, $1) }, words: { legWords($0, $1) })

    static let editorNotes = PartComparison(
        kinds: (.text, .text, .text), wording: ["text"], identities: [], pairsRest: true,
        name: { _, _ in "editor’s note" }, words: { value, _ in value["text"]?.scalar ?? "" })

    static let corrections = PartComparison(
        kinds: (.correction, .correction, .correction), wording: ["text"],
        identities: [{ $0["edtf"]?.canonical() }],
        name: { _, _ in nil },
        words: { value, _ in
            [value["edtf"], value["text"]].compactMap { $0?.scalar }.joined(separator: ": ")
        })

    static let media = PartComparison(
        kinds: (.text, .text, .text), wording: ["title", "alt", "caption", "credit", "license"],
        identities: [{ ($0["url"] ?? $0["file"])?.canonical() }], pairsRest: true,
        name: { _, _ in "media" },
        words: { value, _ in
            ["file", "url", "title", "alt", "caption", "credit", "license"].compactMap { value[$0]?.scalar }
                .joined(separator: ", ")
        })
}

// MARK: Words

/// Returns texts of a value that is one or a list of them.
private func texts(_ value: JSONValue?, _ name: (String) -> String) -> [String] {
    (value?.elements ?? [value].compactMap(\.self)).compactMap(\.scalar).map(name)
}

private func claimWords(_ claim: JSONValue, _ names: RecordNames) -> String {
    var speakers = texts(claim["by"]) { names.actor($0) }
    if let words = claim["by_text"]?.scalar { speakers = [words] }
    let quote = claim["quote"]?.scalar.map { "“\($0)”" }
    let said = [quote, claim["says"]?.scalar].compactMap(\.self).joined(separator: " ")
    let who =
        speakers.joined(separator: ", ") + (claim["via"]?.scalar.map { " via " + names.actor($0) } ?? "")
    let answered = claim["answers"]?.elements ?? []
    let answer =
        answered.isEmpty
        ? ""
        : " in answer to " + answered.compactMap(\.scalar).map { names.actor($0) }.joined(separator: ", ")
    let day = claim["edtf"]?.scalar.map { " (\($0))" } ?? ""
    return [who, claim["stance"]?.scalar ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        + answer + (said.isEmpty ? "" : ": " + said) + day
}

private func quantityWords(_ quantity: JSONValue, _ names: RecordNames) -> String {
    func number(_ key: String) -> String? { quantity[key]?.scalar }
    let bounds: String? =
        switch (number("min"), number("max")) {
        case (let min?, let max?): "\(min)–\(max)"
        case (let min?, nil): "at least \(min)"
        case (nil, let max?): "at most \(max)"
        case (nil, nil): nil
        }
    let parts = [number("qualifier"), number("value") ?? bounds, number("unit")].compactMap(\.self)
    let speakers = texts(quantity["claimed_by"]) { names.actor($0) }
    return parts.joined(separator: " ")
        + (speakers.isEmpty ? "" : " according to " + speakers.joined(separator: ", "))
}

private func placeWords(_ place: JSONValue, _ names: RecordNames) -> String {
    let name = (place["id"] ?? place).scalar.map { names.place($0) } ?? ""
    let doubts = texts(place["status"]) { $0 } + texts(place["by"]) { names.actor($0) }
    return doubts.isEmpty ? name : "\(name) (\(doubts.joined(separator: ", ")))"
}

private func legWords(_ leg: JSONValue, _ names: RecordNames) -> String {
    let ends = [leg["from"], leg["to"]].compactMap { $0?.scalar }.map { names.place($0) }
    let details =
        texts(leg["by"]) { "by " + $0 } + texts(leg["status"]) { $0 }
        + texts(leg["claimed_by"]) { names.actor($0) }
    return ends.joined(separator: " → ") + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
}
