import Diagnostics

/// What front matter says, but for texts that nothing outside of the entry rests on: its title, its summary, the
/// wording of its date, and what is said and quoted in claims.
struct FrontMatterFingerprint: Hashable {
    /// The keys that lead to these texts.
    private static let texts: Set<[String]> = [
        ["title"], ["summary"], ["date_text"], ["claims", "says"], ["claims", "quote"],
    ]

    /// Scalars in the order of the file, each list and map with its count before it.
    private var parts: [String] = []

    /// Nil where the front matter cannot be read.
    init?(of bytes: [UInt8], path: String) {
        guard case .success(let front) = FrontMatter.split(bytes, path: path) else { return nil }
        var found: [Diagnostic] = []
        let node = try? YAMLParser.parse(bytes, in: front.yaml, path: path, diagnostics: &found)
        guard let node, found.isEmpty else { return nil }
        add(node, at: [])
    }

    private mutating func add(_ node: YAMLNode, at keys: [String]) {
        switch node.content {
        case .scalar where Self.texts.contains(keys): parts.append("text")
        case .scalar(let text): parts.append((node.isPlain ? "plain " : "quoted ") + text)
        case .refused: parts.append("refused")
        case .sequence(let items):
            parts.append("list \(items.count)")
            for item in items { add(item, at: keys) }
        case .mapping(let pairs):
            parts.append("map \(pairs.count)")
            for pair in pairs {
                add(pair.key, at: [])
                add(pair.value, at: keys + [pair.key.scalar ?? ""])
            }
        }
    }
}
