/// The values that a correction replaced: the keys of the entry with what they held before.
///
/// They are decoded twice: on reading, which reports their mistakes, and into an entry when the correction is undone.
public final class FormerValues: Sendable {
    private let node: YAMLNode
    private let path: String
    private let bytes: [UInt8]
    private let keepsMarkdown: Bool

    init(_ node: YAMLNode, in decoding: Decoding) {
        self.node = node
        path = decoding.path
        bytes = decoding.bytes
        keepsMarkdown = decoding.keepsMarkdown
    }

    /// A value as it is written, without a type.
    public indirect enum Value: Hashable, Sendable {
        /// A text, a number, a date …
        case text(String)
        /// The items of a list.
        case list([Value])
        /// The keys of a map with their values, in file order.
        case map([Pair])
    }

    /// A key with its former value.
    public struct Pair: Hashable, Sendable {
        /// The name of the key.
        public var key: String
        /// What it held.
        public var value: Value
    }

    /// The keys of the entry that the correction changed, with their former values, in file order.
    public var pairs: [Pair] { Value(node)?.pairs ?? [] }

    /// The names of these keys.
    public var keys: [String] { pairs.map(\.key) }

    /// Gives the keys of an entry their former values.
    func restore(into entry: inout EntryFields) {
        var decoding = Decoding(path: path, bytes: bytes)
        decoding.keepsMarkdown = keepsMarkdown
        // A wording belongs to the date beside which it was written.
        if node.value(of: "date") != nil { entry.date.wording = nil }
        _ = EntryFields.formerKeys.decode(node, into: &entry, &decoding)
    }
}

extension FormerValues.Value {
    /// The value of a node; `nil` if it has none.
    fileprivate init?(_ node: YAMLNode) {
        switch node.content {
        case .refused: return nil
        case .scalar(let text):
            if node.isBlank { return nil }
            self = .text(text)
        case .sequence(let items): self = .list(items.compactMap(Self.init))
        case .mapping(let pairs):
            self = .map(
                pairs.compactMap { pair in
                    guard let key = pair.key.scalar, let value = Self(pair.value) else { return nil }
                    return FormerValues.Pair(key: key, value: value)
                })
        }
    }

    fileprivate var pairs: [FormerValues.Pair] {
        if case .map(let pairs) = self { pairs } else { [] }
    }
}

extension EntryFields {
    /// The keys that name an entry or say when the site shows it, which a correction does not undo.
    private static let lastingKeys: Set<String> = [
        "slug", "aliases", "draft", "publish", "withheld", "minor", "corrections",
    ]

    /// The keys whose former values a correction may state. None is required.
    static let formerKeys = KeyTable<EntryFields>(
        "former values",
        keys.keys.filter { !lastingKeys.contains($0.name) }.map {
            Key($0.name, $0.type, $0.documentation, $0.decode)
        })
}
