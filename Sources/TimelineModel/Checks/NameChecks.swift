import Diagnostics
import UTF8Text

/// Checks names that no file registers: names with one address must be identical, and no name may be another spelling
/// or a lookalike of a registered name, or stand for several.
func checkNames(_ all: CheckedContent) -> [Diagnostic] {
    let content = all.content
    // A short form may be another's name, too.
    var actors = NameCheck("actor", .actors, content.actors, short: \.short) { [$0.name] + $0.also }
    var places = NameCheck("place", .places, content.places) { [$0.name] + $0.also }
    var groups = NameCheck("group", .settings, content.settings.groups) { [$0.name] }
    var tags = NameCheck("tag", .settings, content.settings.tags) { [$0.name] }
    if let group = content.settings.defaultGroup {
        groups.judge(group, in: ContentFile.settings.path)
        groups.report(group, in: ContentFile.settings.path)
    }
    for use in all.usedNames.actors.written { actors.judge(use.reference, in: all.entries[use.entry].path) }
    for use in all.usedNames.places.written { places.judge(use.reference, in: all.entries[use.entry].path) }
    for use in all.usedNames.groups.written { groups.judge(use.reference, in: all.entries[use.entry].path) }
    for use in all.usedNames.tags.written { tags.judge(use.reference, in: all.entries[use.entry].path) }
    // Of most sites every name is sound, and no entry is looked at.
    if !(actors.areSound && places.areSound && groups.areSound && tags.areSound) {
        for entry in all.entries {
            entry.forEachActor { actors.report($0, in: entry.path) }
            entry.forEachPlace { places.report($0, in: entry.path) }
            if let group = entry.group { groups.report(group, in: entry.path) }
            for tag in entry.tags { tags.report(tag, in: entry.path) }
        }
    }
    return [actors, places, groups, tags].flatMap(\.diagnostics)
}

/// A check of the names of one type of value, such as actors, as entries write them.
private struct NameCheck {
    private(set) var diagnostics: [Diagnostic] = []
    private let noun: String
    private let file: ContentFile
    /// The registered values by id: the range of the id, and the keys of their names.
    private var registered: [String: (range: Range<Int>, keys: Set<String>, short: String?)] = [:]
    private let registeredIDs: Set<String>
    /// The ids of registered values by the keys of their names.
    private var ids: [String: Set<String>] = [:]
    /// The names found so far; each is judged once, and ``judgements`` has the result at the same index.
    private var names = NameTable()
    private var judgements: [Judgement] = []
    /// Whether no name is to be reported wherever it occurs.
    private(set) var areSound = true
    /// The names of each address: the first with its location, and the keys of all.
    private var addresses: [String: (name: String, location: SourceLocation, keys: Set<String>)] = [:]
    /// The first name with each visual key, with its location and its address.
    private var looks: [String: (name: String, location: SourceLocation, id: String)] = [:]

    private enum Judgement {
        case sound
        /// The name belongs to registered values with other addresses, which have these ids.
        case registered([String])
        /// The name has these parts, which may stand for several registered values.
        case several([String])
    }

    init<Thing: Registered>(
        _ noun: String, _ file: ContentFile, _ things: [Thing], short: (Thing) -> String? = { _ in nil },
        names: (Thing) -> [String]
    ) {
        self.noun = noun
        self.file = file
        registeredIDs = Set(things.map(\.id))
        for thing in things {
            let written = names(thing).filter { !$0.isEmpty }
            let keys = Set(written.lazy.map(NameIdentity.key))
            let short = short(thing).map(NameIdentity.key)
            registered[thing.id] = (thing.range, keys, short)
            for key in keys { ids[key, default: []].insert(thing.id) }
            if let short { ids[short, default: []].insert(thing.id) }
            let location = SourceLocation(file.path, thing.range)
            for name in written {
                let look = NameIdentity.look(of: name)
                if looks[look] == nil { looks[look] = (name, location, thing.id) }
            }
        }
    }

