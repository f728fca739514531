import UTF8Text

/// The JSON Schema (draft 2020-12) of `dateline.json`. It is made of the tables that decode the content, since the members
/// of the file are the keys of the content format; `$defs/entry` describes a record of a single entry.
public enum ExportSchema {
    /// Returns the schema.
    public static func text() -> String {
        var json = JSONText()
        json.object { json in
            json.string("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.string("title", "dateline.json: the whole content of a site")
            json.string("type", "object")
            json.object("properties") { json in
                json.object("format") { $0.string("const", SiteRecord.format) }
                json.object("version") { $0.integer("const", SiteRecord.version) }
                json.object("site") { $0.reference("site") }
                for list in lists {
                    json.object(list.key) { json in
                        json.string("type", "array")
                        json.object("items") { $0.reference(list.items.name) }
                    }
                }
            }
            json.required(["format", "version", "site"] + lists.map(\.key))
            json.bool("additionalProperties", false)
            json.object("$defs") { json in
                json.write(Record("site", Settings.keys.format, leavingOut: ["defaults", "rules", "embed"]))
                for list in lists { json.write(list.items) }
                for object in ObjectFormat.inner where !unused.contains(object.name) {
                    json.write(Record(object.name, object))
                }
            }
        }
        json.newline()
        return json.text
    }

    /// The lists of the file, in its order.
    private static let lists: [(key: String, items: Record)] = [
        ("actors", Record("actor", Actor.keys.format, adding: [id])),
        ("places", Record("registered place", Place.keys.format, adding: [id])),
        ("sources", Record("registered source", SourceFields.keys.format, adding: [id])),
        ("pages", Record("page", FreePage.keys.format, adding: [slug, body], leavingOut: ["draft"])),
        (
            "entries",
            Record(
                "entry", EntryFields.keys.format, adding: [slug, body] + computed,
                leavingOut: ["draft", "withheld"],
                always: ["precision", "date_words", "kind", "importance"])
        ),
    ]

    /// The objects of the content format that the file does not hold.
    private static let unused: Set<String> = [
        Settings.defaultKeys.name, EmbedSettings.keys.name, ChangeDay.keys.name, Change.keys.name,
        formerValues,
    ]

    /// The name of the values that a correction replaced. They stand in the file as they were written.
    fileprivate static let formerValues = EntryFields.formerKeys.name

    private static let id = KeyFormat(
        name: "id", type: .code, isRequired: true, documentation: "The id in the registry.")
    private static let slug = KeyFormat(
        name: "slug", type: .code, isRequired: true, documentation: "The name in the address.")
    private static let body = KeyFormat(
        name: "body", type: .markdown, isRequired: false,
        documentation: "The text below the front matter, in Markdown.")

    /// What an entry's record has beside the keys of its front matter.
    private static let computed: [KeyFormat] = [
        (EntryRecordKey.file, KeyType.code, "The entry's file below Content, which links are relative to."),
        ("url", .url, "The address of the entry's page, if base_url is known."),
        ("start", .code, "The first day that the date can mean, from 0001-01-01 to 9999-12-31."),
        ("end", .code, "The last day that the date can mean; missing if it is open or unknown."),
        (
            "start_day", .integer,
            "The first day, counted from 1970-01-01 in the proleptic Gregorian calendar."
        ),
        ("end_day", .integer, "The last day, counted likewise."),
        ("precision", .code, "How precise the date is: day, month, year, decade and so on."),
        ("date_words", .text, "The date in words of the site's language."),
        ("published", .code, "The day on which the entry was published, or its claims and sources were."),
        ("updated", .code, "The day of the last correction, or else of publication."),
    ].map { KeyFormat(name: $0, type: $1, isRequired: false, documentation: $2) }
}

/// An object of the file: the keys of an object of the content format, with dates as `edtf`.
private struct Record {
    let name: String
    let keys: [KeyFormat]
    /// The names of the members that are always there.
    let required: [String]

    /// - Parameters:
    ///   - added: the members beside the keys; one takes the place of the key of its name.
    ///   - omitted: the names of the keys that the file leaves out.
    ///   - present: the names of the members that are always there, besides those of required keys.
    init(
        _ name: String, _ format: ObjectFormat, adding added: [KeyFormat] = [],
        leavingOut omitted: Set<String> = [], always present: [String] = []
    ) {
        self.name = name
        let replaced = omitted.union(added.map(\.name))
        keys = format.keys.filter { !replaced.contains($0.name) } + added
        required = keys.filter(\.isRequired).map(\.exportedName) + present
    }
}

extension KeyFormat {
    /// The name of the member: other programs take a `date` for one that they can read.
    fileprivate var exportedName: String {
        if case .date = type, name == "date" { "edtf" } else { name }
    }
}

extension JSONText {
    fileprivate mutating func reference(_ name: String) {
        string("$ref", "#/$defs/" + SchemaText.escaped(name))
    }

    fileprivate mutating func required(_ names: [String]) {
        if names.isEmpty { return }
        array("required") { json in
            for name in names { json.string(nil, name) }
        }
    }

    fileprivate mutating func write(_ record: Record) {
        object(record.name) { json in
            json.string("type", "object")
            json.object("properties") { json in
                for key in record.keys {
                    json.object(key.exportedName) { json in
                        json.string("description", key.documentation)
                        json.write(key.type)
                    }
                }
            }
            json.required(record.required)
            json.bool("additionalProperties", false)
        }
    }

    /// Writes the schema of a value as exports write it: one form for each type, and never null.
    private mutating func write(_ type: KeyType) {
        switch type {
        case .text, .markdown, .code, .url, .colour, .id: string("type", "string")
        case .date:
            string("type", "string")
            string("pattern", SchemaText.datePattern)
        case .integer: string("type", "integer")
        case .number: string("type", "number")
        case .bool: string("type", "boolean")
        case .anything: break
        case .oneOf(let names):
            array("enum") { json in
                for name in names { json.string(nil, name) }
            }
        case .list(let element), .oneOrMore(let element):
            string("type", "array")
            object("items") { $0.write(element) }
        case .object(ExportSchema.formerValues): string("type", "object")
        case .object(let name): reference(name)
        case .textOrObject(let name):
            array("anyOf") { json in
                json.object { $0.string("type", "string") }
                json.object { $0.reference(name) }
            }
        case .boolOrObject(let name):
            array("anyOf") { json in
                json.object { $0.string("type", "boolean") }
                json.object { $0.reference(name) }
            }
        case .map(let element):
            string("type", "object")
            object("additionalProperties") { $0.write(element) }
        case .ruleLevels: string("type", "object")
        }
    }
}
