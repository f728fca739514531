import Foundation
import SiteOutput
import Testing

@testable import SiteRendering

/// The data files of a site, read as the script reads them.
struct SearchData {
    let files: [String: String]

    init(_ output: [String: String]) {
        files = output.filter { $0.key.hasPrefix("search/") }
    }

    /// Renders only the data files of a site.
    init(of site: MemorySite) throws {
        let tree = try #require(try site.prepared().output)
        let found = tree.files.filter { $0.path.hasPrefix("search/") }
        files = Dictionary(uniqueKeysWithValues: found.map { ($0.path, rendered($0) ?? "") })
    }

    /// The value that a data file defines.
    func value(_ name: String) throws -> Any {
        let name = Self.name(name)
        let file = try #require(files["search/\(name).js"], "no \(name)")
        let head = "dateline_search(\"\(name)\","
        try #require(file.hasPrefix(head) && file.hasSuffix(");\n"))
        let json = Data(file.dropFirst(head.count).dropLast(3).utf8)
        return try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
    }

    /// The name of a file in a preview, which has numbers instead of fingerprints: `terms-1`, `directory`.
    static func name(_ name: String) -> String {
        let parts = name.split(separator: "-")
        let number = parts.count > 1 ? parts[1] : "0"
        return parts[0] + "-" + String(repeating: "0", count: SearchFiles.codeLength - number.count) + number
    }

    func directory() throws -> [String: Any] {
        try #require(try value("directory") as? [String: Any])
    }

    /// Every term with its entries, shard after shard.
    func terms() throws -> [(term: String, entries: [Int])] {
        var terms: [(String, [Int])] = []
        var number = 0
        while files["search/\(Self.name("terms-\(number)")).js"] != nil {
            let parts = try #require(try value("terms-\(number)") as? String)
                .split(separator: " ", omittingEmptySubsequences: false)
            // A preview plans more files than it may need.
            if parts == [""] { break }
            try #require(parts.count % 2 == 1 && parts.last == "")
            for at in stride(from: 0, to: parts.count - 1, by: 2) {
                terms.append((String(parts[at]), decodedPostings(String(parts[at + 1]))))
            }
            number += 1
        }
        return terms
    }

    /// The entries of one term, found by the directory as the script finds them.
    func entries(_ term: String) throws -> [Int] {
        let first = try #require(try directory()["terms"] as? [String])
        let shard = (first.lastIndex { !term.utf16.lexicographicallyPrecedes($0.utf16) }) ?? 0
        let text = try #require(try value("terms-\(shard)") as? String)
        let parts = text.split(separator: " ").map(String.init)
        guard let at = stride(from: 0, to: parts.count, by: 2).first(where: { parts[$0] == term }) else {
            return []
        }
        return decodedPostings(parts[at + 1])
    }
}

private let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

/// The numbers of a text of digits.
func numbers(ofDigits text: String) -> [Int] {
    var numbers: [Int] = []
    var number = 0
    var shift = 0
    for digit in text {
        let value = digits.firstIndex(of: digit) ?? 0
        number |= (value & 31) << shift
        shift += 5
        if value < 32 {
            numbers.append(number)
            number = 0
            shift = 0
        }
    }
    return numbers
}

func decodedPostings(_ text: String) -> [Int] {
    if text.first == "." {
        return text.dropFirst().enumerated().flatMap { place, digit in
            let bits = digits.firstIndex(of: digit) ?? 0
            return (0..<6).filter { bits >> $0 & 1 == 1 }.map { 6 * place + $0 }
        }
    }
    var next = 0
    return numbers(ofDigits: text).map { gap in
        defer { next += gap + 1 }
        return next + gap
    }
}

/// The words of a text, as tests compare them.
struct WordList: WordTaking {
    private(set) var words: [String] = []

    mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
        words.append(String(decoding: word, as: UTF8.self))
    }

    init(_ text: String) {
        var reader = WordReader()
        reader.read(text, into: &self)
    }

    init(html: String) {
        var reader = WordReader()
        reader.read(html: Array(html.utf8), into: &self)
    }
}