    /// Judges a name at its first occurrence. An id that is registered refers to the registered value; any other id
    /// counts as an unregistered name.
    mutating func judge(_ reference: Reference, in path: String) {
        if reference.id.isEmpty { return }
        let number = names.intern(reference.text)
        if number < judgements.count { return }
        let judgement = judge(reference, SourceLocation(path, reference.range))
        judgements.append(judgement)
        if case .sound = judgement { return }
        areSound = false
    }

    /// Reports an occurrence of a name that has been judged.
    mutating func report(_ reference: Reference, in path: String) {
        // A group by default is written in one place alone.
        if reference.id.isEmpty || reference.range.isEmpty { return }
        guard let number = names.number(of: reference.text) else { return }
        let location = SourceLocation(path, reference.range)
        switch judgements[number] {
        case .sound: break
        case .registered(let known): reportRegistered(reference.text, known, location)
        case .several(let items):
            let areIDs = items.contains { registered[$0.lowercased()] != nil && $0 == $0.lowercased() }
            diagnostics.append(.severalInOne(reference.text, items, noun, areIDs: areIDs, at: location))
        }
    }

    private mutating func reportRegistered(_ text: String, _ known: [String], _ location: SourceLocation) {
        guard let first = known.first else { return }
        let isWhole = registered[first]?.keys.contains(NameIdentity.key(of: text)) ?? false
        let fixIts = known.map {
            Diagnostic.FixIt.replace(location, with: $0, safe: isWhole && known.count == 1)
        }
        let note = registered[first].map {
            Diagnostic.Note("registered here", at: SourceLocation(file.path, $0.range))
        }
        diagnostics.append(
            Diagnostic(
                .registeredName, "'\(text)' is registered as '\(first)'", at: location,
                notes: note.map { [$0] } ?? [], fixIts: fixIts))
    }

    private mutating func judge(_ name: Reference, _ location: SourceLocation) -> Judgement {
        let key = NameIdentity.key(of: name.text)
        let words = NameIdentity.key(of: name.id.replacing("-", with: " "))
        if name.isWellFormed {
            if registered[name.id] == nil {
                takeAddress(name, location, [key, words])
                // An id that is missing from a registry is reported as such.
                if registered.isEmpty || noun == "tag" {
                    _ = isToldByLook(name, location, key)
                    checkLook(name, location, key)
                }
            }
            return .sound
        }
        if isToldByLook(name, location, key) { return .sound }
        if let thing = registered[name.id] {
            if key != words, key != thing.short, !thing.keys.contains(key) {
                report(name, location, taken: name.id, SourceLocation(file.path, thing.range))
            }
            return .sound
        }
        let known = ids[key]?.sorted(by: isOrdered) ?? []
        if !known.isEmpty { return .registered(known) }
        if let items = several(name.text) { return .several(items) }
        takeAddress(name, location, [key])
        checkLook(name, location, key)
        return .sound
    }

    private func several(_ text: String) -> [String]? {
        if registered.count < 2 { return nil }
        // Two words of a tag are a tag as good as one.
        return WrittenItems.severalRegistered(in: text, registeredIDs, blanksPart: noun != "tag") {
            ids[NameIdentity.key(of: $0)] != nil
        }
    }

    /// Reports a name that differs from another only in case, spaces or full stops but has another address. Both
    /// addresses stay, because no rule tells which of them should serve both, and published links must not move.
    private mutating func checkLook(_ name: Reference, _ location: SourceLocation, _ key: String) {
        let look = NameIdentity.look(of: name.text)
        guard let first = looks[look] else {
            looks[look] = (name.text, location, name.id)
            return
        }
        // Ids are addresses as they are: if some systems treat two of them as one file, their pages are reported.
        let areIDs = name.isWellFormed && first.id.isWritten(as: first.name)
        guard first.id != name.id, !areIDs, NameIdentity.key(of: first.name) == key else { return }
        diagnostics.append(
            Diagnostic(
                .similarNames,
                "'\(name.text)' is '\(first.name)' but for case, spaces or points, and has another page",
                at: location, notes: [Diagnostic.Note("the other name", at: first.location)],
                fixIts: [.replace(location, with: yamlScalar(first.name))]))
    }

