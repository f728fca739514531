import CommonMark
import Diagnostics

/// What a value in place of a list can mean. One text is one item of it; what may be several is shown both ways, and
/// never written: a comma or a blank in a text is no reason to make two of it, and none to make one of two.
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

/// The parts of a text that may be items of their own. The one place that knows how people part them.
struct WrittenItems {
    /// The parts between signs that part items, and words that join them.
    let parts: [String]
    /// The same, parted at blanks too.
    let words: [String]
    /// The same, parted at the signs that stand between items without a blank beside them, too.
    let names: [String]
    /// What has the form of ids, whatever stands between.
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

    /// What a value may be in place of a list of some kind: ids and words are parted by blanks and signs, too; in a
    /// title, and in a map's place, these are no more than its words, unless all of them have the form of ids.
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

    /// What stands between items in lists that people write, in several scripts.
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
    /// The parts of a text, where several of them are registered: then it may be a list of them, or a name of its own.
    ///
    /// Parts between blanks alone are words of a name, too: all of them have to be ids as they stand. An id with a
    /// hyphen or a digit is no word of prose: one is enough among parts between commas, and several are anywhere.
    ///
    /// - Parameter isNamed: true for a name of something that is registered; nil where ids alone count.
    static func severalRegistered(
        in text: String, _ registered: Set<String>, blanksPart: Bool, isNamed: ((String) -> Bool)? = nil
    ) -> [String]? {
        // Most texts hold no id, and what joins names stands in few of them: to take a text apart takes long.
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
        id.utf8.contains { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }
}

extension Diagnostic {
    /// A text that may be several of what is registered.
    ///
    /// - Parameter areIDs: false where names alone are among its parts: `Paris, Texas` may well be one.
    static func severalInOne(
        _ text: String, _ items: [String], _ noun: String, areIDs: Bool = true, at place: SourceLocation
    ) -> Diagnostic {
        let one =
            noun == "source"
            ? "give the source a title: and a publisher: for one"
            : "register it under an id of its own for one"
        var diagnostic = Diagnostic(
            .severalInOne, "'\(text)' is one text, and names several \(noun)s", at: place,
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
        "several-in-one", "A text names one thing; several of what is registered stand in a list.")
}
