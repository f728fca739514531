import ArgumentParser
import Diagnostics
import EDTF
import Files
import TimelineModel

/// The registered names of a site, for prompts, completion and schemas.
struct SiteNames {
    /// A registered item that entries reference by its id.
    struct Item {
        var id: String
        /// The name that readers see.
        var name: String
        /// Further names, short ones included; for a source its URL, for an entry its aliases.
        var also: [String] = []
    }

    let settings: Settings
    let actors: [Item]
    let places: [Item]
    let groups: [Item]
    let tags: [Item]
    let sources: [Item]
    /// The slugs of all entries, drafts included.
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
            return Item(
                id: source.id, name: parts.joined(separator: ", "), also: [source.url].compactMap(\.self))
        }
        entries = (content.entries + content.faultyEntries).map {
            Item(id: $0.slug.value, name: $0.title.value, also: $0.aliases.map(\.value))
        }
    }

    init(_ files: DiskFileTree, jobs: Int = 1) throws(FileFailure) {
        self.init(try ContentReader(files, jobs: jobs, includesDrafts: true).read().content)
    }

    /// The registered ids, by the names of their registries in the content format.
    var idsByRegistry: [String: [String]] {
        [
            "actors": actors.map(\.id), "places": places.map(\.id), "groups": groups.map(\.id),
            "tags": tags.map(\.id), "sources": sources.map(\.id), "entries": entries.map(\.id),
        ]
    }
}

// MARK: Matching

extension SiteNames {
    /// The number of similar names that are offered.
    private static let most = 9

    /// Finds the registered item that a text names.
    ///
    /// - Returns: the item with this id, or the only one with this name in any case; otherwise the items with this
    ///   name, those with a word that begins with the text, and those with the nearest name.
    static func matches(_ text: String, in known: [Item]) -> (exact: Item?, near: [Item]) {
        let wanted = text.lowercased()
        if let exact = known.first(where: { $0.id == text }) { return (exact, []) }
        let named = known.filter { $0.spellings.contains(wanted) }
        if named.count == 1 { return (named[0], []) }
        var near = named
        near += known.filter { item in
            item.spellings.contains { spelling in
                spelling.hasPrefix(wanted)
                    || spelling.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(wanted) }
            }
        }
        if let nearest = nearestName(to: wanted, among: known.flatMap(\.spellings)) {
            near += known.filter { $0.spellings.contains(nearest) }
        }
        var seen: Set<String> = []
        return (nil, Array(near.filter { seen.insert($0.id).inserted }.prefix(most)))
    }
}

extension SiteNames.Item {
    /// All names of the item, in lower case except for its id.
    fileprivate var spellings: [String] { [id, name.lowercased()] + also.map { $0.lowercased() } }
}

// MARK: Completion

extension CompletionKind {
    /// Completes the ids of a registry of the site that `--source` names, or else of the site in the current folder.
    static func names(_ registry: @Sendable @escaping (SiteNames) -> [SiteNames.Item]) -> CompletionKind {
        .custom { arguments, _, _ in
            let index = arguments.firstIndex(of: "--source").map { $0 + 1 }
            let folder = index.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? "."
            let names = try? SiteNames(DiskFileTree(root: folder))
            return names.map { registry($0).map(\.id) } ?? []
        }
    }
}
