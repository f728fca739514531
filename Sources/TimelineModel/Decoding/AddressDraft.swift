import Diagnostics
import UTF8Text

/// A text written as an address that is not one, and the addresses that it may stand for.
struct AddressDraft {
    /// A run of characters that no address contains unencoded, with its range in UTF-8 bytes of the text.
    struct Run {
        var range: Range<Int>
        /// The percent-encoded run; empty for spaces at the ends of the text.
        var encoded: String
        var isBlank: Bool
    }

    private let text: String
    let runs: [Run]
    /// The text with its runs encoded.
    let encoded: String

    init(_ text: String) {
        self.text = text
        // Numbers of telephones are grouped by other signs (RFC 3966, section 3).
        let isNumber = text.prefix(4).lowercased() == "tel:"
        var runs: [Run] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let range = offset..<offset + UTF8.width(scalar)
            offset = range.upperBound
            guard var code = Self.encoded(scalar) else { continue }
            let isBlank = scalar.properties.isWhitespace
            if isBlank, isNumber { code = "-" }
            if let last = runs.last, last.isBlank, isBlank, last.range.upperBound == range.lowerBound {
                runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
                runs[runs.count - 1].encoded += code
            } else {
                runs.append(Run(range: range, encoded: code, isBlank: isBlank))
            }
        }
        for index in runs.indices where runs[index].isBlank {
            let range = runs[index].range
            if range.lowerBound == 0 || range.upperBound == offset { runs[index].encoded = "" }
        }
        self.runs = runs
        encoded = Self.text(text, with: runs)
    }

    /// Returns the encoding of a character that browsers encode in paths, too (WHATWG URL, path percent-encode set);
    /// `nil` for other characters.
    private static func encoded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "{", "|", "}", "^", "`": percentTriple(UInt8(ascii: scalar))
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

    // MARK: Readings

    /// Whether the encoded characters can only be parts of the address: all spaces are plain ones after the host, no
    /// template placeholder such as `{id}` was left unfilled, and the text after the first space continues the address
    /// (``isPartOfAddress``).
    var hasOneReading: Bool {
        guard WebAddress.isOfTheWeb(encoded), text.unicodeScalars.allSatisfy({ isPlainBlank($0) }),
            !text.contains(where: { $0 == "{" || $0 == "}" })
        else { return false }
        guard let first = runs.first(where: { !$0.encoded.isEmpty }) else { return true }
        guard endOfHost < first.range.lowerBound else { return false }
        return firstBlank.map { isPartOfAddress(from: $0.range) } ?? true
    }

    private func isPlainBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || !scalar.properties.isWhitespace
    }

    /// The first run of spaces that is not at an end of the text.
    private var firstBlank: Run? { runs.first { $0.isBlank && !$0.encoded.isEmpty } }

    /// The offset at which the path, the query or the fragment begins; the end of the text if there is none.
    private var endOfHost: Int {
        let bytes = Array(text.utf8)
        guard let mark = text.firstRange(of: "://") else { return bytes.count }
        let start = text.utf8.distance(from: text.startIndex, to: mark.upperBound)
        return bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    }

    /// Whether a space comes before the path: a host contains none in any encoding.
    var hasBlankInHost: Bool {
        guard text.holds(text: "://"), let blank = firstBlank else { return false }
        return blank.range.lowerBound < endOfHost
    }

    /// The part before the first space, if it is an address by itself, and the rest after the space.
    var addressAndRest: (address: String, rest: String)? {
        guard let blank = firstBlank else { return nil }
        let bytes = Array(text.utf8)
        var end = blank.range.lowerBound
        while end > 0, ",;:|".utf8.contains(bytes[end - 1]) { end -= 1 }
        var start = 0
        if let run = runs.first, run.isBlank, run.range.lowerBound == 0 { start = run.range.upperBound }
        guard start < end else { return nil }
        let address = String(decoding: bytes[start..<end], as: UTF8.self)
        let rest = text.utf8.dropFirst(blank.range.upperBound)
        return WebAddress.isSafe(address) ? (address, String(Substring(rest))) : nil
    }

    // MARK: The text after a space

    /// Whether the text after a space can only belong to the address: its end is a file name with a known extension, a
    /// folder with its slash, or a query with `&name=` or `?name=`, or all of it are plain words in the style of the
    /// name before them (``isInStyle``). None of these counts in a fragment or after a complete file name, or if the
    /// text contains a word that people write after addresses, a sign that separates sentences, or another host.
    private func isPartOfAddress(from blank: Range<Int>) -> Bool {
        let bytes = Array(text.utf8)
        let start = String(decoding: bytes[endOfHost..<blank.lowerBound], as: UTF8.self)
        let rest = String(decoding: bytes[blank.upperBound...], as: UTF8.self)
        // A line that was broken at an encoded space.
        if start.ends(with: "%20") || rest.begins(with: "%20") { return false }
        if start.holds("#") || FileEnding.isKnown(ofPath: start) || start.ends(with: "/") { return false }
        let words = rest.parts(between: " ").filter { !$0.isEmpty }
        guard let last = words.last, !endsSentence(start), !words.contains(where: isOfRemark) else {
            return false
        }
        if isInStyle(words, of: start) { return true }
        let parts = last.parts(between: "#", atMost: 2)[0].parts(between: "?", atMost: 2)
        if start.holds("?") { return goesOnWithQuery(last, behind: "&") }
        if parts.count > 1, goesOnWithQuery("?" + parts[1], behind: "?") { return true }
        return FileEnding.isKnown(ofPath: parts[0]) || last.ends(with: "/") && last.utf8.count > 1
    }

    /// Whether words are letters, digits, hyphens and folders alone, and begin with a capital only if the name before them
    /// does, as in `/wiki/Kim Jong Un`: a name of a publisher after an address usually has one.
    private func isInStyle(_ words: [Substring], of start: String) -> Bool {
        let name = start.utf8.split { "/=&?".utf8.contains($0) }.last.map { Substring($0) } ?? ""
        let isCapital = name.first?.isUppercase ?? false
        return !name.isEmpty
            && words.allSatisfy { word in
                // `11/8/2020` is a day, and no folder.
                let hasFolder = word.first?.isLetter ?? false
                return word.allSatisfy {
                    $0.isLetter || $0.isNumber || "-_".contains($0) || hasFolder && $0 == "/"
                }
                    && (isCapital || !(word.first?.isUppercase ?? false))
            }
    }

    private func goesOnWithQuery(_ word: some StringProtocol, behind sign: Unicode.Scalar) -> Bool {
        let text = String(word)
        return text.parts(between: sign).dropFirst().contains { part in
            let name = part.prefix { $0 != "=" }
            return !name.isEmpty && name.endIndex < part.endIndex
                && name.utf8.allSatisfy {
                    "_-.[]%".utf8.contains($0) || Character(Unicode.Scalar($0)).isASCIIWord
                }
        }
    }

    private func endsSentence(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.last.map { ",;:|!.–—".unicodeScalars.contains($0) } ?? false
    }

    /// Whether a word is one that people write after addresses rather than in them.
    private func isOfRemark(_ word: Substring) -> Bool {
        let signs = "<>[]{}|,;:–—-+\"'“”„«»‘’*→/@#".unicodeScalars
        guard let first = word.unicodeScalars.first, !signs.contains(first), !endsSentence(word),
            word.contains(where: { $0.isLetter || $0.isNumber })
        else { return true }
        let names = word.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }
        if names.contains(where: { Self.remarks.contains(String($0)) }) { return true }
        // `b.example/x`, `www.b.example`, `b.example`, `mailto:a@b.example`.
        let host = word.prefix { !"/?#".contains($0) }
        let labels = host.parts(between: ".")
        return host.holds(":") || host.holds("@")
            || labels.count > 1 && !FileEnding.isKnown(ofPath: host)
                && (labels.last.map { $0.utf8.count > 1 && $0.allSatisfy(\.isLetter) } ?? false)
    }

    private static let remarks: Set<String> = [
        "accessed", "also", "and", "archive", "archived", "as", "available", "backup", "behind", "broken",
        "by", "cached",
        "cf", "checked", "copy", "dead", "deleted", "down", "expired", "from", "gone", "is", "last", "link",
        "login", "lost",
        "mirror", "mirrored", "missing", "moved", "no", "not", "now", "offline", "on", "or", "original", "p",
        "paywall",
        "paywalled", "pp", "quoted", "redirects", "registration", "removed", "required", "retrieved", "saved",
        "screenshot",
        "see", "seen", "snapshot", "source", "subscription", "to", "today", "unavailable", "via", "viewed",
        "visited",
        "was", "with", "yesterday",
    ]

    /// The addresses that the text may stand for if its host cannot be read: with one scheme of two
    /// (`https://https://a.example`), with a corrected scheme (`htps://a.example`, `https:/a.example`, `//a.example`),
    /// or without the space beside slashes (`https:// a.example`, `https://a.example /x`).
    var withOneScheme: [String] {
        guard let scheme = WebAddress.webScheme(of: text), let rest = text.rest(after: scheme + "://") else {
            return withSpelledScheme.map { [$0] } ?? []
        }
        for second in ["https", "http", "ftp"] {
            for mark in ["://", "//", ":"] {
                guard rest.prefix(second.utf8.count).lowercased() == second,
                    let address = rest.dropFirst(second.utf8.count).rest(after: mark)
                else { continue }
                let schemes = scheme.lowercased() == second ? [scheme] : [scheme, second]
                return schemes.map { $0 + "://" + address }
            }
        }
        guard hasBlankInHost, let blank = firstBlank else { return [] }
        let bytes = Array(text.utf8)
        let (before, after) = (bytes[..<blank.range.lowerBound], bytes[blank.range.upperBound...])
        guard before.last == UInt8(ascii: "/") || after.first == UInt8(ascii: "/") else { return [] }
        return [String(decoding: before + after, as: UTF8.self)]
    }

    private var withSpelledScheme: String? {
        if let rest = text.rest(after: "//") { return "https://" + rest }
        for scheme in ["https", "http"] where text.prefix(scheme.utf8.count).lowercased() == scheme {
            let rest = text.dropFirst(scheme.utf8.count)
            let address = rest.drop { ":;/\\".contains($0) }
            if address.utf8.count < rest.utf8.count, !address.isEmpty { return scheme + "://" + address }
        }
        let name = text.prefix { $0.isASCII && $0.isLetter }
        guard !name.isEmpty, let rest = text.rest(after: name + "://"),
            WebAddress.isMisspelled(name.lowercased()),
            let scheme = nearestName(to: name.lowercased(), among: ["http", "https"])
        else { return nil }
        return scheme + "://" + rest
    }

    /// The text with `https://` before it, if it looks like an address without a scheme: `example.org/a`.
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

    /// Whether the text is words, such as a name, and not an address at all.
    var isName: Bool {
        guard missingScheme == nil, text.contains(where: \.isLetter) else { return false }
        if text.contains(where: { "/@<>\"\\".contains($0) }) { return false }
        // `doi:10…` and its like are addresses of another kind.
        let word = text.prefix { !$0.isWhitespace }
        return !word.dropLast().contains(":")
    }
}

extension WebAddress {
    /// Whether a scheme is a misspelling of `http` or `https`; other schemes belong to other programs.
    static func isMisspelled(_ scheme: String) -> Bool {
        !schemes.contains(scheme) && nearestName(to: scheme, among: ["http", "https"]) != nil
    }

    /// Whether a text begins with `https://`, `http://` or `ftp://`.
    static func isOfTheWeb(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return ["https://", "http://", "ftp://"].contains { start.begins(with: $0) }
    }
}

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
