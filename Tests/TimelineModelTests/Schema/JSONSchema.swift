import Diagnostics
import Foundation

@testable import TimelineModel

/// The part of JSON Schema 2020-12 that the schemas use, applied to YAML 1.2's core schema, like in an editor.
struct JSONSchema {
    let root: [String: Any]

    struct Unreadable: Error {}

    /// The paths of the values that break the schema.
    func mistakes(in yaml: String) throws -> [String] {
        try mistakes(in: Array(yaml.utf8), of: "x.yml")
    }

    /// The same for the bytes of a file; of a Markdown file its front matter is checked.
    func mistakes(in bytes: [UInt8], of path: String) throws -> [String] {
        var range = 0..<bytes.count
        if path.hasSuffix(".md") {
            guard case .success(let parts) = FrontMatter.split(bytes, path: path) else { throw Unreadable() }
            range = parts.yaml
        }
        var found: [Diagnostic] = []
        let node: YAMLNode?
        do {
            node = try YAMLParser.parse(bytes, in: range, path: path, diagnostics: &found)
        } catch {
            throw Unreadable()
        }
        guard found.isEmpty else { throw Unreadable() }
        var mistakes: [String] = []
        check(node, root, "", &mistakes)
        return mistakes
    }

    private func check(_ node: YAMLNode?, _ schema: [String: Any], _ path: String, _ mistakes: inout [String])
    {
        if let reference = schema["$ref"] as? String {
            let name = reference.dropFirst("#/$defs/".count).removingPercentEncoding ?? ""
            guard let target = (root["$defs"] as? [String: [String: Any]])?[name] else {
                mistakes.append(path + ": no " + reference)
                return
            }
            check(node, target, path, &mistakes)
        }
        let kinds = Self.kinds(of: node)
        if let types = schema["type"] as? [String], kinds.isDisjoint(with: types) {
            mistakes.append(path + ": type")
            return
        }
        if let values = schema["enum"] as? [Any] {
            let isNull = kinds.contains("null")
            let isOne = values.contains { ($0 as? String).map { $0 == node?.scalar } ?? isNull }
            if !isOne { mistakes.append(path + ": enum") }
        }
        if let pattern = schema["pattern"] as? String, kinds.contains("string"), let text = node?.scalar,
            (try? Regex(pattern).firstMatch(in: text)) == nil
        {
            mistakes.append(path + ": pattern")
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let isOne = choices.contains { choice in
                var inner: [String] = []
                check(node, choice, path, &inner)
                return inner.isEmpty
            }
            if !isOne { mistakes.append(path + ": anyOf") }
        }
        switch node?.content {
        case .sequence(let items):
            guard let schema = schema["items"] as? [String: Any] else { return }
            for (number, item) in items.enumerated() { check(item, schema, "\(path)/\(number)", &mistakes) }
        case .mapping(let pairs): checkObject(pairs, schema, path, &mistakes)
        default: break
        }
    }

    private func checkObject(
        _ pairs: [YAMLNode.Pair], _ schema: [String: Any], _ path: String, _ mistakes: inout [String]
    ) {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for pair in pairs {
            let name = pair.key.scalar ?? ""
            if let names = schema["propertyNames"] as? [String: Any] {
                let key = YAMLNode(content: .scalar(name), range: pair.key.range, isPlain: false)
                check(key, names, path + "/" + name, &mistakes)
            }
            if let known = properties[name] {
                check(pair.value, known, path + "/" + name, &mistakes)
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                check(pair.value, others, path + "/" + name, &mistakes)
            } else if schema["additionalProperties"] as? Bool == false {
                mistakes.append(path + "/" + name + ": unknown")
            }
        }
        for name in schema["required"] as? [String] ?? []
        where !pairs.contains(where: { $0.key.scalar == name }) {
            mistakes.append(path + "/" + name + ": missing")
        }
    }

    /// The types of a value (YAML 1.2, 10.3.2); a whole number is a number, too.
    private static func kinds(of node: YAMLNode?) -> Set<String> {
        guard let node else { return ["null"] }
        switch node.content {
        case .sequence: return ["array"]
        case .mapping: return ["object"]
        case .refused: return []
        case .scalar(let text):
            guard node.isPlain else { return ["string"] }
            if text.isEmpty || ["null", "Null", "NULL", "~"].contains(text) { return ["null"] }
            if ["true", "false", "True", "False", "TRUE", "FALSE"].contains(text) { return ["boolean"] }
            if text.wholeMatch(of: /[-+]?[0-9]+/) != nil { return ["integer", "number"] }
            if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
                return ["number"]
            }
            return ["string"]
        }
    }
}
