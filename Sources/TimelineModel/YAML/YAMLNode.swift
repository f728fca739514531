/// A value in a YAML text, as written: nothing is read as a number, a date or a truth value here.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Pair])
        /// An alias, which was reported: nobody knows what it stands for, so that nothing is said about it.
        case refused
    }

    struct Pair: Sendable {
        var key: YAMLNode
        var value: YAMLNode
    }

    var content: Content
    /// Where it stands in the file, in UTF-8 bytes, with its quotes or brackets.
    var range: Range<Int>
    /// True for a scalar without quotes and for a list or map in block style.
    var isPlain: Bool

    var scalar: String? {
        if case .scalar(let text) = content { return text }
        return nil
    }

    /// True where a key has no value: `summary:` and nothing behind it, or quotes and nothing in them.
    var isBlank: Bool {
        guard let scalar else { return false }
        // Nearly every text begins with a letter of ASCII: Unicode need not be asked.
        if let first = scalar.utf8.first, first > 0x20, first < 0x7F { return false }
        return scalar.allSatisfy(\.isWhitespace)
    }

    /// The place before it.
    var start: Range<Int> { range.lowerBound..<range.lowerBound }

    var isRefused: Bool {
        if case .refused = content { return true }
        return false
    }

    /// The value of a key of a map.
    func value(of key: String) -> YAMLNode? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.scalar == key }?.value
    }

    private var isEmptyCollection: Bool {
        switch content {
        case .scalar, .refused: false
        case .sequence(let items): items.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        }
    }

    /// The last value of a list or a map.
    var lastPart: YAMLNode? {
        switch content {
        case .scalar, .refused: nil
        case .sequence(let items): items.last
        case .mapping(let pairs): pairs.last?.value
        }
    }

    /// The keys of a map that have values.
    var writtenKeys: Set<String> {
        guard case .mapping(let pairs) = content else { return [] }
        return Set(
            pairs.lazy.filter { !$0.value.isBlank && !$0.value.isEmptyCollection }.compactMap(\.key.scalar))
    }

    /// What it is, in the words of a diagnostic.
    var kindName: String {
        switch content {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a map"
        case .refused: "an alias"
        }
    }
}
