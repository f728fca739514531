import CommonMark
import Templates
import TimelineModel

/// A mark at a mention of a source: the number of its note, and an anchor for the way back.
struct NoteMark: Sendable {
    /// The number of the note, from 1.
    var number: Int
    /// The index of this mention among those of the same note, from 1.
    var mention: Int
    /// Whether the page shows the mention a second time, without an anchor.
    private(set) var isRepeated = false

    /// The mark for a second display of the same mention.
    var repeated: NoteMark {
        var mark = self
        mark.isRepeated = true
        return mark
    }

    var anchor: String { "cite_" + String(number) + "_" + String(mention) }
    var noteAnchor: String { "note_" + String(number) }
}

/// A numbered note of a page: a source with its mentions.
struct Note: Sendable {
    var number: Int
    /// The source's index in the timeline's registry.
    var slot: Int
    var source: SubjectRecord<SourceView>
    var marks: [NoteMark]
}

/// The sources of one text, numbered in the order of their first mention.
struct Notes: Sendable {
    private(set) var notes: [Note] = []
    /// The marks by the byte offset in the file at which the source is named; each offset is one mention.
    private var marks: [Int: NoteMark] = [:]
    /// The numbers of the notes by source, used once there are too many for a linear search.
    private var numbers: [Int: Int] = [:]
    /// The greatest number of notes in a list, which is not a bibliography.
    static let mostInLists = 5
    /// The first notes, for lists.
    var first: [Note] { Array(notes.prefix(Self.mostInLists)) }
    /// The number of notes beyond these.
    var furtherCount: Int { max(0, notes.count - Self.mostInLists) }
    /// The number of notes up to which a linear search is faster.
    private static let few = 24

    /// Numbers the sources of an entry in the order in which its page mentions them; sources that the entry only
    /// lists come last, without marks.
    ///
    /// The order is that of the template of an entry's page, since numbers count up as a reader goes down. The visits
    /// of ``Entry/forEachSource(_:)`` and ``Entry/forEachText(_:)`` have another one, by which sources are registered.
    init(ofEntry entryNumber: Int, in site: Site) {
        let entry = site[entryNumber]
        for index in entry.claims.indices {
            let claim = entry.claims[index]
            add(claim.says, site)
            let slots = site.timeline.names.sources(of: ClaimKey(entry: entryNumber, claim: index))
            for (slot, reference) in zip(slots, claim.sources) {
                mention(slot, at: reference.range.lowerBound, site)
            }
        }
        add(entry.body, site)
        for quantity in entry.quantities {
            add(quantity.sources, site)
            add(quantity.note, site)
        }
        for place in entry.places {
            add(place.sources, site)
            add(place.note, site)
        }
        for leg in entry.route {
            add(leg.sources, site)
            add(leg.note, site)
        }
        for item in entry.media { add(item.caption, site) }
        for note in entry.editorNotes {
            add(note.text, site)
            add(note.sources, site)
        }
        for correction in entry.corrections { add(correction.text, site) }
        // Sources that no part of the entry cites are listed without marks.
        for slot in site.timeline.names.listedSources(of: entryNumber) {
            _ = number(of: slot, site)
        }
    }

    /// Numbers the sources of an author's page.
    init(_ page: FreePage, in site: Site) {
        add(page.body, site)
    }

    /// Returns the mark of the mention at a byte offset; nil if there is none.
    func mark(at offset: Int) -> NoteMark? { marks[offset] }

    /// Returns the marks of references to sources.
    func marks(_ references: [SourceReference]) -> [NoteMark] {
        references.compactMap { marks[$0.range.lowerBound] }
    }

    private mutating func add(_ references: [SourceReference], _ site: Site) {
        for reference in references {
            guard let slot = site.timeline.sources.slot(of: reference.id) else { continue }
            mention(slot, at: reference.range.lowerBound, site)
        }
    }

    private mutating func add(_ text: RichText?, _ site: Site) {
        guard let text, !text.placeholders.isEmpty else { return }
        for citation in text.citations {
            guard let slot = site.timeline.sources.slot(of: citation.id) else { continue }
            mention(slot, at: citation.range.lowerBound, site)
        }
    }

    /// Adds a mention of a source.
    private mutating func mention(_ slot: Int, at offset: Int, _ site: Site) {
        let number = number(of: slot, site)
        guard marks[offset] == nil else { return }
        let mark = NoteMark(number: number, mention: notes[number - 1].marks.count + 1)
        notes[number - 1].marks.append(mark)
        marks[offset] = mark
    }

    /// Returns the number of a source's note, which is added if necessary.
    private mutating func number(of slot: Int, _ site: Site) -> Int {
        if let known = knownNumber(of: slot) { return known }
        notes.append(Note(number: notes.count + 1, slot: slot, source: site.source(at: slot), marks: []))
        if notes.count > Self.few { numbers[slot] = notes.count }
        return notes.count
    }

    /// Returns the number of a source's note; nil if it has none yet.
    private mutating func knownNumber(of slot: Int) -> Int? {
        if notes.count <= Self.few {
            // By index: copying a note out of the list would count references to its contents.
            return notes.indices.first { notes[$0].slot == slot }.map { $0 + 1 }
        }
        if numbers.count < notes.count {
            for note in notes { numbers[note.slot] = note.number }
        }
        return numbers[slot]
    }
}

let noteMarkContext = Context<NoteMark>(
    "note mark",
    [
        .number("number", "The note's number") { $0.number },
        .number("mention", "The number of this mention of the note, from 1") { $0.mention },
        .text(
            "anchor", "The id of the mark, for the link back from the note; empty where the mark is repeated"
        ) {
            $0.isRepeated ? nil : $0.anchor
        },
        .text("note_anchor", "The id of the note") { $0.noteAnchor },
    ])

let noteContext = Context<Note>(
    "note",
    [
        .number("number", "The note's number") { $0.number },
        .text("anchor", "The id of the note") { "note_" + String($0.number) },
        .kept("source", sourceContext, "The source") { $0.source },
        .list("marks", noteMarkContext, "The marks that refer to the note") { $0.marks },
    ])
