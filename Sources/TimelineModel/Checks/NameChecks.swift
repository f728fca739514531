import Diagnostics

/// Names that no file registers: two with one address are the same, and none is another spelling of what is
/// registered.
func checkNames(_ all: CheckedContent) -> [Diagnostic] {
    let content = all.content
    // A short form may be another's name, too.
    var actors = NameCheck(.actors, content.actors, short: \.short) { [$0.name] + $0.also }
    var places = NameCheck(.places, content.places) { [$0.name] + $0.also }
    var groups = NameCheck(.settings, content.settings.groups) { [$0.name] }
    var tags = NameCheck(.settings, content.settings.tags) { [$0.name] }
    if let group = content.settings.defaultGroup { groups.note(group, in: ContentFile.settings.path) }
    for entry in all.entries {
        entry.forEachActor { actors.note($0, in: entry.path) }
        entry.forEachPlace { places.note($0, in: entry.path) }
        if let group = entry.group { groups.note(group, in: entry.path) }
        for tag in entry.tags { tags.note(tag, in: entry.path) }
    }
    return [actors, places, groups, tags].flatMap(\.diagnostics)
}

/// The names of one kind of thing, as entries write them.
private struct NameCheck {
    private(set) var diagnostics: [Diagnostic] = []
    private let file: ContentFile
    /// What is registered, by id: where, and the keys of its names.
    private var registered: [String: (place: Range<Int>, keys: Set<String>, short: String?)] = [:]
    /// The ids of what is registered by the keys of its names.
    private var ids: [String: Set<String>] = [:]
    /// The names that were met, and of each the id by which it is registered.
    private var names = NameTable()
    private var registeredIDs: [[String]] = []
    /// The names of each address: the first one, its place, and the keys of all.
    private var addresses: [String: (name: String, place: SourceLocation, keys: Set<String>)] = [:]

    init<Thing: Registered>(
        _ file: ContentFile, _ things: [Thing], short: (Thing) -> String? = { _ in nil },
        names: (Thing) -> [String]
    ) {
        self.file = file
        for thing in things {
            let keys = Set(names(thing).lazy.filter { !$0.isEmpty }.map(NameIdentity.key))
            let short = short(thing).map(NameIdentity.key)
            registered[thing.id] = (thing.range, keys, short)
            for key in keys { ids[key, default: []].insert(thing.id) }
            if let short { ids[short, default: []].insert(thing.id) }
        }
    }

    /// Takes note of a name. An id names what is registered under it, or, as a name that no file registers, itself.
    mutating func note(_ reference: Reference, in path: String) {
        // A group by default is written in one place alone.
        if reference.id.isEmpty || reference.range.isEmpty { return }
        let place = SourceLocation(path, reference.range)
        let number = names.intern(reference.text)
        if number == registeredIDs.count { registeredIDs.append(judge(reference, place)) }
        let known = registeredIDs[number]
        guard let first = known.first else { return }
        let isWhole = registered[first]?.keys.contains(NameIdentity.key(of: reference.text)) ?? false
        let fixIts = known.map {
            Diagnostic.FixIt.replace(place, with: $0, safe: isWhole && known.count == 1)
        }
        let note = registered[first].map {
            Diagnostic.Note("registered here", at: SourceLocation(file.path, $0.place))
        }
        diagnostics.append(
            Diagnostic(
                .registeredName, "'\(reference.text)' is registered as '\(first)'", at: place,
                notes: note.map { [$0] } ?? [], fixIts: fixIts))
    }

    /// Looks at a name that was not met before.
    ///
    /// - Returns: the ids under which it is registered, where it has another address.
    private mutating func judge(_ name: Reference, _ place: SourceLocation) -> [String] {
        let key = NameIdentity.key(of: name.text)
        let words = NameIdentity.key(of: name.id.replacing("-", with: " "))
        if name.isWellFormed {
            if registered[name.id] == nil { takeAddress(name, place, [key, words]) }
            return []
        }
        if let thing = registered[name.id] {
            if key != words, key != thing.short, !thing.keys.contains(key) {
                report(name, place, taken: name.id, SourceLocation(file.path, thing.place))
            }
            return []
        }
        let known = ids[key]?.sorted(by: isOrdered) ?? []
        if !known.isEmpty { return known }
        takeAddress(name, place, [key])
        return []
    }

    /// Reports a name whose address another has.
    ///
    /// - Parameter keys: what names that are one with it have in common with it. An id has two, since its hyphens may
    ///   be those of the name, or stand for its blanks.
    private mutating func takeAddress(_ name: Reference, _ place: SourceLocation, _ keys: Set<String>) {
        guard let first = addresses[name.id] else {
            addresses[name.id] = (name.text, place, keys)
            return
        }
        if first.keys.isDisjoint(with: keys) { report(name, place, taken: first.name, first.place) }
        addresses[name.id]?.keys.formUnion(keys)
    }

    private mutating func report(
        _ name: Reference, _ place: SourceLocation, taken: String, _ first: SourceLocation
    ) {
        diagnostics.append(
            Diagnostic(
                .nameClash, "'\(name.text)' would have the address of '\(taken)'", at: place,
                notes: [Diagnostic.Note("the other name", at: first)],
                fixIts: [
                    .replace(place, with: yamlScalar(taken)),
                    Diagnostic.FixIt("register it in Content/\(file.rawValue) under an id of its own"),
                ]))
    }
}

extension Rule {
    static let nameClash = Rule(
        "name-clash", mandatory: true,
        "Names that no file registers are the same only if they are equal but for case, blanks, points and Unicode form; two others do not share an address."
    )
    static let registeredName = Rule(
        "registered-name", .warning, "What is registered is named by its id.",
        because: "A name stands for itself: it has a page of its own, beside that of what is registered.")
}
