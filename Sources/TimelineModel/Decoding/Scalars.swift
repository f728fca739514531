import CommonMark
import Diagnostics
import UTF8Text

extension Decoding {
    /// Decodes the text of a scalar, and reports any other node.
    mutating func text(_ node: YAMLNode, _ type: KeyType = .text) -> String? {
        if let text = node.scalar { return text }
        if node.isRefused { return nil }
        report(.wrongKind, "expected \(type.words), found \(node.kindName)", node.range)
        return nil
    }

    mutating func locatedText(_ node: YAMLNode) -> Located<String>? {
        text(node).map { Located($0, node.range) }
    }

    /// Decodes `true` or `false`, as JSON and YAML 1.2 write them; `no` and `off` are words, and reported.
    mutating func bool(_ node: YAMLNode) -> Bool? {
        switch node.scalar {
        case "true": return true
        case "false": return false
        default:
            // YAML 1.1 reads these words so; a letter or a number alone may be something else.
            let word = node.scalar?.lowercased() ?? ""
            let meant =
                ["yes", "on", "true", "y", "t", "1"].contains(word)
                ? "true" : ["no", "off", "false", "n", "f", "0"].contains(word) ? "false" : nil
            let fixIts =
                meant.map {
                    [Diagnostic.FixIt.replace(location(node.range), with: $0, safe: word.utf8.count > 1)]
                } ?? []
            report(.wrongKind, "expected true or false, found \(shown(node))", node.range, fixIts: fixIts)
            return nil
        }
    }

    mutating func integer(_ node: YAMLNode) -> Int? {
        if let text = node.scalar, let value = Int(text), !text.begins(with: "+") { return value }
        report(.wrongKind, "expected a whole number, found \(shown(node))", node.range)
        return nil
    }

    /// Decodes a decimal number such as `53.54`, without exponent and separators.
    mutating func decimal(_ node: YAMLNode) -> Decimal? {
        if let text = node.scalar, let value = Decimal(text) { return value }
        report(.wrongKind, "expected a number, found \(shown(node))", node.range)
        return nil
    }

    /// Decodes a word of a fixed list.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _ rule: Rule, _ noun: String
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(node) else { return nil }
        if let value = Choice(rawValue: text) { return value }
        let names = Choice.allCases.map(\.rawValue)
        let nearest = nearestName(to: text, among: names)
        let fixIt =
            nearest.map { Diagnostic.FixIt.replace(location(node.range), with: $0) }
            ?? Diagnostic.FixIt("write one of " + names.joined(separator: ", "))
        report(rule, "'\(text)' is not a valid \(noun)", node.range, fixIts: [fixIt])
        return nil
    }

    /// Decodes an address with a harmless scheme.
    mutating func url(_ node: YAMLNode) -> String? {
        guard let text = text(node, .url) else { return nil }
        if WebAddress.isSafe(text) { return text }
        let fault = WebAddress.fault(in: text).map { ": it " + $0 } ?? ""
        report(
            .invalidURL, "'\(text)' is not a web address\(fault)", node.range,
            fixIts: addressFixes(text, of: node))
        return nil
    }

    mutating func colour(_ node: YAMLNode) -> String? {
        guard let text = text(node, .colour) else { return nil }
        let digits = text.dropFirst()
        if text.begins(with: "#"), digits.count == 3 || digits.count == 6,
            digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
        {
            return text
        }
        report(.invalidColour, "'\(text)' is not a colour", node.range)
        return nil
    }

    /// Returns the items of a list.
    mutating func list(_ node: YAMLNode, _ type: KeyType) -> [YAMLNode] {
        if case .sequence = node.content { return oneOrMore(node) }
        guard case .list(let element) = type, element.accepts(node) else {
            report(.wrongKind, "expected \(type.words), found \(node.kindName)", node.range)
            hasLostSources = true
            return []
        }
        report(
            .wrongKind, "expected \(type.words), found \(node.kindName)", node.range,
            fixIts: listFixIts(node, element))
        // It is read on as if it stood in a list, so that its own mistakes come to light too.
        return [node]
    }

    /// Returns a single value, or the items of a list of values.
    mutating func oneOrMore(_ node: YAMLNode) -> [YAMLNode] {
        guard case .sequence(let items) = node.content else { return [node] }
        let isUsable = { (item: YAMLNode) in !item.isBlank && !item.isRefused && !item.isInvisible }
        if items.allSatisfy(isUsable) { return items }
        for item in items { _ = reportsInvisible(item) }
        return items.filter(isUsable)
    }

    /// Reports a text that has no visible character, and returns whether it is one.
    mutating func reportsInvisible(_ node: YAMLNode) -> Bool {
        guard node.isInvisible else { return false }
        report(.invisibleText, "text of nothing that can be seen", node.range)
        return true
    }

    private func shown(_ node: YAMLNode) -> String {
        node.scalar.map { "'\($0)'" } ?? node.kindName
    }
}

extension Rule {
    static let invalidURL = Rule(
        "invalid-url", "A web address is absolute and begins with http, https, ftp, mailto or tel.")
    static let invalidColour = Rule(
        "invalid-colour", "A colour is # and three or six hexadecimal digits.")
}
