/// A node of a YAML tree as it is written: scalars are texts and are not resolved to numbers, dates or truth values.
struct YAMLNode: Sendable {
    enum Value: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Pair])
        /// An alias, which has been reported. Its value is unknown, so nothing else is reported about it.
        case refused
    }

    struct Pair: Sendable {
        var key: YAMLNode
        var value: YAMLNode
    }

    var content: Value
    /// The range of the node in its file, in UTF-8 bytes, including quotes or brackets.
    var range: Range<Int>
    /// Whether the node is an unquoted scalar, or a list or map in block style.
    var isPlain: Bool

    var scalar: String? {
        if case .scalar(let text) = content { return text }
        return nil
    }

    /// Whether the node is null: an unquoted `null`, `Null`, `NULL`, `~` or nothing at all (YAML 1.2, section 10.3.2).
    /// In quotes these are texts.
    var isNull: Bool {
        guard isPlain, let scalar else { return false }
        // Nearly every text is longer, or begins with another letter.
        switch scalar.utf8.count {
        case 0: return true
        case 1: return scalar == "~"
        case 4: return Self.nullWords.contains(scalar)
        default: return false
        }
    }

    /// The words for null.
    static let nullWords = ["null", "Null", "NULL"]

    /// Whether a key or an item has no value, or a quoted text of nothing but spaces. It then counts as missing,
    /// whatever contains it.
    var isBlank: Bool {
        guard let scalar else { return false }
        if isNull { return true }
        // Nearly every text begins with a letter of ASCII: Unicode need not be asked.
        if let first = scalar.utf8.first, first > 0x20, first < 0x7F { return false }
        return scalar.allSatisfy(\.isWhitespace)
    }

    /// Whether the node is a text that is not blank, but in which nothing can be seen: besides white space it has only
    /// control and format characters, combining marks, Braille without a dot, and other characters without width or
    /// form of their own. False for lists and maps.
    var isInvisible: Bool {
        guard let scalar, let first = scalar.utf8.first, first <= 0x20 || first >= 0x7F else { return false }
        return scalar.unicodeScalars.allSatisfy { !$0.canBeSeen } && !scalar.allSatisfy(\.isWhitespace)
    }

    /// The empty range before the node.
    var start: Range<Int> { range.lowerBound..<range.lowerBound }

    var isRefused: Bool {
        if case .refused = content { return true }
        return false
    }

    /// Returns the value of a key of a map, or `nil` if it has none.
    func value(of key: String) -> YAMLNode? {
        pair(of: key).flatMap { $0.value.isBlank ? nil : $0.value }
    }

    /// Returns a key of a map with its value as written, even if the value is blank.
    func pair(of key: String) -> Pair? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.scalar == key }
    }

    private var isEmptyCollection: Bool {
        switch content {
        case .scalar, .refused: false
        case .sequence(let items): items.allSatisfy(\.isBlank)
        case .mapping(let pairs): pairs.isEmpty
        }
    }

    /// The last value in a list or map.
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

    /// The kind of node in the words of a diagnostic, such as `a list`.
    var kindName: String {
        switch content {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a map"
        case .refused: "an alias"
        }
    }
}

extension Unicode.Scalar {
    fileprivate var canBeSeen: Bool {
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
        return switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .spacingMark, .enclosingMark: false
        // Braille without a dot.
        default: self != "\u{2800}"
        }
    }
}
