import TimelineModel

/// The words of a run of entries: every term of theirs, and for each entry the numbers of its terms.
struct EntryTerms: Sendable, WordTaking {
    private(set) var terms = ByteTable()
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
    /// The terms in the names of actors, places and so on that several entries name, by their places in the index.
    private var names: [Int: [Int]] = [:]

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
        for thing in site.index.things(of: number) { readNames(ofThing: thing, into: &terms) }
    }

    private mutating func readNames(ofThing number: Int, into terms: inout EntryTerms) {
        if let known = names[number] {
            for term in known { terms.take(term) }
            return
        }
        let thing = site.index.things[number]
        terms.noted = thing.entries.count > 1 ? [] : nil
        for name in names(of: thing) { words.read(name, into: &terms) }
        if let noted = terms.noted { names[number] = noted }
        terms.noted = nil
    }

    private func names(of thing: SiteIndex.Thing) -> [String] {
        let timeline = site.timeline
        switch thing.kind {
        case .actors:
            return timeline.actors[thing.id].map { [$0.name, $0.short ?? ""] + $0.also } ?? []
        case .places: return timeline.places[thing.id].map { [$0.name] + $0.also } ?? []
        case .tags: return timeline.tags[thing.id].map { [$0.name] } ?? []
        case .groups: return timeline.groups[thing.id].map { [$0.name] } ?? []
        case .sources:
            return timeline.sources[thing.id].map { [$0.publisher ?? "", $0.agency ?? ""] } ?? []
        case .periods, .status: return []
        }
    }

    private mutating func read(_ text: String?, into terms: inout EntryTerms) {
        if let text { words.read(text, into: &terms) }
    }

    private mutating func read(_ text: RichText?, into terms: inout EntryTerms) {
        if let text { words.read(html: text.document.html, into: &terms) }
    }
}
