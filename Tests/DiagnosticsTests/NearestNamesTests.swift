import Testing

@testable import Diagnostics

@Suite("The nearest of many names")
struct NearestNamesTests {
    private static func ids(_ count: Int) -> [String] { (0..<count).map { "registered-\($0)-id" } }

    @Test("A look-up compares at most 128 names, however many there are")
    func bounded() {
        let counts = [1_000, 2_000, 4_000, 16_000].map { count in
            let names = NearestNames { Self.ids(count) }
            return (0..<50).map { names.search(for: "unregister-\($0)-id").compared }.max() ?? 0
        }
        #expect(counts.allSatisfy { $0 <= 128 }, "\(counts)")
        #expect(Set(counts).count == 1 || (counts.max() ?? 0) <= 2 * (counts.min() ?? 0), "\(counts)")
    }

    @Test("Names that are all alike cost no more comparisons")
    func alike() {
        let names = NearestNames { (0..<4_000).map { String(repeating: "a", count: 60) + String($0) } }
        let wanted = String(repeating: "a", count: 60) + "x"
        #expect(names.search(for: wanted).compared <= 128)
    }

    @Test("Of few names the nearest is the one that comparing all of them finds")
    func few() {
        let all = ["tags", "date", "title", "summary", "status", "actors"]
        let names = NearestNames { all }
        for wanted in ["tagz", "dtae", "sumary", "actor", "nothing-like-it", ""] {
            #expect(names.nearest(to: wanted) == nearestName(to: wanted, among: all))
        }
    }

    @Test(
        "Of many names the one that was most likely meant is found",
        arguments: [
            ("registerd-777-id", "registered-777-id"), ("registered-3999-ids", "registered-3999-id"),
            ("regisetred-12-id", "registered-12-id"), ("port-autority", "port-authority"),
            ("häfen", "hafen"), ("kran", "kram"),
        ])
    func many(_ wanted: String, _ expected: String) {
        let others = ["port-authority", "hafen", "kram"]
        #expect(NearestNames { Self.ids(4_000) + others }.nearest(to: wanted) == expected)
        #expect(NearestNames { others + Self.ids(4_000).reversed() }.nearest(to: wanted) == expected)
    }

    @Test("No name is found if none is near")
    func nothing() {
        #expect(NearestNames { Self.ids(4_000) }.nearest(to: "quay") == nil)
        #expect(NearestNames { [] }.nearest(to: "quay") == nil)
    }

    @Test("The excluded name is not found")
    func except() {
        let names = NearestNames { ["closure", "closures"] }
        #expect(names.nearest(to: "closur", except: "closure") == "closures")
    }
}
