import EDTF
import TestSupport
import Testing

/// Random texts of every form of the grammar; not all of them are dates.
struct DateTextGenerator {
    var random: SeededGenerator

    mutating func text() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: single()
        case 4, 5: end() + "/" + end()
        case 6: "[" + members() + "]"
        case 7: "{" + members() + "}"
        case 8: time()
        default: longYear()
        }
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &random) ?? ""
    }

    private mutating func sign() -> String { pick(["", "", "", "?", "~", "%"]) }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in pick(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"]) }.joined()
    }

    private mutating func plain(_ range: ClosedRange<Int>) -> String {
        let text = String(Int.random(in: range, using: &random))
        return text.count < 2 ? "0" + text : text
    }

    private mutating func single() -> String {
        var text = sign() + pick(["", "", "-"]) + pick([digits(4), "19" + digits(2), "2023"]) + sign()
        let depth = Int.random(in: 0...3, using: &random)
        if depth == 3 { return text + "-" + sign() + plain(21...41) + sign() }
        if depth > 0 { text += "-" + sign() + pick([plain(1...12), "XX", "0X", "1X", "X1"]) + sign() }
        if depth > 1 {
            text += "-" + sign() + pick([plain(1...31), "XX", "0X", "1X", "2X", "3X", "X9"]) + sign()
        }
        return text
    }

    private mutating func longYear() -> String {
        let year = "Y" + pick(["", "-"]) + String(Int.random(in: 1...99_999_999, using: &random))
        return year + pick(["", "E3", "E9"]) + pick(["", "S1", "S3", "S12"]) + sign()
    }

    private mutating func end() -> String {
        pick(["", "..", single(), single(), single(), longYear()])
    }

    private mutating func members() -> String {
        let count = Int.random(in: 1...4, using: &random)
        let members = (0..<count).map { _ in pick([single(), single(), single() + ".." + single()]) }
        return pick(["", "", ".."]) + members.joined(separator: ",") + pick(["", "", ".."])
    }

    private mutating func time() -> String {
        let clock = plain(0...24) + ":" + plain(0...59) + ":" + plain(0...60)
        let zone = pick(["", "Z", "+" + plain(0...23), "-" + plain(0...23) + ":" + plain(0...59)])
        return pick(["", "-"]) + "2023-" + plain(1...12) + "-" + plain(1...31) + "T" + clock + zone
    }
}
