import CLibYAML
import CommonMark
import Diagnostics
import UTF8Text

/// Builds the tree of a YAML text from libyaml's events, without recursion.
struct YAMLTreeBuilder {
    private struct Open {
        /// The node, whose content is filled in when it is closed.
        var node: YAMLNode
        var items: [YAMLNode] = []
        var pairs: [YAMLNode.Pair] = []
        var pendingKey: YAMLNode?
        /// The range of the first occurrence of each key; empty while the keys are few enough for a linear search.
        var keys: [String: Range<Int>] = [:]

        var closed: YAMLNode {
            var node = node
            switch node.content {
            case .sequence: node.content = .sequence(items)
            case .mapping: node.content = .mapping(pairs)
            case .scalar, .refused: break
            }
            return node
        }
    }

    private(set) var root: YAMLNode?
    private(set) var diagnostics: [Diagnostic] = []
    /// The range of the preceding scalar if it is quoted.
    private(set) var lastQuoted: Range<Int>?
    private let path: String
    private var stack: [Open] = []

    init(path: String) {
        self.path = path
    }

    /// Processes an event; returns a diagnostic if the text cannot be parsed further.
    mutating func add(_ event: yaml_event_t, _ range: Range<Int>) -> Diagnostic? {
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            unsafe refuse(anchor: scalar.anchor, tag: scalar.tag, range)
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let text = unsafe String(decoding: bytes, as: UTF8.self)
            let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
            let hasQuotes = unsafe [YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE]
                .contains(scalar.style)
            lastQuoted = hasQuotes ? range : nil
            // Only escapes can write them: libyaml refuses them as they are.
            if hasQuotes, text.unicodeScalars.contains(where: \.isForbiddenControl) {
                report(.controlCharacter, "control character in a text", range)
            }
            // The file as written has been checked; escapes can add characters that it does not contain.
            if hasQuotes, MarkPile.isIn(text) { report(.markPile, "letter with too many marks", range) }
            finish(YAMLNode(content: .scalar(text), range: range, isPlain: isPlain))
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            unsafe refuse(anchor: start.anchor, tag: start.tag, range)
            let isPlain = unsafe start.style != YAML_FLOW_SEQUENCE_STYLE
            return open(YAMLNode(content: .sequence([]), range: range, isPlain: isPlain))
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            unsafe refuse(anchor: start.anchor, tag: start.tag, range)
            let isPlain = unsafe start.style != YAML_FLOW_MAPPING_STYLE
            return open(YAMLNode(content: .mapping([]), range: range, isPlain: isPlain))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            if var closed = stack.popLast()?.closed {
                // libyaml lets a block end where the next token begins, past the blank lines after it: here
                // it ends with its last value.
                let end = closed.isPlain ? closed.lastPart?.range.upperBound : range.upperBound
                closed.range = closed.range.lowerBound..<max(closed.range.upperBound, end ?? 0)
                finish(closed)
            }
        case YAML_ALIAS_EVENT:
            report(.yamlAlias, "expected a value, found an alias", range)
            finish(YAMLNode(content: .refused, range: range, isPlain: true))
        default: break
        }
        return nil
    }

    private mutating func open(_ node: YAMLNode) -> Diagnostic? {
        guard stack.count < YAMLParser.deepestNesting else {
            return Diagnostic(
                .yamlSyntax, "nested more than \(YAMLParser.deepestNesting) levels deep",
                at: SourceLocation(path, node.range))
        }
        stack.append(Open(node: node))
        return nil
    }

    private mutating func finish(_ node: YAMLNode) {
        let parent = stack.count - 1
        guard parent >= 0 else {
            root = node
            return
        }
        guard case .mapping = stack[parent].node.content else {
            stack[parent].items.append(node)
            return
        }
        if let key = stack[parent].pendingKey {
            stack[parent].pendingKey = nil
            stack[parent].pairs.append(YAMLNode.Pair(key: key, value: node))
        } else {
            noteRepeated(node, in: parent)
            stack[parent].pendingKey = node
        }
    }

    private mutating func noteRepeated(_ key: YAMLNode, in parent: Int) {
        guard let text = key.scalar, let first = firstRange(of: text, key.range, in: parent) else { return }
        let note = Diagnostic.Note("first written here", at: SourceLocation(path, first))
        diagnostics.append(
            Diagnostic(
                .duplicateKey, "'\(text)' is defined twice", at: SourceLocation(path, key.range),
                notes: [note]))
    }

    /// Returns the range of an earlier occurrence of a key, or notes this one and returns `nil`.
    private mutating func firstRange(of key: String, _ range: Range<Int>, in parent: Int) -> Range<Int>? {
        let pairs = stack[parent].pairs
        if pairs.count < Self.fewKeys { return pairs.first { $0.key.scalar == key }?.key.range }
        if stack[parent].keys.isEmpty {
            for pair in pairs.reversed() {
                if let scalar = pair.key.scalar { stack[parent].keys[scalar] = pair.key.range }
            }
        }
        if let known = stack[parent].keys[key] { return known }
        stack[parent].keys[key] = range
        return nil
    }

    /// The number of keys up to which a linear search is faster than hashing each.
    private static let fewKeys = 24

    private mutating func refuse(
        anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ range: Range<Int>
    ) {
        if unsafe anchor != nil { report(.yamlAlias, "anchor before a value", range) }
        if unsafe tag != nil { report(.yamlTag, "tag before a value", range) }
    }

    private mutating func report(_ rule: Rule, _ summary: String, _ range: Range<Int>) {
        diagnostics.append(Diagnostic(rule, summary, at: SourceLocation(path, range)))
    }
}

extension Rule {
    static let yamlSyntax = Rule(
        "yaml-syntax", mandatory: true, "Front matter and data files are well-formed YAML.")
    static let yamlAlias = Rule(
        "yaml-alias", mandatory: true,
        "Anchors (&name) and aliases (*name) are not allowed; write the value out, or quote a text that begins with & or *."
    )
    static let yamlTag = Rule(
        "yaml-tag", mandatory: true, "YAML tags (!name) are not allowed: values are taken as written.")
    static let controlCharacter = Rule(
        "control-character", mandatory: true,
        "A text contains no control characters except tabs and line ends.")
    static let duplicateKey = Rule(
        "duplicate-key", mandatory: true, "A map contains each key at most once.")
}
