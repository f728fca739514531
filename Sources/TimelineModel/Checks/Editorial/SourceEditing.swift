import Diagnostics

/// Reports registered sources on the web that have no copy in an archive.
func checkRegisteredSources(_ all: CheckedContent) -> [Diagnostic] {
    var found = EntryFindings(path: ContentFile.sources.path)
    for source in all.content.sources { checkArchive(source, &found) }
    return found.diagnostics
}

/// Reports such sources that are written where they are cited.
func checkInlineArchives(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    var seen: Set<String> = []
    for reference in all.entries[number].allSources {
        guard case .inline(let source) = reference.target, seen.insert(source.id).inserted else { continue }
        checkArchive(source, &found)
    }
}

private func checkArchive(_ source: Source, _ found: inout EntryFindings) {
    guard source.url != nil, source.archiveURL == nil, source.archiveURLRange.isEmpty else { return }
    found.report(
        .sourceWithoutArchive, "source without a copy in an archive", source.urlRange,
        fixIts: [Diagnostic.FixIt("save the page in an archive, and add archive_url:")])
}

/// Reports registered actors, places and sources that nothing names.
func checkOrphans(_ all: CheckedContent) -> [Diagnostic] {
    // What could not be read may name anything.
    if all.entries.contains(where: { !$0.isReadable || $0.hasLostSources }) { return [] }
    if all.pages.contains(where: { !$0.isReadable }) { return [] }
    var actors: Set<String> = []
    var places: Set<String> = []
    var sources: Set<String> = []
    for entry in all.entries {
        for actor in entry.allActors { actors.insert(actor.id) }
        for place in entry.allPlaces { places.insert(place.id) }
        for source in entry.allSources { sources.insert(source.id) }
        for citation in entry.citations { sources.insert(citation.id) }
    }
    let content = all.content
    let texts =
        all.pages.map(\.body) + content.actors.compactMap(\.description)
        + content.places.compactMap(\.description) + content.settings.groups.compactMap(\.description)
        + content.settings.tags.compactMap(\.description)
    for text in texts { sources.formUnion(text.citations.map(\.id)) }
    let drafts = content.drafts.isEmpty ? [] : [Diagnostic.Note("drafts were not read; --drafts reads them")]
    func orphans(
        _ registered: [(id: String, range: Range<Int>)], _ used: Set<String>, _ file: ContentFile,
        _ rule: Rule
    ) -> [Diagnostic] {
        registered.filter { !used.contains($0.id) }.map {
            Diagnostic(
                rule, "'\($0.id)' is named by no entry", at: SourceLocation(file.path, $0.range),
                notes: drafts, fixIts: [Diagnostic.FixIt("name it in an entry, or remove it")])
        }
    }
    return orphans(content.actors.map { ($0.id, $0.range) }, actors, .actors, .orphanActor)
        + orphans(content.places.map { ($0.id, $0.range) }, places, .places, .orphanPlace)
        + orphans(content.sources.map { ($0.id, $0.range) }, sources, .sources, .orphanSource)
}

extension Rule {
    static let sourceWithoutArchive = Rule(
        "source-without-archive", .note, "A source on the web has an archived copy.",
        because: "Pages move, change and vanish; afterwards only an archive shows what was published.")
    static let orphanActor = Rule("orphan-actor", .note, "Every registered actor is named by an entry.")
    static let orphanPlace = Rule("orphan-place", .note, "Every registered place is named by an entry.")
    static let orphanSource = Rule(
        "orphan-source", .note, "Every registered source is named by an entry or cited on a page.")
}
