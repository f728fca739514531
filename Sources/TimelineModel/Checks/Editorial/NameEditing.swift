import Diagnostics

/// A name of a place, with its first location.
private struct PlaceName {
    var name: String
    /// The id of a registered place; `nil` for a name that no file registers.
    var id: String?
    var location: SourceLocation
}

/// Reports similar names of places: they are one place with two spellings, or need more distinct names.
func checkPlaceNames(_ all: CheckedContent) -> [Diagnostic] {
    let names = placeNames(all)
    var registered: [String: Int] = [:]
    for name in names where name.id != nil { registered[NameIdentity.key(of: name.name), default: 0] += 1 }
    return NearTexts.pairs(names.map(\.name)).compactMap { first, second in
        let (known, other) = (names[first], names[second])
        // Of a registered name and a similar one in an entry, the diagnostic points to the latter.
        var fixIts = [Diagnostic.FixIt("use one name for one place, or names that tell two apart")]
        if let id = known.id, other.id == nil {
            // Names that differ in more are two, and of two places of one name nobody knows which is meant.
            let name = NameIdentity.key(of: other.name)
            let isSame = name == NameIdentity.key(of: known.name) && registered[name] == 1
            fixIts = [.replace(other.location, with: id, safe: isSame)]
        }
        return Diagnostic(
            .nearPlaceName, "'\(other.name)' is close to '\(known.name)'", at: other.location,
            notes: [Diagnostic.Note("the other name", at: known.location)], fixIts: fixIts)
    }
}

/// Returns the registered names in file order, then the others in timeline order.
private func placeNames(_ all: CheckedContent) -> [PlaceName] {
    var names = all.content.places.map {
        PlaceName(
            name: $0.name, id: $0.id, location: SourceLocation(ContentFile.places.path, $0.range))
    }
    var seen: Set<String> = []
    for entry in all.entries {
        for place in entry.allPlaces where !all.places.ids.contains(place.id) {
            guard !place.isWellFormed || all.places.ids.isEmpty, !place.id.isEmpty,
                seen.insert(place.id).inserted
            else { continue }
            names.append(
                PlaceName(name: place.text, location: SourceLocation(entry.path, place.range)))
        }
    }
    return names
}

/// A name that no file registers, with the number of entries that use it.
private struct InlineName {
    var text: String
    var noun: String
    var file: ContentFile
    var first: SourceLocation
    var second: SourceLocation?
    var count = 1
    var lastEntry: Int
}

/// Reports names that several entries use and no file registers: a typing error in one of them would go unnoticed.
func checkInlineNames(_ all: CheckedContent) -> [Diagnostic] {
    var names: [InlineName] = []
    var slots: [String: Int] = [:]
    func note(
        _ id: String, _ text: String, _ noun: String, _ file: ContentFile, _ entry: Int, _ range: Range<Int>
    ) {
        let location = SourceLocation(all.entries[entry].path, range)
        guard let slot = slots[noun + " " + id] else {
            slots[noun + " " + id] = names.count
            names.append(InlineName(text: text, noun: noun, file: file, first: location, lastEntry: entry))
            return
        }
        guard names[slot].lastEntry != entry else { return }
        names[slot].lastEntry = entry
        names[slot].count += 1
        if names[slot].second == nil { names[slot].second = location }
    }
    for (number, entry) in all.entries.enumerated() {
        for actor in entry.allActors where all.actors.isInline(actor) {
            note(actor.id, actor.text, "actor", .actors, number, actor.range)
        }
        for place in entry.allPlaces where all.places.isInline(place) {
            note(place.id, place.text, "place", .places, number, place.range)
        }
        // A group that the site gives by default is written nowhere.
        if let group = entry.group, all.groups.isInline(group), !group.range.isEmpty {
            note(group.id, group.text, "group", .settings, number, group.range)
        }
        for reference in entry.allSources {
            guard case .inline(let source) = reference.target else { continue }
            note(source.id, source.shownName, "source", .sources, number, reference.range)
        }
    }
    return names.filter { $0.count > 1 }.map { name in
        Diagnostic(
            .repeatedName, "\(name.noun) '\(name.text)' is used in \(name.count) entries", at: name.first,
            notes: name.second.map { [Diagnostic.Note("and here", at: $0)] } ?? [],
            fixIts: [Diagnostic.FixIt("register it in Content/\(name.file.rawValue)")])
    }
}

extension RegisteredIDs {
    /// Whether a reference is a name that no file registers. An id missing from its registry is reported elsewhere.
    fileprivate func isInline(_ reference: Reference) -> Bool {
        !reference.id.isEmpty && !ids.contains(reference.id) && (ids.isEmpty || !reference.isWellFormed)
    }
}

extension Source {
    fileprivate var shownName: String { fields.title ?? fields.publisher ?? fields.url ?? fields.id }
}

extension Rule {
    static let nearPlaceName = Rule(
        "near-place-name", .note, "Places have names that distinguish them.",
        because:
            "A place with two spellings has two pages and two points on the map, each with half of the story."
    )
    static let repeatedName = Rule(
        "repeated-name", .note, "A name that several entries use is registered.",
        because: "A registered name is checked, has one spelling, and can carry further information.")
}
