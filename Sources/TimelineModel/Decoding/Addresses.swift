import Diagnostics

extension Decoding {
    /// What may be meant by a text that is no web address.
    ///
    /// A blank inside of a path is written `%20`, and other characters as browsers encode them: that is safe, since the
    /// address is the same. Where the words behind a blank may be a remark or a second address, there are two
    /// readings, and the fix is only shown.
    func addressFixes(_ text: String, of node: YAMLNode) -> [Diagnostic.FixIt] {
        let draft = AddressDraft(text)
        if let scheme = draft.missingScheme, WebAddress.isSafe(scheme) {
            return [.replace(location(node.range), with: scheme)]
        }
        guard !draft.runs.isEmpty, WebAddress.isSafe(draft.encoded) else { return [] }
        let isOneLine = !bytes[node.range].contains { $0 == 0x0A || $0 == 0x0D }
        guard isOneLine, let origin = TextOrigin(of: node, in: bytes) else {
            let isSafe = draft.hasOneReading && isFoldedByProgram(node)
            return [
                .replace(
                    location(node.range), with: yamlScalar(draft.encoded), "write \(draft.encoded)",
                    safe: isSafe)
            ]
        }
        let edits = draft.runs.map { run in
            Diagnostic.Edit(location(origin.range(of: run.range)), run.encoded)
        }
        return [Diagnostic.FixIt("write \(draft.encoded)", edits: edits, safe: draft.hasOneReading)]
    }

    /// True where lines end behind column 80, as libraries fold a text at its blanks. A person who breaks an address
    /// breaks it earlier, and may have meant no blank.
    private func isFoldedByProgram(_ node: YAMLNode) -> Bool {
        let first = bytes[node.range.lowerBound]
        if first == UInt8(ascii: ">") || first == UInt8(ascii: "|") { return false }
        var start = bytes[..<node.range.lowerBound].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        for index in node.range where bytes[index] == 0x0A {
            if index - start <= 80 { return false }
            start = index + 1
        }
        return true
    }

    /// Adds a fix to what is said about a name in place of a source's address: it is likely the publisher's, where no
    /// other is written. A guess all the same, since it may be an author's or an agency's.
    ///
    /// - Returns: false where no such name was found.
    mutating func offersPublisher(_ source: SourceFields, _ node: YAMLNode) -> Bool {
        guard source.url == nil, !source.urlRange.isEmpty, source.publisher == nil,
            let url = node.pair(of: "url"), let name = url.value.scalar, AddressDraft(name).isName,
            node.value(of: "publisher") == nil,
            let found = diagnostics.lastIndex(where: {
                $0.rule == .invalidURL && $0.location.range == url.value.range
            })
        else { return false }
        diagnostics[found].fixIts.append(
            Diagnostic.FixIt("write it as the publisher", edits: publisherEdits(url, node)))
        return true
    }

    private func publisherEdits(_ url: YAMLNode.Pair, _ node: YAMLNode) -> [Diagnostic.Edit] {
        guard let empty = node.pair(of: "publisher")?.value else {
            let key = url.key.isPlain ? "publisher" : "\"publisher\""
            return [Diagnostic.Edit(location(url.key.range), key)]
        }
        let gap = empty.range.isEmpty ? " " : ""
        return [
            Diagnostic.Edit(location(empty.range), gap + self.source(url.value.range)),
            Diagnostic.Edit(location(url.value.range), "null"),
        ]
    }
}

/// A text in place of an address, and what can be told of it.
struct AddressDraft {
    /// A run of characters that no address holds as they are, in bytes of the text.
    struct Run {
        var range: Range<Int>
        /// What is written for it; nothing for blanks at the ends of the text.
        var encoded: String
        var isBlank: Bool
    }

    private let text: String
    let runs: [Run]
    /// The text with them encoded.
    let encoded: String

