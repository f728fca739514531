import Diagnostics

/// A fingerprint of front matter without the texts that nothing outside of the entry depends on: its title, its
/// summary, the wording of its date, and what claims say and quote.
struct FrontMatterFingerprint: Hashable {
    /// The paths of keys whose texts are left out.
    private static let texts: Set<[String]> = [
        ["title"], ["summary"], ["date_text"], ["claims", "says"], ["claims", "quote"],
    ]

    /// All scalars in file order; each list and map is preceded by its count.
    private var parts: [String] = []

    /// Creates the fingerprint of an entry's file, or `nil` if the front matter cannot be read without a diagnostic.
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
