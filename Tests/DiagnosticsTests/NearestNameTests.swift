import Diagnostics
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "The name that was most likely meant is found, or none",
        arguments: [
            ("tagz", ["tags", "date", "title"], "tags"),
            ("sumary", ["summary", "status"], "summary"),
            ("dtae", ["date", "kind"], "date"),  // neighbours swapped
            ("Confirmed", ["confirmed", "claimed"], "confirmed"),
            ("kim-jong-um", ["kim-jong-un", "kim-jong-il"], "kim-jong-un"),
            ("häfen", ["hafen", "haken"], "hafen"),
            ("date", ["date"], "date"),
            ("analytics", ["actors", "aliases"], nil),
            ("ab", ["cd"], nil),
            ("a", ["b"], nil),
            ("", ["a"], nil),
            ("x", [], nil),
        ] as [(String, [String], String?)])
    func table(_ name: String, _ candidates: [String], _ expected: String?) {
        #expect(nearestName(to: name, among: candidates) == expected)
    }

    @Test("Of equally near names the first in byte order is taken, whatever the order of the candidates")
    func ties() {
        #expect(nearestName(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
        #expect(nearestName(to: "cat", among: ["rat", "hat", "bat"]) == "bat")
    }

    @Test("Long names are compared by their beginnings")
    func longNames() {
        let long = String(repeating: "a", count: 100_000)
        #expect(nearestName(to: long, among: [long + "b"]) == long + "b")
        #expect(nearestName(to: long, among: ["a"]) == nil)
    }
}
