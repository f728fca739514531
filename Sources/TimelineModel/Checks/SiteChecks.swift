import Diagnostics
import UTF8Text

/// Checks that each slug names one entry or one page, and that no alias hides one of them.
func checkSlugs(_ all: CheckedContent) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var entries: [String: SourceLocation] = [:]
    let hasAliases = all.entries.indices.contains { !all.entries[$0].aliases.isEmpty }
    // Where every slug is there once, and nothing else may be called so, nothing is to be looked for.
    if hasAliases || all.slots.values.count < all.entries.count {
        for entry in all.entries.sorted(byBytesOf: \.path)
        where !entry.slug.value.isEmpty {
            let location = SourceLocation(entry.path, entry.slug.range)
            note(entry.slug.value, location, .duplicateSlug, "slug", &entries, &found)
        }
    }
    for number in all.entries.indices {
        for alias in all.entries[number].aliases {
            let location = SourceLocation(all.entries[number].path, alias.range)
            note(alias.value, location, .aliasShadowsPage, "alias", &entries, &found)
        }
    }
    var pages: [String: SourceLocation] = [:]
    for page in all.pages where !page.slug.value.isEmpty {
        let location = SourceLocation(page.path, page.slug.range)
        note(page.slug.value, location, .duplicateSlug, "slug", &pages, &found)
    }
    return found
}

private func note(
    _ slug: String, _ location: SourceLocation, _ rule: Rule, _ noun: String,
    _ seen: inout [String: SourceLocation], _ found: inout [Diagnostic]
) {
    guard let first = seen[slug] else {
        seen[slug] = location
        return
    }
    found.append(
        Diagnostic(
            rule, "\(noun) '\(slug)' is taken", at: location, notes: [.init("taken here", at: first)],
            fixIts: [.init(noun == "alias" ? "remove the alias" : "write another slug:, or rename the file")])
    )
}

/// Checks that the default group is registered, and that a site with cards has an address.
func checkSettings(_ all: CheckedContent) -> [Diagnostic] {
    let settings = all.content.settings
    let path = ContentFile.settings.path
    var cards: [Diagnostic] = []
    if settings.hasCards, settings.baseURL == nil {
        cards.append(
            Diagnostic(
                .cardsWithoutAddress, "cards are drawn, but no page names them",
                at: SourceLocation(path, settings.cardsRange),
                fixIts: [.init("write base_url: with the address at which the site will be published")]))
    }
    return cards + [settings.defaultGroup.flatMap { all.groups.check($0, in: path) }].compactMap(\.self)
}

/// Checks the Markdown texts of data files.
func checkRegistries(_ all: CheckedContent) -> [Diagnostic] {
    let content = all.content
    return [
        (ContentFile.actors, content.actors.compactMap(\.description)),
        (ContentFile.places, content.places.compactMap(\.description)),
        (
            ContentFile.settings,
            content.settings.groups.compactMap(\.description)
                + content.settings.tags.compactMap(\.description)
        ),
    ].flatMap { file, texts in
        var found = EntryFindings(path: file.path)
        for text in texts { checkTextAndCitations(text, all, &found) }
        return found.diagnostics
    }
}

extension Rule {
    static let cardsWithoutAddress = Rule(
        "cards-without-address", .note, "A site with cards has a base_url.",
        because: "Social networks take the address of a picture only if it is complete.")
    static let duplicateSlug = Rule(
        "duplicate-slug", mandatory: true,
        "Each slug belongs to one entry, because it is the address of one page.")
    static let aliasShadowsPage = Rule(
        "alias-shadows-page", mandatory: true,
        "An alias is neither the slug of an entry nor the alias of another."
    )
}
