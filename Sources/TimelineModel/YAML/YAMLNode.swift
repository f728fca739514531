/// A value in a YAML text, as written: nothing is read as a number, a date or a truth value here.
struct YAMLNode: Sendable {
    enum Value: Sendable {
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

    var content: Value
    /// Where it stands in the file, in UTF-8 bytes, with its quotes or brackets.
    var range: Range<Int>
    /// True for a scalar without quotes and for a list or map in block style.
    var isPlain: Bool

    var scalar: String? {
        if case .scalar(let text) = content { return text }
        return nil
    }

    /// True for `null`, `Null`, `NULL`, `~` and nothing at all, without quotes: no value (YAML 1.2, 10.3.2). In quotes
    /// they are texts.
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

    /// The words for no value.
    static let nullWords = ["null", "Null", "NULL"]

    /// True where a key or an item of a list has no value, or quotes and nothing but blanks in them. Then it is as if
    /// the key or the item were not there, whatever holds it.
    var isBlank: Bool {
        guard let scalar else { return false }
        if isNull { return true }
        // Nearly every text begins with a letter of ASCII: Unicode need not be asked.
        if let first = scalar.utf8.first, first > 0x20, first < 0x7F { return false }
        return scalar.allSatisfy(\.isWhitespace)
    }

    /// True for a text of which a reader sees nothing, although it is not blank: characters without a width, marks that
    /// combine with no letter, and what only changes the form of others.
    var isInvisible: Bool {
        guard let scalar, let first = scalar.utf8.first, first <= 0x20 || first >= 0x7F else { return false }
        return scalar.unicodeScalars.allSatisfy { !$0.canBeSeen } && !scalar.allSatisfy(\.isWhitespace)
    }

    /// The place before it.
    var start: Range<Int> { range.lowerBound..<range.lowerBound }

    var isRefused: Bool {
        if case .refused = content { return true }
        return false
    }

    /// The value of a key of a map; nil where it has none.
    func value(of key: String) -> YAMLNode? {
        pair(of: key).flatMap { $0.value.isBlank ? nil : $0.value }
    }

    /// A key of a map as it is written, with or without a value.
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
