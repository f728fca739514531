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

    @Test("By default each rule has its own level")
    func defaults() {
        #expect(levels(RuleLevels()) == ["a error", "b error", "c warning", "d note"])
    }

    @Test("A site can change the levels of rules and turn rules off")
    func site() {
        #expect(
            levels(RuleLevels(["b": .note, "c": .error, "d": nil])) == ["a error", "b note", "c error"])
    }

    @Test("A mandatory rule keeps its level")
    func mandatory() {
        #expect(levels(RuleLevels(["a": nil])).first == "a error")
        #expect(levels(RuleLevels(["a": .warning])).first == "a error")
    }

    @Test("In strict mode warnings become errors, and notes do not")
    func strictly() {
        #expect(
            levels(RuleLevels(["b": .warning], isStrict: true)) == [
                "a error", "b error", "c error", "d note",
            ])
    }

    @Test("Errors are found among other diagnostics, and severities are ordered")
    func containsErrors() {
        #expect(diagnostics.containsErrors)
        #expect(!diagnostics.dropFirst(2).containsErrors)
        #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test("Diagnostics are sorted by path in bytes, start, rule, end and message")
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
