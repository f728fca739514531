import CommonMark
import Diagnostics
import UTF8Text

/// The fixes for a value written where a list is required. A text is one item; if it may be several, both readings are
/// offered and neither is applied: a comma or a space neither proves nor excludes that a text is two items.
extension Decoding {
    func listFixIts(_ node: YAMLNode, _ element: KeyType) -> [Diagnostic.FixIt] {
        let written = source(node.range)
        if written.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return [] }
        guard let text = node.scalar else {
            // Within brackets a map in block style would end at its first comma.
            return node.isPlain
                ? [Diagnostic.FixIt("write - before it, and its keys below one another")]
                : [.replace(location(node.range), with: "[\(written)]", safe: true)]
        }
        let one = node.isPlain ? yamlScalar(text) : written
        let items = WrittenItems(text).items(of: element)
        if items.isEmpty || items == [text] {
            return [.replace(location(node.range), with: "[\(one)]", safe: true)]
        }
        let readings = [
            ("[\(one)]", "one"),
            (yamlList(items), items.count > 1 ? String(items.count) : "one without its signs"),
        ]
        return readings.map { reading, count in
            .replace(location(node.range), with: reading, "write \(reading) for \(count)")
        }
    }
}

/// The parts of a text that may be items of a list. This type alone knows how people separate items.
struct WrittenItems {
    /// The parts between separators and joining words.
    let parts: [String]
    /// The parts that also result from splitting at spaces and at signs that need no space beside them.
    let words: [String]
    /// The parts that also result from splitting at signs that need no space beside them.
    let names: [String]
    /// All runs of characters with the form of ids, whatever separates them.
    let ids: [String]

    init(_ text: String) {
        var parts = [text[...]]
        for separator in Self.separators { parts = parts.flatMap { $0.split(separator: separator) } }
        self.parts = Self.kept(parts)
        names = Self.kept(parts.flatMap { $0.split(whereSeparator: Self.tight.contains) })
        ids = Self.kept(text.split { !($0.isLetter || $0.isNumber || $0 == "-") })
        words = Self.kept(
            parts.flatMap { $0.split { $0.isWhitespace || Self.tight.contains($0) } })
    }

    /// Returns the items that a text may stand for in a list of some type. Ids and words are separated by spaces, too.
    /// In a title, and in place of a map, spaces separate only words, unless every word has the form of an id.
    func items(of element: KeyType) -> [String] {
        switch element {
        case .text, .id, .textOrObject("place"): return words
        default:
            let areIDs = words.allSatisfy { Slug.isWellFormed($0) }
            return areIDs ? words : parts
        }
    }

    private static func kept(_ parts: [Substring]) -> [String] {
        parts.map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// The separators between items in handwritten lists, in several scripts.
    fileprivate static let separators = [
        ",", ";", "|", "、", "，", "；", "،", "؛", "·", "•", " / ", " & ", " + ", " - ", " – ", " — ", " and ",
        " or ",
        " und ", " et ", " y ", " och ", " og ", " и ",
    ]
    fileprivate static let foreignSigns =
        separators.filter { $0.utf8.contains { $0 >= 0x80 } } + ["＋", "／", "＆"]
    private static let tight: Set<Character> = ["/", "+", "&", "＋", "／", "＆"]
}

extension WrittenItems {
    /// Returns the parts of a text if several of them are registered: it may then be a list of these, or a name of its
    /// own.
    ///
    /// Parts separated by spaces alone may be words of a name, so all of them have to be ids as they are written. An id
    /// with a hyphen or a digit is unlikely to be a word of prose: one is enough among parts between commas, and
    /// several are enough anywhere.
    ///
    /// - Parameter isNamed: Whether a text is a name of a registered value; `nil` if only ids count.
    static func severalRegistered(
        in text: String, _ registered: Set<String>, blanksPart: Bool, isNamed: ((String) -> Bool)? = nil
    ) -> [String]? {
        // Taking a text apart is slow. Most texts contain no id, and few contain a sign that joins names.
        guard holdsID(text, registered) || isNamed != nil && mayJoin(text) else { return nil }
        return WrittenItems(text).severalRegistered(
            registered, blanksPart: blanksPart, isNamed ?? { _ in false })
    }

    private static func holdsID(_ text: String, _ registered: Set<String>) -> Bool {
        let runs = text.utf8.split { byte in
            !(byte >= 0x80 || byte == UInt8(ascii: "-") || byte | 0x20 &- UInt8(ascii: "a") < 26
                || byte &- UInt8(ascii: "0") < 10)
        }
        return runs.contains { run in
            let id = String(Substring(run))
            return registered.contains(id) || isNoWord(id) && registered.contains(id.lowercased())
        } || text.utf8.contains { $0 >= 0x80 } && foreignSigns.contains { text.holds(text: $0) }
    }

    private static func mayJoin(_ text: String) -> Bool {
        text.utf8.contains { $0 >= 0x80 || ",;|/+&".utf8.contains($0) }
            || separators.contains { $0.utf8.count > 2 && text.holds(text: $0) }
    }

    private func severalRegistered(
        _ registered: Set<String>, blanksPart: Bool, _ isNamed: (String) -> Bool
    ) -> [String]? {
        func isID(_ part: String) -> Bool {
            registered.contains(part) || Self.isNoWord(part) && registered.contains(part.lowercased())
        }
        for list in [parts, names] where list.count > 1 {
            let known = list.count { isID($0) || isNamed($0) }
            if known > 1 || list.contains(where: { Self.isNoWord($0) && isID($0) }) { return list }
        }
        if words.count > 1, words.allSatisfy(isID), blanksPart || words.contains(where: Self.isNoWord) {
            return words
        }
        let sure = ids.filter { Self.isNoWord($0) && isID($0) }
        return sure.count > 1 || sure.count == 1 && ids.count > 1 && ids.allSatisfy(isID)
            ? ids.filter(isID) : nil
    }

    fileprivate static func isNoWord(_ id: String) -> Bool {
        id.utf8.contains { $0 == UInt8(ascii: "-") || $0.isASCIIDigit }
    }
}

extension Diagnostic {
    /// Returns the diagnostic about a text that may stand for several registered values.
    ///
    /// - Parameter areIDs: Whether an id is among its parts. If all are names, the severity is lower: `Paris, Texas`
    ///   may well be one name.
    static func severalInOne(
        _ text: String, _ items: [String], _ noun: String, areIDs: Bool = true, at location: SourceLocation
    ) -> Diagnostic {
        let one =
            noun == "source"
            ? "give the source a title: and a publisher: for one"
            : "register it under an id of its own for one"
        var diagnostic = Diagnostic(
            .severalInOne, "'\(text)' is one text, and names several \(noun)s", at: location,
            fixIts: [
                FixIt("write \(yamlList(items)), or each as an item of its list, for \(items.count)"),
                FixIt(one),
            ])
        if !areIDs { diagnostic.severity = .warning }
        return diagnostic
    }
}

extension Rule {
    static let severalInOne = Rule(
        "several-in-one", "A text names one thing; several registered names are written as a list.")
}
