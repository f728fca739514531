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

/// Checks that the default group is registered, and that no setting asks for a feature that does not exist yet.
func checkSettings(_ all: CheckedContent) -> [Diagnostic] {
    let settings = all.content.settings
    let path = ContentFile.settings.path
    let idle = settings.withoutEffect.map { key in
        Diagnostic(
            .settingWithoutEffect, "\(key.value) has no effect yet", at: SourceLocation(path, key.range),
            fixIts: [.init("leave it out, or leave it for a later version")])
    }
    return idle + [settings.defaultGroup.flatMap { all.groups.check($0, in: path) }].compactMap(\.self)
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
    static let settingWithoutEffect = Rule(
        "setting-without-effect", .note, "A setting has an effect.",
        because: "Cards, exports and feeds are read and checked, but this version does not make them.")
    static let duplicateSlug = Rule(
        "duplicate-slug", mandatory: true,
        "Each slug belongs to one entry, because it is the address of one page.")
    static let aliasShadowsPage = Rule(
        "alias-shadows-page", mandatory: true,
        "An alias is neither the slug of an entry nor the alias of another."
    )
}
