import Diagnostics

/// The type of a key's value: the values that its decoder accepts, and their description in diagnostics and
/// documentation.
indirect enum KeyType: Sendable {
    case text, markdown, date, integer, number, bool, url, colour, anything
    /// Text that is not prose: an id, a file path or a language tag.
    case code
    case id(of: String)
    case oneOf([String])
    case list(KeyType)
    case oneOrMore(KeyType)
    case object(String)
    case textOrObject(String)
    case boolOrObject(String)
    case map(KeyType)
    /// A map from rule ids to severities.
    case ruleLevels

    /// The description of the type in diagnostics, such as `a list, each item an id of actors`.
    var words: String {
        switch self {
        case .text, .code: "text"
        case .markdown: "text in inline Markdown"
        case .date: "an EDTF date"
        case .integer: "a whole number"
        case .number: "a number"
        case .bool: "true or false"
        case .url: "a web address"
        case .colour: "a colour such as #1f6f8b"
        case .anything: "anything"
        case .id(let registry): "an id of \(registry)"
        case .oneOf(let names): "one of " + names.joined(separator: ", ")
        case .list(let element): "a list, each item \(element.words)"
        case .oneOrMore(let element): "\(element.words), or a list of them"
        case .object(let name): "a map with the keys of \(name)"
        case .textOrObject(let name): "text, or a map with the keys of \(name)"
        case .boolOrObject(let name): "true or false, or a map with the keys of \(name)"
        case .map(let element): "a map of ids, each value \(element.words)"
        case .ruleLevels: "a map of rules, each value one of " + Self.levels.joined(separator: ", ")
        }
    }

    /// The severities that a site can give to a rule.
    static let levels = ["error", "warning", "note", "off"]

    /// Whether a single value could be an item of a list of this type.
    func accepts(_ node: YAMLNode) -> Bool {
        switch (node.content, self) {
        case (.scalar, .object), (.scalar, .map), (.scalar, .list), (.scalar, .ruleLevels): false
        case (.scalar, _), (.mapping, .object), (.mapping, .textOrObject), (.mapping, .boolOrObject): true
        default: false
        }
    }
}
