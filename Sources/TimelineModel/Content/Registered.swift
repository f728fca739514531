import CommonMark
import Diagnostics

/// A value that a data file registers and entries refer to by id.
public protocol Registered: Sendable {
    /// The id in references and addresses, unique among values of its type.
    var id: String { get set }
    /// The name that readers see.
    var name: String { get set }
    /// Whether a data file registers the value; false for one that only entries name.
    var isRegistered: Bool { get set }
    /// The range of the id in the data file, in UTF-8 bytes; empty for a value that only entries name.
    var range: Range<Int> { get set }
    init()
}

extension Registered {
    /// Creates the value that a data file registers under an id, before its other keys are decoded.
    static func registered(_ id: String, at range: Range<Int>) -> Self {
        var value = Self()
        value.id = id
        value.range = range
        value.isRegistered = true
        return value
    }
}

extension Decoding {
    mutating func texts(_ node: YAMLNode) -> [String] {
        list(node, .list(.text)).compactMap { text($0) }
    }

    /// Reports a place that has one coordinate without the other.
    mutating func reportHalfPoint(_ node: YAMLNode) {
        let written = node.writtenKeys
        for (key, other) in [("lat", "lon"), ("lon", "lat")]
        where written.contains(key) && !written.contains(other) {
            report(
                .missingKey, "place has \(key) and no \(other)", node.value(of: key)?.range ?? node.range,
                fixIts: [Diagnostic.FixIt("add \(other): \(KeyType.number.words)")])
        }
    }

    mutating func degrees(_ node: YAMLNode, limit: Double, _ noun: String, _ rule: Rule) -> Decimal? {
        guard let degrees = decimal(node) else { return nil }
        if abs(degrees.value) <= limit { return degrees }
        report(rule, "\(noun) \(degrees)", node.range)
        return nil
    }

    /// Decodes the id under which a value is registered, and reports one that cannot be used.
    mutating func registryID(_ node: YAMLNode) -> String? {
        guard let text = text(node) else { return nil }
        if Slug.isUsable(text) { return text }
        let slug = Slug.make(from: text)
        let fixIts =
            Slug.isUsable(slug) ? [Diagnostic.FixIt.replace(location(node.range), with: slug)] : []
        report(.invalidID, Slug.refusal(of: text, "id"), node.range, fixIts: fixIts)
        return nil
    }

    /// Decodes an id that is a key of a map. A key that YAML reads as null is reported unless it is quoted, because no
    /// entry could refer to it.
    private mutating func registeredKey(_ key: YAMLNode) -> String? {
        guard key.isNull, let text = key.scalar, !text.isEmpty else { return registryID(key) }
        report(
            .invalidID, "'\(text)' is not a value", key.range,
            fixIts: [
                text == "~"
                    ? Diagnostic.FixIt("write an id") : .replace(location(key.range), with: "\"\(text)\"")
            ])
        return nil
    }

    /// Decodes a data file: a map from ids to objects.
    mutating func registry<Value>(
        _ node: YAMLNode, _ keys: KeyTable<Value>, _ make: (String, Range<Int>) -> Value,
        check: (Value, YAMLNode, inout Decoding) -> Void = { _, _, _ in }
    ) -> [Value] {
        guard case .mapping(let pairs) = node.content else {
            report(
                .wrongKind,
                "expected a map of ids, each with the keys of \(keys.name), found \(node.kindName)",
                node.range)
            return []
        }
        return pairs.compactMap { pair in
            guard let id = registeredKey(pair.key) else { return nil }
            var value = make(id, pair.key.range)
            // An id without a value is a map without keys.
            let nothing = YAMLNode(content: .mapping([]), range: pair.key.range, isPlain: false)
            let facts = pair.value.isBlank ? nothing : pair.value
            _ = keys.decode(facts, into: &value, &self)
            if case .mapping = facts.content { check(value, facts, &self) }
            // Kept although it may be reported: else each use of its id would be reported too.
            return value
        }
    }
}

extension Rule {
    static let latitudeRange = Rule("latitude-range", "A latitude is a number from -90 to 90.")
    static let longitudeRange = Rule("longitude-range", "A longitude is a number from -180 to 180.")
}
