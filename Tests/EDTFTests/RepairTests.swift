import TestSupport
import Testing

@testable import EDTF

@Suite("Repairs of dates")
struct RepairTests {
    // MARK: The table

    @Test(
        "Each row has its verdict – a safe repair, readings to choose from, or none – and its readings",
        arguments: TestTable.rows("repairs"))
    func table(_ row: [String]) throws {
        let error = try #require(syntaxError(row[0]))
        let verdict = error.repair != nil ? "safe" : error.readings.isEmpty ? "none" : "shown"
        #expect(verdict == row[1])
        #expect(error.readings.joined(separator: " | ") == row[2])
        #expect(error.repair == nil || error.readings == [error.repair])
    }

    @Test("The table has enough rows of each verdict")
    func tableIsLong() {
        let rows = TestTable.rows("repairs")
        #expect(rows.count >= 250)
        #expect(rows.count { $0[1] == "safe" } >= 60)
        #expect(rows.count { $0[1] == "shown" } >= 120)
    }

    @Test("Each instruction names the text to write and, if there are several, its meaning in words")
    func instructions() {
        #expect(syntaxError("44")?.instructions().first == "write 0044 for 44 CE")
        #expect(syntaxError("11.8.1911")?.instructions() == ["write 1911-08-11"])
        #expect(
            syntaxError("-500")?.instructions() == ["write -0500 for 501 BCE", "write -0499 for 500 BCE"])
    }

    // MARK: The property

    @Test(
        "A repair covers the days of every possible reading; without a repair all readings are shown",
        arguments: TestTable.rows("readings"))
    func readings(_ row: [String]) {
        var random = SeededGenerator.announced("readings of \(row[0])")
        for _ in 0..<60 {
            let values = Self.values(&random)
            let text = Self.filled(row[0], values)
            let held = row[1].split(separator: " | ").map { Self.filled(String($0), values) }
                .filter { (try? DateExpression($0)) != nil }
            // A text that is valid EDTF with another meaning is not a mistake.
            guard let error = syntaxError(text) else { continue }
            if let repair = error.repair {
                #expect(held.allSatisfy { days($0) == days(repair) }, "\(text) is written \(repair)")
                #expect(
                    held.contains { (try? DateExpression($0)) == (try? DateExpression(repair)) }, "\(text)")
            } else {
                let shown = error.readings.map { days($0) }
                #expect(
                    held.allSatisfy { shown.contains(days($0)) }, "\(text): \(error.readings), not \(held)")
            }
        }
    }

    /// The days that a date covers, as its members' first and last ones.
    private func days(_ text: String) -> [String] {
        guard let date = try? DateExpression(text) else { return [] }
        switch date.value {
        case .set(let set), .list(let set):
            return set.members.map { member in
                let dates = member.dates
                return
                    "\(dates.map(\.displayEarliest).min()?.iso ?? "") \(dates.map(\.displayLatest).max()?.iso ?? "")"
            }
        default:
            let hasEnds =
                text.contains("/")
                ? text.hasSuffix("/") ? " unknown" : text.hasPrefix("/") ? "unknown " : "" : ""
            return ["\(date.displayEarliest) \(date.displayLatest)\(hasEnds)"]
        }
    }

    private static func values(_ random: inout SeededGenerator) -> [(String, String)] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        func four(_ number: Int) -> String { String(String(10_000 + number).dropFirst()) }
        let year = Int.random(in: 1000...2080, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...27, using: &random)
        let second = Int.random(in: (day + 1)...28, using: &random)
        let short = Int.random(in: 22...98, using: &random)
        let three = Int.random(in: 210...998, using: &random)
        let later =
            year % 100 < 98 ? Int.random(in: (year + 1)...(year / 100 * 100 + 99), using: &random) : year + 1
        let hundred = Int.random(in: 10...20, using: &random)
        let decade = hundred * 10 + Int.random(in: 1...9, using: &random)
        let century = Int.random(in: 11...13, using: &random)
        return [
            ("y-1", four(year - 1)), ("y+1", four(year + 1)), ("00yy-1", four(short - 1)),
            ("0yyy-1", four(three - 1)),
            ("yyy0", "\(decade)0"), ("yy00", "\(hundred)00"), ("y", four(year)), ("m", "\(month)"),
            ("mm", two(month)),
            ("d", "\(day)"), ("dd", two(day)), ("d2", "\(second)"), ("dd2", two(second)),
            ("Month", DateLanguage.english.months[month - 1]),
            ("last", two(CalendarDay.daysInMonth(month, of: year))), ("yn", four(later)),
            ("next", two(later % 100)),
            ("yyy", "\(three)"), ("yy", "\(short)"), ("c-1", "\(century - 1)"), ("c", "\(century)"),
            ("decade", "\(decade)"), ("hundred", "\(hundred)"),
        ]
    }

    private static func filled(_ form: String, _ values: [(String, String)]) -> String {
        values.reduce(form) { $0.replacing("{\($1.0)}", with: $1.1) }
    }

    @Test("A repair keeps the text's digits and adds no minus sign and no slash")
    func content() {
        var random = SeededGenerator.announced("repairs")
        let seeds =
            TestTable.rows("repairs").map { Array($0[0].utf8) } + Vector.all.map { Array($0.input.utf8) }
        let alphabet = Array("0129-XY?~/.[],:TZ+ ue(^s,".utf8)
        for _ in 0..<20_000 {
            var bytes = seeds[Int.random(in: seeds.indices, using: &random)]
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet[Int.random(in: alphabet.indices, using: &random)]
                if Bool.random(using: &random) || place == bytes.count {
                    bytes.insert(byte, at: place)
                } else {
                    bytes[place] = byte
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let repair = syntaxError(text)?.repair else { continue }
            // A month's name is the only thing in letters that becomes a number.
            let hasName = text.contains { $0.isLetter && !"TtZzXxYyEeSsuU".contains($0) }
            let isSame = Self.digits(text) == Self.digits(repair)
            #expect(isSame || hasName, "\(text) is written \(repair)")
            #expect(!repair.hasPrefix("-") && !repair.contains("[-") && !repair.contains(",-"), "\(text)")
            #expect(!repair.contains("/") || text.contains("/"), "\(text) is written \(repair)")
        }
    }

    /// The digits except zeros, because months and days may get leading zeros.
    private static func digits(_ text: String) -> [Character] {
        text.filter { "123456789".contains($0) }.sorted()
    }
}
