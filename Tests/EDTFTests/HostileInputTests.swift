import EDTF
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    /// Parses bytes, and uses everything the result has; the test is that nothing traps.
    private static func exercise(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            do throws(DateSyntaxError) {
                let date = try DateExpression(utf8: buffer)
                _ = date.contradiction(with: date.text(in: .english), in: .english)
                return !date.explanation(in: .english).isEmpty && date.sortKey == date.sortKey
                    && date.htmlDateTime != ""
            } catch {
                let isPlaced =
                    error.offset >= 0 && error.length >= 0 && error.offset + error.length <= bytes.count
                let isValid = error.readings.allSatisfy { (try? DateExpression($0)) != nil }
                return isPlaced && isValid && !error.message.isEmpty
            }
        }
    }

    @Test("Random bytes never trap, and errors have valid ranges and readings")
    func randomBytes() {
        var random = SeededGenerator.announced("bytes")
        var failures: [[UInt8]] = []
        for _ in 0..<6_000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            if !Self.exercise(bytes) { failures.append(bytes) }
        }
        #expect(failures.isEmpty)
    }

    @Test("Random texts of the characters of dates never trap")
    func randomTexts() {
        var random = SeededGenerator.announced("texts")
        let alphabet = Array("0123456789-XYES?~%/.[]{},:TZ+ uxyep()^ AugustBCearlymid–'s".utf8)
        var failures: [String] = []
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...24, using: &random)
            let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
            if !Self.exercise(bytes) { failures.append(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(failures.isEmpty)
    }

    @Test("Random mutations of dates and of everyday forms never trap")
    func mutations() {
        var random = SeededGenerator.announced("mutations")
        let seeds = (Vector.all.map(\.input) + Self.everyday).map { Array($0.utf8) }
        let alphabet = Array("0129-XY?~/.[],:TZ+ ue(^s".utf8) + [0, 0xE2, 0xFF]
        var failures: [String] = []
        for _ in 0..<20_000 {
            var bytes = seeds[Int.random(in: seeds.indices, using: &random)]
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet[Int.random(in: alphabet.indices, using: &random)]
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(byte, at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                case 2 where place < bytes.count: bytes[place] = byte
                default: bytes += bytes.suffix(3)
                }
            }
            if !Self.exercise(bytes) { failures.append(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(failures.isEmpty)
    }

    @Test("Random wordings never trap, and contradictions have valid ranges")
    func wordings() throws {
        var random = SeededGenerator.announced("wordings")
        let pieces = [
            "13", "September", " ", "–", "-", "2023", ",", "to", "and", "the", "night", "1950s", "44", "BC",
            "Sept.",
            "of", "99999999999", "31", "May", "be", "🎉", "2023-09-13", "20%", "\u{301}", "0",
        ]
        let dates = Vector.dates
        for _ in 0..<6_000 {
            let count = Int.random(in: 0...9, using: &random)
            let words = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
            let wording = words.joined(separator: Bool.random(using: &random) ? " " : "")
            let date = dates[Int.random(in: dates.indices, using: &random)]
            guard let found = date.contradiction(with: wording, in: .english) else { continue }
            #expect(
                found.offset >= 0 && found.length > 0 && found.offset + found.length <= wording.utf8.count)
        }
    }

    @Test(
        "Long and repetitive texts never trap",
        arguments: [
            "9", "X", "-", "/", "[", "{", "..", "?", "2023,", "(", "Y", " ", "–", "August ", "13.", "\u{0}",
        ])
    func repetition(piece: String) {
        for count in [10, 100, 255, 1000, 5000] {
            #expect(Self.exercise(Array(String(repeating: piece, count: count).utf8)))
            #expect(Self.exercise(Array(("[" + String(repeating: piece, count: count) + "]").utf8)))
        }
    }

    private static let everyday = [
        "13 September 2023", "September 13, 2023", "c. 1950", "44 BC", "early August 2023", "13.9.2023",
        "9/13/2023",
        "2023-09-13 10:00", "1914–1918", "August 2023/September 2023", "19th century", "Q4 2023",
        "2004-(06)?-11",
    ]
}
