import TimelineModel
import UTF8Text

/// The comparison of one entry in two publications.
struct EntryComparison {
    private let old: EntryRecord
    private let new: EntryRecord
    private let oldNames: RecordNames
    private let newNames: RecordNames
    /// Whether the entry states that its wording alone was changed since.
    private let isMinor: Bool
    private(set) var changes: [Change] = []
    private(set) var silent: [SilentChange] = []

    init(_ old: EntryRecord, _ new: EntryRecord, in publications: (old: Publication, new: Publication)) {
        self.old = old
        self.new = new
        oldNames = publications.old.names
        newNames = publications.new.names
        isMinor = new.text("minor").map { $0 != old.text("minor") } ?? false
        if old.slug != new.slug { add(.moved, was: old.slug, now: new.slug) }
        compareScalars()
        compare("quantities", .quantities)
        compareClaims()
        compareReferences("actors", .actor) { $1.scalar.map($0.actor) ?? "" }
        compare("places", .places)
        compareRoutes()
        compareReferences("sources", .source) { $0.source($1) }
        compareTexts()
        compare("editor_notes", .editorNotes)
        compare("media", .media)
        compare("corrections", .corrections)
    }

    private mutating func add(_ kind: ChangeKind, part: String? = nil, was: String?, now: String?) {
        changes.append(
            Change(kind, entry: new.slug, title: new.title, part: part, was: was, now: now))
    }

    // MARK: Single values

    private mutating func compareScalars() {
        if !isMinor { compare(.title, "title") }
        compare(.date, "edtf", isWatched: true)
        compare(.status, "status", isWatched: true)
        compare(.status, "content_status", part: "content_status", isWatched: true)
        compare(.status, "kind", part: "kind")
        let outcomes = [old, new].map { $0.value["outcome"]?["result"]?.scalar }
        if outcomes[0] != outcomes[1] { add(.status, part: "outcome", was: outcomes[0], now: outcomes[1]) }
    }

    /// - Parameter isWatched: whether a change needs a correction.
    private mutating func compare(
        _ kind: ChangeKind, _ key: String, part: String? = nil, isWatched: Bool = false
    ) {
        let (was, now) = (old.text(key)?.words, new.text(key)?.words)
        if was == now { return }
        add(kind, part: part, was: was, now: now)
        if isWatched, let was { watch(key == "edtf" ? "date" : key, part: nil, was: was, now: now) }
    }

    private mutating func compareTexts() {
        if isMinor { return }
        for (key, part) in [("date_text", "wording of the date"), ("summary", "summary"), ("body", "text")] {
            let (was, now) = (old.text(key) ?? "", new.text(key) ?? "")
            if was.words.isWritten(as: now.words) { continue }
            let difference = TextDifference(was, now)
            add(.text, part: part, was: difference.was.nonempty, now: difference.now.nonempty)
        }
    }

    /// Compares lists of ids or names: what replaces what is one change.
    private mutating func compareReferences(
        _ key: String, _ kind: ChangeKind, _ name: (RecordNames, JSONValue) -> String
    ) {
        let form = { (value: JSONValue) in value.canonical(without: JSONValue.upkeep) }
        let (before, after) = (old.list(key), new.list(key))
        let gone = before.without(after, by: form).map { name(oldNames, $0) }
        let added = after.without(before, by: form).map { name(newNames, $0) }
        if gone.isEmpty, added.isEmpty { return }
        add(
            kind, was: gone.joined(separator: "; ").nonempty, now: added.joined(separator: "; ").nonempty)
    }

    // MARK: Lists

    private mutating func compareClaims() { compare(old.claims, new.claims, .claims) }

    private mutating func compare(_ key: String, _ comparison: PartComparison) {
        compare(old.list(key), new.list(key), comparison)
    }

    /// Compares routes: the legs and their order are one fact.
    private mutating func compareRoutes() {
        let legs = PartComparison.legs
        let (before, after) = (old.list("route"), new.list("route"))
        func form(_ route: [JSONValue]) -> String {
            route.map { $0.canonical(without: legs.notes.union(legs.sources)) }.joined(separator: "\n")
        }
        if form(before) == form(after) { return compare(before, after, legs) }
        func words(_ route: [JSONValue], _ names: RecordNames) -> String? {
            route.map { legs.words($0, names) }.joined(separator: "; ").nonempty
        }
        add(.place, part: "route", was: words(before, oldNames), now: words(after, newNames))
    }

