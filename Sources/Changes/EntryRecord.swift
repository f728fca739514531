import UTF8Text

/// The record of an entry in a publication.
struct EntryRecord: Sendable {
    let value: JSONValue
    let slug: String
    let title: String

    /// The members that are texts, with the keys of the content format but for the date.
    static let texts: Set<String> = [
        "title", "edtf", "kind", "status", "content_status", "summary", "body", "date_text", "minor",
    ]
    /// The members that are lists.
    static let lists: Set<String> = [
        "actors", "places", "route", "quantities", "claims", "sources", "media", "editor_notes",
        "corrections",
        "aliases",
    ]

    init(_ value: JSONValue) {
        self.value = value
        slug = value["slug"]?.scalar ?? ""
        title = value["title"]?.scalar ?? ""
    }

    func text(_ key: String) -> String? { value[key]?.scalar }

    func list(_ key: String) -> [JSONValue] { value[key]?.elements ?? [] }

    /// The claims. One that answers another of the entry names its speakers in place of its id, which authors may change.
    var claims: [JSONValue] {
        let claims = list("claims")
        let named = Dictionary(
            claims.compactMap { claim in claim["id"]?.scalar.map { ($0, claim) } },
            uniquingKeysWith: { first, _ in first })
        return claims.map { claim in
            guard let id = claim["of"]?.scalar, let answered = named[id], let members = claim.members else {
                return claim
            }
            var claim = claim
            claim.content = .object(
                members.filter { $0.key != "of" } + [
                    JSONMember(
                        key: "answers", keyRange: claim.range,
                        value: answered["by"] ?? JSONValue(content: .array([]), range: claim.range))
                ])
            return claim
        }
    }

    var aliases: [String] { list("aliases").compactMap(\.scalar) }

    /// The facts of the entry apart from its address, in a form that is the same for the same facts.
    var facts: String {
        (Self.texts.union(Self.lists).union(["outcome"])).subtracting(["aliases", "minor"])
            .sorted { isOrdered($0, $1) }
            .map { key in
                let others = key == "sources" ? JSONValue.upkeep : []
                return key + " " + (value[key]?.canonical(without: others, keepsOrder: key == "route") ?? "")
            }
            .joined(separator: "\n")
    }
}

extension JSONValue {
    /// The value in a form in which nothing trivial differs: white space, the order of keys and of lists, and zeros at the
    /// end of a number.
    ///
    /// - Parameters:
    ///   - keys: the keys of an object that count, so that nothing of any other value does; nil for all.
    ///   - others: the keys that do not count, of an object or of those in a list.
    ///   - keepsOrder: whether the order of a list counts.
    func canonical(
        only keys: Set<String>? = nil, without others: Set<String> = [], keepsOrder: Bool = false
    ) -> String {
        if keys != nil, members == nil { return "" }
        switch content {
        case .null: return ""
        case .bool(let value): return value ? "true" : "false"
        case .number(let digits): return Self.plain(digits)
        case .string(let text): return quoted(text.words)
        case .array(let elements):
            let items = elements.map { $0.canonical(without: others) }
            let sorted = keepsOrder ? items : items.sorted { isOrdered($0, $1) }
            return "[" + sorted.joined(separator: ",") + "]"
        case .object(let members):
            let counted = members.filter { member in
                keys.map { $0.contains(member.key) } ?? !others.contains(member.key)
            }
            let items = counted.sorted { isOrdered($0.key, $1.key) }.map { member in
                let others = ["source", "sources"].contains(member.key) ? Self.upkeep : []
                return quoted(member.key) + ":" + member.value.canonical(without: others)
            }
            // A place with none of these details equals one that is an id alone.
            return keys != nil && items.isEmpty ? "" : "{" + items.joined(separator: ",") + "}"
        }
    }

    /// The keys of a source whose change is upkeep, not news.
    static let upkeep: Set<String> = ["archive_url", "accessed", "language", "kind", "note"]

    /// A decimal number without zeros at its end.
    private static func plain(_ digits: String) -> String {
        guard digits.contains(byte: UInt8(ascii: ".")) else { return digits }
        var digits = digits[...]
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
        return String(digits)
    }

    private func quoted(_ text: String) -> String {
        var json = JSONText()
        json.string(nil, text)
        return json.text
    }
}

extension String {
    /// The text with each run of white space as one space, and none at its ends.
    var words: String {
        split { $0.isWhitespace }.joined(separator: " ")
    }
}