    init(_ text: String) {
        self.text = text
        var runs: [Run] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let range = offset..<offset + UTF8.width(scalar)
            offset = range.upperBound
            guard let code = Self.encoded(scalar) else { continue }
            let isBlank = scalar.properties.isWhitespace
            if let last = runs.last, last.isBlank, isBlank, last.range.upperBound == range.lowerBound {
                runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
                runs[runs.count - 1].encoded += code
            } else {
                runs.append(Run(range: range, encoded: code, isBlank: isBlank))
            }
        }
        for place in runs.indices where runs[place].isBlank {
            let range = runs[place].range
            if range.lowerBound == 0 || range.upperBound == offset { runs[place].encoded = "" }
        }
        self.runs = runs
        encoded = Self.text(text, with: runs)
    }

    /// What stands in an address for a character that browsers encode, too (WHATWG URL, path percent-encode set).
    private static func encoded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "{", "|", "}", "^", "`": "%" + String(scalar.value, radix: 16, uppercase: true)
        default: scalar.properties.isWhitespace ? "%20" : nil
        }
    }

    private static func text(_ text: String, with runs: [Run]) -> String {
        var result: [UInt8] = []
        var start = 0
        let bytes = Array(text.utf8)
        for run in runs {
            result += bytes[start..<run.range.lowerBound] + Array(run.encoded.utf8)
            start = run.range.upperBound
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// True where these characters can only be parts of one address: blanks are plain ones, all stand behind the host,
    /// no remark and no second address follows them, and nothing is a place that a program should have filled (`{id}`).
    var hasOneReading: Bool {
        guard WebAddress.isOfTheWeb(encoded), text.unicodeScalars.allSatisfy({ isPlainBlank($0) }),
            !text.contains(where: { $0 == "{" || $0 == "}" })
        else { return false }
        guard let first = runs.first(where: { !$0.encoded.isEmpty }) else { return true }
        let bytes = Array(text.utf8)
        let address = String(decoding: bytes[..<first.range.lowerBound], as: UTF8.self)
        guard let host = address.ranges(of: "://").first,
            address[host.upperBound...].contains(where: { "/?#".contains($0) })
        else { return false }
        guard let blank = runs.first(where: { $0.isBlank && !$0.encoded.isEmpty }) else { return true }
        let before = bytes[blank.range.lowerBound - 1]
        let rest = String(decoding: bytes[blank.range.upperBound...], as: UTF8.self)
        return !isSecondAddress(rest) && (goesOn(rest) || !isRemark(rest, behind: before))
    }

    private func isPlainBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || !scalar.properties.isWhitespace
    }

    private func isSecondAddress(_ rest: String) -> Bool {
        let text = rest.lowercased()
        return text.contains("://") || text.contains("www.") || text.contains("mailto:")
    }

    /// True where the last word is one of a path, such as `(1).pdf` or `b/index`.
    private func goesOn(_ rest: String) -> Bool {
        let word = rest.parts(between: " ").last { !$0.isEmpty } ?? ""
        if word.contains(where: { "/?=&%#".contains($0) }) { return true }
        guard let point = word.lastIndex(of: ".") else { return false }
        let ending = word[word.index(after: point)...]
        return (2...5).contains(ending.count)
            && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// True where words behind an address may be about it.
    private func isRemark(_ rest: String, behind last: UInt8) -> Bool {
        if ",;:".utf8.contains(last) { return true }
        let words = rest.parts(between: " ").filter { !$0.isEmpty }
        let remarks: Set<String> = ["accessed", "archived", "retrieved", "visited", "viewed", "last", "on"]
        if let first = words.first, remarks.contains(first.lowercased()) { return true }
        return words.contains { word in
            word.first.map { "([<{|;,–—".contains($0) } ?? false || word == "-"
        }
    }

    /// The text with a scheme, where it looks like an address without one: `example.org/a`.
    var missingScheme: String? {
        guard runs.isEmpty, !text.holds(text: "://"), !text.holds("@"), !text.begins(with: "/") else {
            return nil
        }
        let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let parts = host.parts(between: ".")
        guard parts.count > 1, let last = parts.last, last.count > 1, last.allSatisfy(\.isLetter),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
        else { return nil }
        return "https://" + text
    }

    /// True for words that are no address at all.
    var isName: Bool {
        guard missingScheme == nil, text.contains(where: \.isLetter) else { return false }
        if text.contains(where: { "/@<>\"\\".contains($0) }) { return false }
        // `doi:10…` and its like are addresses of another kind.
        let word = text.prefix { !$0.isWhitespace }
        return !word.dropLast().contains(":")
    }
}

extension WebAddress {
    /// True for a text that begins as an address of the web does.
    static func isOfTheWeb(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return ["https://", "http://", "ftp://"].contains { start.begins(with: $0) }
    }
}
