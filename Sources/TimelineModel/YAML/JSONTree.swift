import Diagnostics

/// The tree of a JSON text. The YAML parser reads it, since JSON is written as YAML is (YAML 1.2.2, section 1.3).
public struct JSONTree: Sendable {
    private let node: YAMLNode

    private init(_ node: YAMLNode) { self.node = node }

    /// Reads a text; nil if the parser finds a mistake in it.
    public init?(parsing text: String) {
        let bytes = Array(text.utf8)
        var mistakes: [Diagnostic] = []
        let root = try? YAMLParser.parse(bytes, in: bytes.indices, path: "", diagnostics: &mistakes)
        guard let root, mistakes.isEmpty else { return nil }
        node = root
    }

    /// The text of a string, and what is written for a number or a truth value; nil for an array and for an object.
    public var text: String? { node.scalar }

    /// The elements of an array; none for any other value.
    public var elements: [JSONTree] {
        if case .sequence(let nodes) = node.content { nodes.map { JSONTree($0) } } else { [] }
    }

    /// The value of an object's key; nil for a key that it does not have, and for what is not an object.
    public subscript(key: String) -> JSONTree? {
        guard case .mapping(let pairs) = node.content else { return nil }
        return pairs.first { $0.key.scalar == key }.map { JSONTree($0.value) }
    }
}
