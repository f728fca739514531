import TimelineModel
import UTF8Text

/// JSON values as values of front matter.
enum JSONYAML {
    /// The depth beyond which a value is kept as its JSON text: YAML in entries is limited.
    private static let deepest = 12
    /// The length beyond which a text cannot be a key of YAML (YAML 1.2.2, section 7.4.2).
    private static let longestKey = 200

    /// Returns the value in YAML; what is null in an object is left out, since YAML's null means the same.
    static func value(_ value: JSONValue, depth: Int = 0) -> YAMLValue {
        switch value.content {
        case .null: return .written("null")
        case .bool(let flag): return .written(flag ? "true" : "false")
        case .number(let text): return .written(text)
        case .string(let text): return .text(allowed(text))
        case .array(let elements):
            if depth >= deepest { return .text(allowed(text(of: value))) }
            return .list(elements.map { self.value($0, depth: depth + 1) })
        case .object(let members):
            if depth >= deepest { return .text(allowed(text(of: value))) }
            var pairs: [YAMLPair] = []
            var keys: Set<String> = []
            for member in members {
                if case .null = member.value.content { continue }
                pairs.append(YAMLPair(freeKey(member.key, &keys), self.value(member.value, depth: depth + 1)))
            }
            return .map(pairs)
        }
    }

    /// The number of pairs that an entry keeps in one map below `extra`.
    private static let mostPairs = 256

    /// Adds a member to a map, unless its value is null. A repeated key gets a number.
    ///
    /// - Returns: false if the map has as many pairs as an entry keeps.
    static func add(_ member: JSONMember, to pairs: inout [YAMLPair]) -> Bool {
        if case .null = member.value.content { return true }
        if pairs.count >= mostPairs { return false }
        var keys = Set(pairs.map(\.key))
        pairs.append(YAMLPair(freeKey(member.key, &keys), value(member.value)))
        return true
    }

    /// A key that the map does not have yet; it is added to the keys of the map.
    static func freeKey(_ key: String, _ keys: inout Set<String>) -> String {
        var key = HTMLMarkdown.collapsed(allowed(key))
        if key.isEmpty { key = "unnamed" }
        if key.utf8.count > longestKey { key = String(key.prefix(longestKey / 8)) }
        var free = key
        var number = 2
        while !keys.insert(free).inserted {
            free = "\(key) \(number)"
            number += 1
        }
        return free
    }

    /// The value as JSON on one line.
    private static func text(of value: JSONValue) -> String {
        var json = JSONText()
        write(value, nil, to: &json)
        return json.text
    }

    private static func write(_ value: JSONValue, _ key: String?, to json: inout JSONText) {
        switch value.content {
        case .null: json.string(key, nil)
        case .bool(let flag): json.bool(key, flag)
        case .number(let text), .string(let text): json.string(key, text)
        case .array(let elements):
            json.array(key) { json in for element in elements { write(element, nil, to: &json) } }
        case .object(let members):
            json.object(key) { json in for member in members { write(member.value, member.key, to: &json) } }
        }
    }

    /// A text without the characters that no file may contain.
    static func allowed(_ text: String) -> String {
        if firstForbiddenControl(in: Array(text.utf8)[...]) == nil { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isForbiddenControl }))
    }
}

/// The content of a JSON value as bytes that do not depend on its layout.
enum JSONFingerprint {
    static func bytes(of value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value.content {
        case .null: bytes.append(0)
        case .bool(let flag): bytes.append(flag ? 1 : 2)
        case .number(let text):
            bytes.append(3)
            bytes.append(text: text)
        case .string(let text):
            bytes.append(4)
            bytes.append(text: text)
        case .array(let elements):
            bytes.append(5)
            for element in elements { append(element, to: &bytes) }
            bytes.append(6)
        case .object(let members):
            bytes.append(7)
            for member in members {
                bytes.append(text: member.key)
                append(member.value, to: &bytes)
            }
            bytes.append(8)
        }
    }
}
