/// Writes keys and values as authors write them: a key on a line, a list of scalars in brackets, and lists and maps that
/// contain more in block style.
public struct FrontMatterText: Sendable {
    /// The lines written so far, each with its line feed.
    public private(set) var yaml = ""

    /// A text without keys.
    public init() {}

    /// Writes a key with its value.
    public mutating func add(_ key: String, _ value: YAMLValue) {
        yaml += yamlScalar(key)
        yaml += ":"
        write(value, indentation: 0)
    }

    /// Writes a key with a text, unless there is none.
    public mutating func add(_ key: String, text: String?) {
        if let text { add(key, .text(text)) }
    }

    /// Writes a key with a list of texts, unless the list is empty.
    public mutating func add(_ key: String, texts: [String]) {
        if !texts.isEmpty { add(key, .texts(texts)) }
    }

    /// The file of an entry or a page: the front matter between its fences, and a body in Markdown.
    public func file(body: String = "") -> String { "---\n" + yaml + "---\n" + body }

    /// Writes what follows a colon, and the end of the line.
    private mutating func write(_ value: YAMLValue, indentation: Int) {
        switch value {
        case .list(let items) where !items.allSatisfy(\.isScalar):
            yaml += "\n"
            for item in items {
                indent(indentation + 2)
                yaml += "- "
                writeItem(item, indentation: indentation + 4)
            }
        case .map(let pairs) where !pairs.isEmpty:
            yaml += "\n"
            for pair in pairs { write(pair, indentation: indentation + 2) }
        default:
            yaml += " "
            yaml += value.inline
            yaml += "\n"
        }
    }

    private mutating func write(_ pair: YAMLPair, indentation: Int, isIndented: Bool = false) {
        if !isIndented { indent(indentation) }
        yaml += yamlScalar(pair.key)
        yaml += ":"
        write(pair.value, indentation: indentation)
    }

    /// Writes what follows the dash of an item, and the end of the line.
    private mutating func writeItem(_ item: YAMLValue, indentation: Int) {
        guard case .map(let pairs) = item, !pairs.isEmpty else {
            yaml += item.inline
            yaml += "\n"
            return
        }
        for (number, pair) in pairs.enumerated() {
            write(pair, indentation: indentation, isIndented: number == 0)
        }
    }

    private mutating func indent(_ count: Int) {
        for _ in 0..<count { yaml += " " }
    }
}

extension YAMLValue {
    fileprivate var isScalar: Bool {
        if case .written = self { true } else { false }
    }

    /// The value on one line.
    fileprivate var inline: String {
        switch self {
        case .written(let text): text
        case .list(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
        case .map(let pairs):
            "{" + pairs.map { yamlScalar($0.key) + ": " + $0.value.inline }.joined(separator: ", ") + "}"
        }
    }
}