    /// Reports a name that looks like another but is not identical to it.
    ///
    /// - Returns: Whether no further diagnostic about it is needed, since the other is registered or has the same
    ///   address.
    private mutating func isToldByLook(_ name: Reference, _ location: SourceLocation, _ key: String) -> Bool {
        let look = NameIdentity.look(of: name.text)
        guard let first = looks[look], NameIdentity.key(of: first.name) != key else { return false }
        reportLook(name, location, first)
        // Later names are compared with the one that contains nothing invisible.
        if NameIdentity.unseen(in: name.text).isEmpty, registered[first.id] == nil {
            looks[look] = (name.text, location, name.id)
        }
        return first.id == name.id || registered[first.id] != nil
    }

    /// Reports two names that differ only in invisible characters, at the name that contains them.
    private mutating func reportLook(
        _ name: Reference, _ location: SourceLocation,
        _ first: (name: String, location: SourceLocation, id: String)
    ) {
        let isRegistered = registered[first.id] != nil
        let unseen = NameIdentity.unseen(in: name.text)
        let here = !unseen.isEmpty || isRegistered
        let (text, other) = here ? (name.text, first.name) : (first.name, name.text)
        let signs = (unseen + NameIdentity.unseen(in: first.name)).map(\.codePoint)
        let seen = NameIdentity.seen(of: other)
        diagnostics.append(
            Diagnostic(
                .similarNames,
                "'\(NameIdentity.seen(of: text))' differs from '\(seen)' in \(signs.joined(separator: " and ")) alone, which nobody sees",
                at: here ? location : first.location,
                notes: [
                    Diagnostic.Note(
                        isRegistered ? "registered here" : "the other name",
                        at: here ? first.location : location)
                ],
                fixIts: [
                    .replace(
                        here ? location : first.location, with: isRegistered ? first.id : yamlScalar(seen))
                ]))
    }

    /// Reports a name whose address belongs to another name.
    ///
    /// - Parameter keys: The comparison keys of names identical with this one. An id has two, since its hyphens may be
    ///   those of the name or stand for its spaces.
    private mutating func takeAddress(_ name: Reference, _ location: SourceLocation, _ keys: Set<String>) {
        guard let first = addresses[name.id] else {
            addresses[name.id] = (name.text, location, keys)
            return
        }
        if first.keys.isDisjoint(with: keys) { report(name, location, taken: first.name, first.location) }
        addresses[name.id]?.keys.formUnion(keys)
    }

    private mutating func report(
        _ name: Reference, _ location: SourceLocation, taken: String, _ first: SourceLocation
    ) {
        diagnostics.append(
            Diagnostic(
                .nameClash, "'\(name.text)' would have the address of '\(taken)'", at: location,
                notes: [Diagnostic.Note("the other name", at: first)],
                fixIts: [
                    .replace(location, with: yamlScalar(taken)),
                    Diagnostic.FixIt("register it in Content/\(file.rawValue) under an id of its own"),
                ]))
    }
}

extension Rule {
    static let nameClash = Rule(
        "name-clash", mandatory: true,
        "Two unregistered names share an address only if they differ in nothing but case, spaces, full stops and Unicode form."
    )
    /// The rule about names and file names that differ only in case, in Unicode form or in invisible characters.
    public static let similarNames = Rule(
        "similar-names", .warning,
        "No two files of the site, and no two names in entries, differ only in case, spaces, full stops, the form of letters, or invisible characters.",
        because:
            "Windows, macOS and many disks treat such files as one, so that a copy of the site would lose a page. Readers take two such names for one."
    )
    static let registeredName = Rule(
        "registered-name", .warning, "A registered actor, place, source or group is referred to by its id.",
        because: "A name stands for itself: it gets a page of its own, beside the page of the registered one."
    )
}
