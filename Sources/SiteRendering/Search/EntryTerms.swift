import CommonMark
import Templates
import TimelineModel
import UTF8Text

/// The terms of a block of entries, and for each entry the indices of its terms.
struct EntryTerms: Sendable, WordTaking {
    /// All terms, without duplicates.
    private(set) var terms = ByteTable()
    /// The terms of each entry, one entry after the other, without duplicates within an entry.
    private(set) var numbers: [UInt32] = []
    /// The end of each entry's range in ``numbers``.
    private(set) var ends: [Int] = []
    /// For each term, the number of the last entry that contains it, from 1.
    private var seen: [Int] = []

    init(of entries: some Sequence<Int>, in site: Site) {
        var reading = EntryReading(site)
        for number in entries {
            reading.read(number, into: &self)
            ends.append(numbers.count)
        }
        seen = []
    }

    /// The terms of a name that is recorded for later entries, including repeated terms; nil if nothing is being
    /// recorded.
    fileprivate var noted: [Int]?

    mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
        let term = unsafe terms.intern(word)
        noted?.append(term)
        take(term)
    }

    /// Adds a term to the current entry, unless the entry already has it.
    fileprivate mutating func take(_ term: Int) {
        while seen.count <= term { seen.append(0) }
        if seen[term] == ends.count + 1 { return }
        seen[term] = ends.count + 1
        numbers.append(UInt32(truncatingIfNeeded: term))
    }
}

/// Reads the words of entries one after another.
private struct EntryReading {
    let site: Site
    private var words = WordReader()
    /// The terms in the names of items that several entries name, by index in the site index.
    private var names: [Int: [Int]] = [:]

    init(_ site: Site) {
        self.site = site
    }

    /// Reads everything that a reader may search for: title, date in words, summary, text, claims, notes, quantities,
    /// and the names of actors, places, tags, groups and publishers.
    mutating func read(_ number: Int, into terms: inout EntryTerms) {
        let entry = site[number]
        read(entry.title.value, into: &terms)
        read(entry.summary, into: &terms)
        read(site.date(ofEntry: number).text, into: &terms)
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

    /// Adds the terms in the names of an item, which are read only once if several entries name it.
    private mutating func readNames(ofThing number: Int, into terms: inout EntryTerms) {
        if let known = names[number] {
            for term in known { terms.take(term) }
            return
        }
        let thing = site.index.things[number]
        terms.noted = site.index.entryCount(thing.kind, at: thing.slot) > 1 ? [] : nil
        for name in names(of: thing) { words.read(name, into: &terms) }
        if let noted = terms.noted { names[number] = noted }
        terms.noted = nil
    }

    /// Returns all names of an item.
    private func names(of thing: SiteIndex.Thing) -> [String] {
        let timeline = site.timeline
        switch thing.kind {
        case .actors:
            let actor = timeline.actors.values[thing.slot]
            return [actor.name, actor.short ?? ""] + actor.also
        case .places:
            let place = timeline.places.values[thing.slot]
            return [place.name] + place.also
        case .tags: return [timeline.tags.values[thing.slot].name]
        case .groups: return [timeline.groups.values[thing.slot].name]
        case .sources:
            let source = timeline.sources.values[thing.slot]
            return [source.publisher ?? "", source.agency ?? ""]
        case .periods, .status: return []
        }
    }

    private mutating func read(_ text: String?, into terms: inout EntryTerms) {
        if let text { words.read(text, into: &terms) }
    }

    private mutating func read(_ text: RichText?, into terms: inout EntryTerms) {
        if let text { words.read(html: text.html, into: &terms) }
    }
}
