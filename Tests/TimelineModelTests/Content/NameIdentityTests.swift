import CommonMark
import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Names that are not registered in a file")
struct NameIdentityTests {
    @Test(
        "The id of a name in words is its slug",
        arguments: [
            ("Port Authority", "port-authority"), ("J. Smith", "j-smith"), ("O'Malley", "o-malley"),
            ("Jean-Luc", "jean-luc"), ("AP, Reuters & Co.", "ap-reuters-co"), ("TCP/IP", "tcp-ip"),
            ("Łódź Council", "łódź-council"), ("ストライキ", "ストライキ"), ("می‌خواهم", "می-خواهم"),
            ("“Quoted” — name", "quoted-name"), ("Yahoo!", "yahoo"), ("Who?", "who"),
        ])
    func plain(name: String, id: String) {
        #expect(NameIdentity.id(of: name) == id)
    }

    @Test(
        "Different names with the same slug have different ids",
        arguments: [
            ["Wagner", "Wagner+", "Wagner (group)", "+Wagner", "Wagner*"].map { [$0] },
            [["C", "c", "C."], ["C++", "c ++", "C++."], ["C#"], ["C+"], ["(C)"], ["C=C"]],
            [["Group A", "group a"], ["Group (A)", "GROUP (a)", "Group(A)"], ["Group [A]"], ["Group A*"]],
            [["CO", "co"], ["CO₂", "co ₂"], ["CO²"], ["CO½"]],
            [["m"], ["m°"], ["m€"], ["m™"], ["m❤", "m❤️"]],
        ])
    func different(names: [[String]]) throws {
        var ids: Set<String> = []
        for same in names {
            let own = Set(try same.map { try #require(NameIdentity.id(of: $0)) })
            #expect(own.count == 1, "\(same)")
            #expect(ids.isDisjoint(with: own), "\(same)")
            #expect(own.allSatisfy(Slug.isUsable))
            #expect(Set(same.map(NameIdentity.key)).count == 1)
            ids.formUnion(own)
        }
    }

    @Test("The id of a name never changes, because it is part of an address")
    func stable() {
        let expected = [
            "Wagner+": "wagner-2mottu", "C++": "c-jr8n5h", "Group (A)": "group-a-o4tmbs", "C#": "c-q2aitu",
        ]
        #expect(
            Dictionary(uniqueKeysWithValues: expected.keys.map { ($0, NameIdentity.id(of: $0) ?? "") })
                == expected)
    }

    @Test(
        "A name without a letter, or a name that is too long, has no id",
        arguments: [
            "", "++", "…", "index", String(repeating: "a", count: 201),
            String(repeating: "a", count: 196) + "+",
        ])
    func none(name: String) {
        #expect(NameIdentity.id(of: name) == nil)
    }

    /// Random names: the same id must mean the same name.
    @Test("Names with the same id differ only in case, blanks, points, form or signs of spelling")
    func merging() {
        var random = SeededGenerator(seed: 14)
        let parts = [
            "a", "A", "b", " ", "  ", ".", "+", "#", "(", ")", "-", "'", "’", "é", "e\u{301}", "₂", "*",
            "\u{200D}",
        ]
        let spelling: Set<Unicode.Scalar> = ["-", "'", "’", "\u{200D}"]
        var names: [String: Set<String>] = [:]
        for _ in 0..<20_000 {
            let name = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            guard let id = NameIdentity.id(of: name) else { continue }
            let key = NameIdentity.key(of: name).unicodeScalars.filter { !spelling.contains($0) }
            names[id, default: []].insert(String(String.UnicodeScalarView(key)))
        }
        #expect(names.count > 500)
        let merged = names.filter { $0.value.count > 1 }
        #expect(merged.isEmpty, "\(merged.prefix(3))")
    }
}

@Suite("Fixes of names")
struct NameRepairTests {
    @Test("A registered name is replaced by its id; short forms and ambiguous names are only shown")
    func safety() throws {
        let site = TestSite(
            "actors: [Dockers' Union, Union, The Union, Board]\ntags: [Work (all)]",
            files: [
                "Content/actors.yml":
                    "dockers: {name: Dockers' Union, short: Union, also: [Board]}\nport-authority: {name: Board, also: [The Union]}\n",
                "Content/timeline.yml":
                    "title: Site\ngroups: [{id: shipping, name: S}]\ntags: {work: {name: Work (all)}}\n",
            ])
        let found = try site.diagnostics()
        #expect(Set(found.map(\.rule.id)) == ["registered-name"])
        let bytes = try #require(SafeFixes.of(found).first)
            .applied(to: Array(site.text(TestSite.entryPath).utf8))
        let text = String(decoding: try #require(bytes), as: UTF8.self)
        #expect(text.contains("actors: [dockers, Union, port-authority, Board]\ntags: [work]\n"))
    }
}
