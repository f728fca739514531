import CommonMark
import Diagnostics

/// Something that entries refer to by id.
public protocol Registered: Sendable {
    /// The name in references and addresses; unique among its kind.
    var id: String { get set }
    /// What readers see.
    var name: String { get set }
    /// False for what is only named in entries.
    var isRegistered: Bool { get set }
    /// Where its id is registered, in the bytes of its file; empty for what is only named in entries.
    var range: Range<Int> { get set }
    init()
}

extension Registered {
    /// What a data file registers under an id; its facts are still to be decoded.
    static func registered(_ id: String, at range: Range<Int>) -> Self {
        var value = Self()
        value.id = id
        value.range = range
        value.isRegistered = true
        return value
    }
}

/// A person, a state, an organisation: who acts and speaks.
public struct Actor: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    /// A short form of the name, for narrow places.
    public var short: String?
    public var also: [String] = []
    public var kind: ActorKind?
    public var country: String?
    public var description: RichText?
    public var url: String?

    public init() {}

    static let keys = KeyTable<Actor>(
        "actor",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("short", .text, "A short form of the name, for narrow places.") { $1.short = $2.text($0) },
            Key("also", .list(.text), "Other names and spellings.") { $1.also = $2.texts($0) },
            Key("kind", .oneOf(ActorKind.allCases.map(\.rawValue)), "What it is.") {
                $1.kind = $2.choice($0, .unknownValue, "kind of actor")
            },
            Key("country", .text, "The country it belongs to.") { $1.country = $2.text($0) },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
            Key("url", .url, "Its own address.") { $1.url = $2.url($0) },
        ])
}

/// A named point on the map.
public struct Place: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var also: [String] = []
    /// Degrees north, WGS 84, −90 to 90.
    public var latitude: Decimal?
    /// Degrees east, WGS 84, −180 to 180.
    public var longitude: Decimal?
    /// How far off the point may be, in kilometres.
    public var precisionKilometres: Decimal?
    public var country: String?
    public var kind: String?
    public var description: RichText?

    public init() {}

    static let keys = KeyTable<Place>(
        "place",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("also", .list(.text), "Other names and spellings.") { $1.also = $2.texts($0) },
            Key("lat", .number, "Degrees north, WGS 84, −90 to 90.") {
                $1.latitude = $2.degrees($0, limit: 90, "latitude", .latitudeRange)
            },
            Key("lon", .number, "Degrees east, WGS 84, −180 to 180.") {
                $1.longitude = $2.degrees($0, limit: 180, "longitude", .longitudeRange)
            },
            Key("precision_km", .number, "How far off the point may be, in kilometres.") {
                $1.precisionKilometres = $2.decimal($0)
            },
            Key("country", .text, "The country it lies in.") { $1.country = $2.text($0) },
            Key("kind", .code, "port, city, launch site …") { $1.kind = $2.text($0) },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}

/// A lane of the timeline.
public struct Group: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var color: String?
    public var description: RichText?

    public init() {}

    static let keys = KeyTable<Group>(
        "group",
        [
            Key("id", .code, required: true, "The id that entries use.") { node, group, decoding in
                group.id = decoding.registryID(node) ?? ""
                group.range = node.range
            },
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("color", .colour, "Its colour.") { $1.color = $2.colour($0) },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}

/// A subject that entries share.
public struct Tag: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var description: RichText?

    public init() {}

    static let keys = KeyTable<Tag>(
        "tag",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}

extension Decoding {
    mutating func texts(_ node: YAMLNode) -> [String] {
        list(node, .list(.text)).compactMap { text($0) }
    }

    /// A place on the map has both of its coordinates.
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

    /// The id under which something is registered.
    mutating func registryID(_ node: YAMLNode) -> String? {
        guard let text = text(node) else { return nil }
        if Slug.isUsable(text) { return text }
        let slug = Slug.make(from: text)
        let fixIts =
            Slug.isUsable(slug) ? [Diagnostic.FixIt.replace(location(node.range), with: slug)] : []
        report(.invalidID, Slug.refusal(of: text, "id"), node.range, fixIts: fixIts)
        return nil
    }

    /// An id as a key. One that YAML reads as no value could never be named by an entry, except in quotes.
    private mutating func registeredKey(_ key: YAMLNode) -> String? {
        guard key.isNull, let text = key.scalar, !text.isEmpty else { return registryID(key) }
        report(
            .invalidID, "'\(text)' is no value", key.range,
            fixIts: [
                text == "~"
                    ? Diagnostic.FixIt("write an id") : .replace(location(key.range), with: "\"\(text)\"")
            ])
        return nil
    }

    /// A data file: a map of ids, each with the facts about it.
    mutating func registry<Value>(
        _ node: YAMLNode, _ keys: KeyTable<Value>, _ make: (String, Range<Int>) -> Value,
        check: (Value, YAMLNode, inout Decoding) -> Void = { _, _, _ in }
    ) -> [Value] {
        guard case .mapping(let pairs) = node.content else {
            report(
                .wrongKind, "\(node.kindName) in place of a map of ids, each with the keys of \(keys.name)",
                node.range)
            return []
        }
        return pairs.compactMap { pair in
            guard let id = registeredKey(pair.key) else { return nil }
            var value = make(id, pair.key.range)
            // An id with nothing behind it is a map without keys.
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