    private mutating func compare(_ before: [JSONValue], _ after: [JSONValue], _ parts: PartComparison) {
        let (pairs, gone, added) = parts.paired(before, after)
        for pair in pairs { compare(pair, parts) }
        for part in gone {
            let words = TextDifference.shortened(parts.words(part, oldNames))
            let name = parts.label(part, oldNames)
            add(parts.kinds.removed, part: name, was: words, now: nil)
            if parts.kinds.removed == .number { watch("quantities", part: name, was: words, now: nil) }
        }
        for part in added {
            add(
                parts.kinds.added, part: parts.label(part, newNames), was: nil,
                now: TextDifference.shortened(parts.words(part, newNames)))
        }
    }

    private mutating func compare(_ pair: PartComparison.Pair, _ parts: PartComparison) {
        let name = parts.name(pair.new, newNames)
        if parts.differsInFacts(pair, isMinor: isMinor) {
            let label = parts.label(pair.new, newNames)
            let (was, now) = words(of: pair, parts)
            add(parts.kinds.changed, part: label, was: was, now: now)
            if parts.kinds.changed == .number { watch("quantities", part: label, was: was, now: now) }
        }
        if parts.differs(pair, in: parts.sources) {
            add(
                .source, part: name.map(TextDifference.shortened), was: sources(pair.old, parts, oldNames),
                now: sources(pair.new, parts, newNames))
        }
        if !isMinor, parts.differs(pair, in: parts.notes) {
            let difference = TextDifference(
                pair.old["note"]?.scalar ?? "", pair.new["note"]?.scalar ?? "")
            add(.text, part: name, was: difference.was.nonempty, now: difference.now.nonempty)
        }
    }

    /// Both parts in words; if these are equal, the members that differ.
    private func words(of pair: PartComparison.Pair, _ parts: PartComparison) -> (String, String) {
        let words = TextDifference(parts.words(pair.old, oldNames), parts.words(pair.new, newNames))
        if words.was != words.now { return (words.was, words.now) }
        func members(_ value: JSONValue, besides other: JSONValue) -> String {
            (value.members ?? []).filter { member in
                !parts.ignored.contains(member.key) && !parts.sources.contains(member.key)
                    && other[member.key]?.canonical() != member.value.canonical()
            }.map { "\($0.key): \($0.value.scalar ?? $0.value.canonical())" }.joined(separator: ", ")
        }
        return (members(pair.old, besides: pair.new), members(pair.new, besides: pair.old))
    }

    private func sources(_ part: JSONValue, _ parts: PartComparison, _ names: RecordNames) -> String? {
        let cited = ["source", "sources"].compactMap { part[$0] }.flatMap { $0.elements ?? [$0] }
        let words = cited.map { names.source($0) } + [part["locator"]?.scalar].compactMap(\.self)
        return words.joined(separator: "; ").nonempty
    }

    // MARK: Silent changes

    /// Notes a change that no new correction names.
    private mutating func watch(_ key: String, part: String?, was: String, now: String?) {
        let known = Set(old.list("corrections").map { $0.canonical() })
        let isNamed = new.list("corrections").contains { correction in
            !known.contains(correction.canonical())
                && SilentChange.isNamed(key, part: part, was: was, now: now, by: correction)
        }
        if isNamed { return }
        silent.append(SilentChange(entry: new.slug, key: key, part: part, was: was, now: now))
    }
}

extension PartComparison {
    /// The name of a part beside its words; nil if these contain it.
    func label(_ part: JSONValue, _ names: RecordNames) -> String? {
        switch kinds.changed {
        case .number, .text: name(part, names)
        default: nil
        }
    }
}

extension [JSONValue] {
    /// The values that another list does not have as often.
    func without(_ others: [JSONValue], by form: (JSONValue) -> String) -> [JSONValue] {
        var counts: [String: Int] = [:]
        for other in others { counts[form(other), default: 0] += 1 }
        return filter { value in
            let key = form(value)
            guard let count = counts[key], count > 0 else { return true }
            counts[key] = count - 1
            return false
        }
    }
}

extension String {
    /// The text; nil if it is empty.
    var nonempty: String? { isEmpty ? nil : self }
}
