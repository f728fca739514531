import Diagnostics

/// What a value in place of a list can mean. One text is one item of it; what may be several is shown both ways, and
/// never written: a comma in a text is no reason to make two of it.
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
        let items = Self.items(of: text, element)
        if items.count < 2 { return [.replace(location(node.range), with: "[\(one)]", safe: true)] }
        let readings = [("[\(one)]", "one"), (yamlList(items), String(items.count))]
        return readings.map { reading, count in
            .replace(location(node.range), with: reading, "write \(reading) for \(count)")
        }
    }

    /// The parts of a text that may be items of their own.
    private static func items(of text: String, _ element: KeyType) -> [String] {
        var items = [text[...]]
        for separator in separators { items = items.flatMap { $0.split(separator: separator) } }
        if element.isOfWords { items = items.flatMap { $0.split(whereSeparator: \.isWhitespace) } }
        return items.map { trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// What stands between items in lists that people write, in several scripts.
    private static let separators = [
        ",", ";", "|", "、", "，", "；", "،", "؛", "·", "•", " / ", " & ", " + ", " and ", " or ",
    ]
}

extension KeyType {
    /// True for what many write as words with blanks between them.
    fileprivate var isOfWords: Bool {
        switch self {
        case .id(let registry): registry == "tags" || registry == "entries"
        case .text: true
        default: false
        }
    }
}
