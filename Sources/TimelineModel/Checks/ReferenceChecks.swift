import Diagnostics

/// Checks that the ids in an entry are registered and the entries that it names exist.
func checkReferences(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    if all.actors.areChecked { entry.forEachActor { found.add(all.actors.check($0, in: entry.path)) } }
    if all.places.areChecked { entry.forEachPlace { found.add(all.places.check($0, in: entry.path)) } }
    if let group = entry.group { found.add(all.groups.check(group, in: entry.path)) }
    for slug in entry.seeAlso { found.add(checkSlug(slug, of: entry, all)) }
    if let slug = entry.outcome?.entry { found.add(checkSlug(slug, of: entry, all)) }
}

private func checkSlug(_ slug: Located<String>, of entry: Entry, _ all: CheckedContent) -> Diagnostic? {
    let location = SourceLocation(entry.path, slug.range)
    if let number = all.slots[slug.value] {
        guard all.isHidden(number, from: entry.path) else { return nil }
        return Diagnostic(.unknownEntry, "'\(slug.value)' is on the site only later", at: location)
    }
    if let reason = all.absence(of: slug.value) {
        return Diagnostic(.unknownEntry, "'\(slug.value)' is \(reason)", at: location)
    }
    let nearest = all.nearest.entries.nearest(to: slug.value)
    let fixIts = nearest.map { [Diagnostic.FixIt.replace(location, with: $0)] } ?? []
    return Diagnostic(.unknownEntry, "'\(slug.value)' is the slug of no entry", at: location, fixIts: fixIts)
}

/// Checks that an entry has a source, that its sources are registered, and that cited ones have a date.
func checkSources(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    var hasSources = false
    entry.forEachSource { reference in
        hasSources = true
        switch reference.target {
        case .registered(let source): found.add(all.sources.check(source, in: entry.path))
        case .inline(let source): found.add(checkTitle(of: source, all))
        }
    }
    for claim in entry.claims {
        for reference in claim.sources { checkDated(all.source(reference), reference.range, &found) }
    }
    let citations = entry.citations
    for citation in citations { checkCitation(citation, all, &found) }
    if !hasSources, citations.isEmpty, entry.isReadable, !entry.hasLostSources {
        let range = entry.title.range
        found.report(
            .entryWithoutSource, "entry has no source", range,
            fixIts: [Diagnostic.FixIt("add source: to a claim, or sources:")])
    }
}

/// Reports a source that has nothing but a title whose parts are several registered ids.
private func checkTitle(of source: Source, _ all: CheckedContent) -> Diagnostic? {
    guard all.sources.areChecked, let title = source.title, source.publisher == nil, source.url == nil,
        let items = WrittenItems.severalRegistered(in: title, all.sources.ids, blanksPart: true)
    else { return nil }
    return .severalInOne(title, items, "source", at: SourceLocation(source.path, source.range))
}

/// Checks a citation in Markdown, `[^source-id]`, of an entry or a page.
func checkCitation(_ citation: Citation, _ all: CheckedContent, _ found: inout EntryFindings) {
    let id = citation.id
    guard let slot = all.sourceSlots[id] else {
        if all.content.unreadableFiles.contains(ContentFile.sources.rawValue) { return }
        let location = SourceLocation(found.path, citation.range)
        let nearest = all.nearest.sources.nearest(to: id)
        let fixIts = nearest.map { [Diagnostic.FixIt.replace(location, with: "[^\($0)]")] } ?? []
        found.report(.unknownCitation, "'\(id)' is not a registered source", citation.range, fixIts: fixIts)
        return
    }
    checkDated(all.content.sources[slot], citation.range, &found)
}

private func checkDated(_ source: Source?, _ range: Range<Int>, _ found: inout EntryFindings) {
    guard let source, source.date == nil, !source.isDateUnreadable else { return }
    found.report(
        .citationWithoutDate, "cited source has no date", range,
        notes: [Diagnostic.Note("the source is here", at: SourceLocation(source.path, source.range))])
}

extension Rule {
    static let unknownActor = Rule(
        "unknown-actor", "An actor's id is registered in actors.yml; other text stands for itself.")
    static let unknownPlace = Rule(
        "unknown-place", "A place's id is registered in places.yml; other text stands for itself.")
    static let unknownGroup = Rule(
        "unknown-group", "A group's id is registered in timeline.yml; other text stands for itself.")
    static let unknownSource = Rule(
        "unknown-source", "A source's id is registered in sources.yml; other text stands for itself.")
    static let unknownEntry = Rule(
        "unknown-entry", mandatory: true, "see_also and outcome name entries by their slugs.")
    static let unknownCitation = Rule(
        "unknown-citation", mandatory: true, "A citation [^id] names a source of sources.yml.")
    static let citationWithoutDate = Rule(
        "citation-without-date", .warning, "A cited source states when it was published.")
    static let entryWithoutSource = Rule(
        "entry-without-source", .warning, "An entry has a source.")
}
