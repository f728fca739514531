import Diagnostics
import UTF8Text

extension SchemaSubject {
    /// Returns the JSON Schema (draft 2020-12) of the file, with which editors complete and check YAML. It is generated
    /// from the tables that decode the file, so that the two cannot differ.
    ///
    /// - Parameters:
    ///   - rules: The rules whose ids `rules:` in `timeline.yml` may name.
    ///   - ids: The ids registered on a site, by registry: `actors`, `places`, `sources`, `groups`, `tags`, `entries`.
    ///     An editor suggests them; any other text is valid, too.
    public func schema(rules: [Rule], ids: [String: [String]] = [:]) -> String {
        var writer = SchemaWriter(rules: rules, ids: ids)
        return writer.text(of: self)
    }
}

private struct SchemaWriter {
    let rules: [Rule]
    let ids: [String: [String]]

    mutating func text(of subject: SchemaSubject) -> String {
        var json = JSONText()
        json.object { json in
            json.string("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.string("title", subject.title)
            let keys = subject.keys
            if subject.isRegistry {
                Self.type(["object"], orNull: true, to: &json)
                json.object("propertyNames") { Self.id(to: &$0) }
                // An id without a value lacks the required keys.
                json.object("additionalProperties") { write(keys, orNull: false, to: &$0) }
            } else {
                write(keys, orNull: !keys.hasRequiredKeys, to: &json)
            }
            let inner = Self.inner(of: keys)
            if !inner.isEmpty {
                json.object("$defs") { json in
                    for object in inner {
                        json.object(object.name) { write(object, orNull: true, to: &$0) }
                    }
                }
            }
        }
        json.newline()
        return json.text
    }

    /// Returns the objects that an object contains directly or indirectly, each once.
    private static func inner(of format: ObjectFormat) -> [ObjectFormat] {
        var wanted = format.keys.flatMap(\.type.objectNames)
        var names: Set<String> = []
        while let name = wanted.popLast() {
            guard names.insert(name).inserted else { continue }
            wanted += ObjectFormat.inner.first { $0.name == name }?.keys.flatMap(\.type.objectNames) ?? []
        }
        return ObjectFormat.inner.filter { names.contains($0.name) }
    }

    // MARK: Objects

    /// - Parameter orNull: Whether null is allowed, which counts as an empty object.
    private func write(_ format: ObjectFormat, orNull: Bool, to json: inout JSONText) {
        Self.type(["object"], orNull: orNull, to: &json)
        json.object("properties") { json in
            for key in format.keys {
                json.object(key.name) { json in
                    json.string("description", "\(key.documentation) (\(key.type.words))")
                    // Null is not a value: a required key with null is missing.
                    write(key.type, orNull: !key.isRequired, to: &json)
                }
            }
        }
        let required = format.keys.filter(\.isRequired)
        if !required.isEmpty {
            json.array("required") { json in
                for key in required { json.string(nil, key.name) }
            }
        }
        json.bool("additionalProperties", false)
    }

    // MARK: Values

    private func write(_ type: KeyType, orNull: Bool = true, to json: inout JSONText) {
        switch type {
        case .text, .markdown, .code: Self.text(orNull: orNull, to: &json)
        case .date:
            Self.type(["string", "integer"], orNull: orNull, to: &json)
            json.string("pattern", SchemaText.datePattern)
        case .integer: Self.type(["integer"], orNull: orNull, to: &json)
        case .number:
            Self.type(["number", "string"], orNull: orNull, to: &json)
            json.string("pattern", "^-?[0-9]+(\\.[0-9]+)?$")
        case .bool: Self.type(["boolean"], orNull: orNull, to: &json)
        case .url:
            Self.type(["string"], orNull: orNull, to: &json)
            json.string("pattern", "^([Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp]|mailto|tel):|^$")
        case .colour:
            Self.type(["string"], orNull: orNull, to: &json)
            json.string("pattern", "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$|^$")
        case .anything: break
        case .id(let registry): write(ids: registry, orNull: orNull, to: &json)
        case .oneOf(let names):
            json.array("enum") { json in
                for name in names { json.string(nil, name) }
                if orNull { json.string(nil, nil) }
            }
        case .list(let element):
            Self.type(["array"], orNull: orNull, to: &json)
            json.object("items") { write(element, to: &$0) }
        case .oneOrMore(let element):
            json.array("anyOf") { json in
                json.object { write(element, orNull: orNull, to: &$0) }
                json.object { json in
                    Self.type(["array"], orNull: false, to: &json)
                    json.object("items") { write(element, to: &$0) }
                }
            }
        case .object(let name): json.string("$ref", "#/$defs/" + SchemaText.escaped(name))
        case .textOrObject(let name):
            json.array("anyOf") { json in
                json.object { write(ids: name + "s", orNull: orNull, to: &$0) }
                json.object { $0.string("$ref", "#/$defs/" + SchemaText.escaped(name)) }
            }
        case .boolOrObject(let name):
            json.array("anyOf") { json in
                json.object { write(.bool, orNull: orNull, to: &$0) }
                json.object { $0.string("$ref", "#/$defs/" + SchemaText.escaped(name)) }
            }
        case .map(let element):
            Self.type(["object"], orNull: orNull, to: &json)
            json.object("additionalProperties") { json in
                if element.hasRequiredKeys { Self.type(["object"], orNull: false, to: &json) }
                write(element, to: &json)
            }
        case .ruleLevels: writeLevels(to: &json)
        }
    }

    /// Writes the schema of a text that may be a registered id.
    private func write(ids registry: String, orNull: Bool, to json: inout JSONText) {
        guard let known = ids[registry], !known.isEmpty else {
            Self.text(orNull: orNull, to: &json)
            return
        }
        json.array("anyOf") { json in
            json.object { json in
                json.array("enum") { json in
                    for id in known { json.string(nil, id) }
                }
            }
            json.object { Self.text(orNull: orNull, to: &$0) }
        }
    }

    private func writeLevels(to json: inout JSONText) {
        Self.type(["object"], orNull: true, to: &json)
        json.object("properties") { json in
            for rule in rules {
                json.object(rule.id) { json in
                    json.string("description", rule.explanation)
                    json.array("enum") { json in
                        for level in rule.isMandatory ? ["error"] : KeyType.levels { json.string(nil, level) }
                        json.string(nil, nil)
                    }
                }
            }
        }
        json.bool("additionalProperties", false)
    }

    // MARK: Parts

    /// Writes the schema of a text. It also allows YAML's numbers and truth values, which Dateline reads as text.
    private static func text(orNull: Bool, to json: inout JSONText) {
        type(["string", "number", "boolean"], orNull: orNull, to: &json)
    }

    /// - Parameter orNull: Whether null is allowed, which counts as a missing key.
    private static func type(_ names: [String], orNull: Bool, to json: inout JSONText) {
        json.array("type") { json in
            for name in names { json.string(nil, name) }
            if orNull { json.string(nil, "null") }
        }
    }

    /// Writes the pattern of an id: lower-case letters of any script, digits and hyphens. It excludes all other ASCII.
    private static func id(to json: inout JSONText) {
        json.string("pattern", "^[^\\s!-,./:-@A-Z\\[-`{-~]+$")
        json.object("not") { $0.string("const", "index") }
    }
}

/// The texts that schemas have in common.
enum SchemaText {
    /// The characters of dates in EDTF.
    static let datePattern = "^[-+0-9EXYSTZ:.,/?~%\\[\\]{}]*$"

    /// Returns a name encoded as part of a reference in the schema (RFC 6901, section 6; RFC 3986).
    static func escaped(_ name: String) -> String {
        name.replacing("'", with: "%27").replacing(" ", with: "%20")
    }
}
