import Diagnostics
import Testing

@Suite("Rules and their levels")
struct RuleLevelsTests {
    private static let strict = Rule("a", mandatory: true, "A.")
    private static let error = Rule("b", "B.")
    private static let warning = Rule("c", .warning, "C.")
    private static let note = Rule("d", .note, "D.")
    private let diagnostics = [strict, error, warning, note].map {
        Diagnostic($0, "x", at: SourceLocation("f"))
    }

    private func levels(_ levels: RuleLevels) -> [String] {
        levels.apply(to: diagnostics).map { "\($0.rule.id) \($0.severity.rawValue)" }
    }

    @Test("The rules' own levels")
    func defaults() {
        #expect(levels(RuleLevels()) == ["a error", "b error", "c warning", "d note"])
    }

    @Test("A site's levels")
    func site() {
        #expect(
            levels(RuleLevels(["b": .note, "c": .error, "d": nil])) == ["a error", "b note", "c error"])
    }

    @Test("A mandatory rule keeps its level")
    func mandatory() {
        #expect(levels(RuleLevels(["a": nil])).first == "a error")
        #expect(levels(RuleLevels(["a": .warning])).first == "a error")
    }

    @Test("Strictly, warnings are errors and notes are not")
    func strictly() {
        #expect(
            levels(RuleLevels(["b": .warning], isStrict: true)) == [
                "a error", "b error", "c error", "d note",
            ])
    }

    @Test("Errors are found among others")
    func containsErrors() {
        #expect(diagnostics.containsErrors)
        #expect(!diagnostics.dropFirst(2).containsErrors)
        #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test("Sorted by path in bytes, place, rule, end, words")
    func order() {
        func make(_ path: String, _ range: Range<Int>, _ rule: Rule, _ summary: String) -> Diagnostic {
            Diagnostic(rule, summary, at: SourceLocation(path, range))
        }
        let sorted = [
            make("B", 9..<9, Self.error, "x"), make("a", 1..<2, Self.note, "x"),
            make("a", 2..<3, Self.error, "x"), make("a", 2..<3, Self.error, "y"),
            make("a", 2..<4, Self.error, "a"), make("a", 2..<3, Self.warning, "a"),
            make("ä", 0..<0, Self.error, "x"),
        ]
        for rotation in 0..<sorted.count {
            let shuffled = Array(sorted[rotation...] + sorted[..<rotation])
            #expect(shuffled.sortedByLocation() == sorted)
            #expect(Array(shuffled.reversed()).sortedByLocation() == sorted)
        }
    }
}
