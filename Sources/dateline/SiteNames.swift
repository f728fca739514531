import TimelineModel

/// What a site has names for: for questions, for completion, for schemas.
struct SiteNames {
    /// A thing that entries name by its id.
    struct Item {
        var id: String
        /// What readers see.
        var name: String
        /// Other names, and short ones.
        var also: [String] = []
    }

    let settings: Settings
    let actors: [Item]
    let places: [Item]
    let groups: [Item]
    let tags: [Item]
    let sources: [Item]
    /// The slugs of all entries, drafts too.
    let entries: [Item]

    init(_ content: Content) {
        settings = content.settings
        actors = content.actors.map {
            Item(id: $0.id, name: $0.name, also: $0.also + [$0.short].compactMap(\.self))
        }
        places = content.places.map { Item(id: $0.id, name: $0.name, also: $0.also) }
        groups = content.settings.groups.map { Item(id: $0.id, name: $0.name) }
        tags = content.settings.tags.map { Item(id: $0.id, name: $0.name) }
        sources = content.sources.map { source in
            let parts = [source.publisher, source.title, source.date?.value.canonical].compactMap(\.self)
            return Item(id: source.id, name: parts.joined(separator: ", "), also: [source.url].compactMap(\.self))
        }
        entries = content.entries.map { Item(id: $0.slug.value, name: $0.title.value) }
    }

    init(_ files: DiskFileTree, jobs: Int = 1) throws(FileFailure) {
        self.init(try ContentReader(files, jobs: jobs, includesDrafts: true).read().content)
    }

    /// The ids by the names that the content format has for their registries.
    var idsByRegistry: [String: [String]] {
        [
            "actors": actors.map(\.id), "places": places.map(\.id), "groups": groups.map(\.id),
            "tags": tags.map(\.id), "sources": sources.map(\.id), "entries": entries.map(\.id),
        ]
    }
}
