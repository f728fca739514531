import Diagnostics

/// The keys that an object may have, and the decoder of the object.
final class KeyTable<Value>: Sendable {
    /// The name of the object in diagnostics, such as `claim`.
    let name: String
    let keys: [Key<Value>]
    /// The names of the keys, kept separately because access to a key would retain it.
    private let names: [String]
    private let nearest: NearestNames

    init(_ name: String, _ keys: [Key<Value>]) {
        self.name = name
        self.keys = keys
        let names = keys.map(\.name)
        self.names = names
        nearest = NearestNames { names }
    }

    /// Returns the index of a key. Authors write keys roughly in the order of the table, so the search begins after the
    /// last key found.
    private func slot(of name: String, from start: Int) -> Int? {
        for slot in start..<names.count where names[slot] == name { return slot }
        for slot in 0..<start where names[slot] == name { return slot }
        return nil
    }

    /// Decodes a map into a value and reports every mistake in it.
    ///
    /// - Returns: Whether all required keys have values; otherwise the value must not be used.
    func decode(_ node: YAMLNode, into value: inout Value, _ decoding: inout Decoding) -> Bool {
        guard case .mapping(let pairs) = node.content else {
            if !node.isRefused {
                let words = "a map with the keys of \(name)"
                decoding.report(.wrongKind, "expected \(words), found \(node.kindName)", node.range)
            }
            decoding.hasLostSources = true
            return false
        }
        var seen: UInt64 = 0
        var next = 0
        for index in pairs.indices {
            guard let name = pairs[index].key.scalar else {
                let key = pairs[index].key
                decoding.report(.wrongKind, "expected a key, found \(key.kindName)", key.range)
                continue
            }
            guard let slot = slot(of: name, from: next) else {
                reportUnknown(name, pairs[index].key.range, &decoding)
                continue
            }
            next = slot + 1
            let node = pairs[index].value
            // A key without a value says nothing; a required one is then missing.
            if node.isBlank { continue }
            seen |= 1 << UInt64(slot)
            if node.isRefused || decoding.reportsInvisible(node) {
                decoding.hasLostSources = true
                continue
            }
            keys[slot].decode(node, &value, &decoding)
        }
        var isComplete = true
        for (slot, key) in keys.enumerated() where key.isRequired && seen & (1 << UInt64(slot)) == 0 {
            isComplete = false
            decoding.report(
                .missingKey, "\(name) has no \(key.name)", node.isPlain ? node.start : node.range,
                fixIts: [Diagnostic.FixIt("add \(key.name): \(key.type.words)")])
        }
        return isComplete
    }

    private func reportUnknown(_ name: String, _ range: Range<Int>, _ decoding: inout Decoding) {
        var fixIts: [Diagnostic.FixIt] = []
        if let nearest = nearest.nearest(to: name) {
            fixIts.append(.replace(decoding.location(range), with: nearest))
        }
        decoding.report(.unknownKey, "'\(name)' is not a key of \(self.name)", range, fixIts: fixIts)
    }
}

extension Rule {
    static let unknownKey = Rule(
        "unknown-key", .warning,
        "Only the keys of the content format have a meaning; put your own keys under extra.")
    static let missingKey = Rule("missing-key", mandatory: true, "A required key has a value.")
    static let invisibleText = Rule(
        "invisible-text", mandatory: true, "A text contains something visible.")
    static let wrongKind = Rule(
        "wrong-kind", mandatory: true, "A value has the type that its key requires.")
    static let unknownValue = Rule(
        "unknown-value", mandatory: true, "A key with a fixed list of values has one of them.")
}
