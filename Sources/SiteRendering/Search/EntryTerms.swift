import TimelineModel

/// The words of a run of entries: every term of theirs, and for each entry the numbers of its terms.
struct EntryTerms: Sendable, WordTaking {
    private(set) var terms = TermTable()
    /// Terms of entry after entry, each once an entry.
    private(set) var numbers: [UInt32] = []
    /// Where each entry's terms end.
    private(set) var ends: [Int] = []
    /// How many entries had been begun when a term was seen last.
    private var seen: [Int] = []

    init(of entries: Range<Int>, in site: Site) {
        var reading = EntryReading(site)
        for number in entries {
            reading.read(number, into: &self)
            ends.append(numbers.count)
        }
        seen = []
    }

    /// Where the words of a name are noted, which is read once and used again: each as often as it was read.
    fileprivate var noted: [Int]?

    mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
        let term = terms.intern(word)
        noted?.append(term)
        take(term)
    }

    fileprivate mutating func take(_ term: Int) {
        while seen.count <= term { seen.append(0) }
        if seen[term] == ends.count + 1 { return }
        seen[term] = ends.count + 1
        numbers.append(UInt32(truncatingIfNeeded: term))
    }
}

/// Reads entries one after another.
private struct EntryReading {
    let site: Site
    private var words = WordReader()
    /// The terms in the names of actors, places and so on, by kind and id.
    private var names: [IndexKind: [String: [Int]]] = [:]

    init(_ site: Site) {
        self.site = site
    }

    /// What a reader may look for: title, date in words, summary, text, claims, notes, numbers, and the names of
    /// who, where, what about and who published it.
    mutating func read(_ number: Int, into terms: inout EntryTerms) {
        let entry = site[number]
        read(entry.title.value, into: &terms)
        read(entry.summary, into: &terms)
        read(site.withCard(number) { $0.date.subject.text }, into: &terms)
        read(entry.body, into: &terms)
        for claim in entry.claims {
            read(claim.says, into: &terms)
            read(claim.quote?.value, into: &terms)
            read(claim.quoteOriginal, into: &terms)
            read(claim.byText, into: &terms)
        }
        for note in entry.editorNotes { read(note.text, into: &terms) }
        for place in entry.places { read(place.note, into: &terms) }
        for quantity in entry.quantities {
            read(quantity.label, into: &terms)
            read(quantity.unit, into: &terms)
        }
        for item in entry.media { read(item.caption, into: &terms) }
        readNames(of: entry, into: &terms)
    }

    private mutating func readNames(of entry: Entry, into terms: inout EntryTerms) {
        for actor in entry.allActors {
            note(.actors, actor.id, &terms) {
                guard let actor = $0.timeline.actors[actor.id] else { return [actor.text] }
                return [actor.name, actor.short ?? ""] + actor.also
            }
        }
        for place in entry.allPlaces {
            note(.places, place.id, &terms) {
                $0.timeline.places[place.id].map { [$0.name] + $0.also } ?? [place.text]
            }
        }
        for tag in entry.tags { note(.tags, tag.id, &terms) { [$0.timeline.tags[tag.id]?.name ?? tag.text] } }
        if let group = entry.group {
            note(.groups, group.id, &terms) { [$0.timeline.groups[group.id]?.name ?? group.text] }
        }
        for source in entry.allSources {
            note(.sources, source.id, &terms) {
                let source = $0.source(source).subject.source
                return [source.publisher ?? "", source.agency ?? ""]
            }
        }
    }

    private mutating func read(_ text: String?, into terms: inout EntryTerms) {
        if let text { words.read(text, into: &terms) }
    }

    private mutating func read(_ text: RichText?, into terms: inout EntryTerms) {
        if let text { words.read(html: text.document.html, into: &terms) }
    }

    private mutating func note(
        _ kind: IndexKind, _ id: String, _ terms: inout EntryTerms, _ texts: (Site) -> [String]
    ) {
        if let known = names[kind]?[id] {
            for term in known { terms.take(term) }
            return
        }
        terms.noted = []
        for text in texts(site) { words.read(text, into: &terms) }
        names[kind, default: [:]][id] = terms.noted
        terms.noted = nil
    }
}
