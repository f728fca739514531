import CommonMark
import EDTF

extension Knowledge {
    /// Adds the days on which what is known of an entry may change: those on which something can first have been said that
    /// a list shows with it, and those by which it certainly was.
    ///
    /// - Parameter number: The index of the entry.
    func addDaysOfChange(ofEntry number: Int, to days: inout Set<CalendarDay>) {
        let entry = entries[number]
        func add(_ span: KnownSpan?) {
            if let first = span?.earliest { days.insert(first) }
            if let last = span?.latest { days.insert(last) }
        }
        for span in spansOfStatus(ofEntry: number) { add(span) }
        for answer in ownClaims(of: number).flatMap({ answers.answers[$0] ?? [] }) {
            let claim = entries[answer.entry].claims[answer.claim]
            for source in claim.sources { add(span(of: source)) }
            guard let says = claim.says else { continue }
            for span in spans(namedIn: says, of: entries[answer.entry].path) { add(span) }
        }
        entry.forEachSource { add(span(of: $0)) }
        entry.forEachText { for span in spans(namedIn: $0, of: entry.path) { add(span) } }
        add(spanOfOutcome(ofEntry: number))
        for slug in [entry.outcome?.entry?.value].compactMap(\.self) + entry.seeAlso.map(\.value) {
            guard let slot = slots[slug] else { continue }
            add(entrySpans[slot])
            // The steps of its history may have titles.
            for step in entries[slot].history { add(span(of: step, ofEntry: slot)) }
        }
        for correction in entry.corrections { add(correction.date.map { KnownSpan($0.value) }) }
        for note in entry.editorNotes { add(note.date.map { KnownSpan($0.value) }) }
    }

    /// Returns when the sources were published that a text cites, and when the entries and claims became known that it
    /// links.
    ///
    /// - Parameter path: The path of the file that contains the text.
    func spans(namedIn text: RichText, of path: String) -> [KnownSpan] {
        var spans: [KnownSpan] = []
        func add(claim anchor: String?, of number: Int?) {
            guard let anchor, let number else { return }
            for (index, claim) in entries[number].claims.enumerated() where claim.anchor == anchor {
                spans.append(span(of: ClaimKey(entry: number, claim: index)))
            }
        }
        for placeholder in text.placeholders {
            switch placeholder.content {
            case .citation(let id): if let span = span(ofSource: id) { spans.append(span) }
            case .image: break
            case .link(let target, _):
                guard case .success(let target) = links.resolve(target, from: path) else { break }
                switch target {
                case .entry(let slug, let fragment):
                    guard let number = slots[slug] else { break }
                    spans.append(entrySpans[number])
                    add(claim: fragment, of: number)
                case .fragment(let fragment): add(claim: fragment, of: links.number(of: path))
                case .page, .media: break
                }
            }
        }
        return spans
    }
}
