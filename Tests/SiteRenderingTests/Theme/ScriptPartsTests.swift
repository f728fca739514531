import Diagnostics
import Files
import Foundation
import Testing
import TimelineModel

@testable import SiteRendering

/// The parts of the theme's script.
@Suite struct ScriptPartsTests {
    @Test(arguments: ScriptParts.all.map(\.name))
    func aPartHasOneSubjectThatItsHeadTells(_ name: String) throws {
        let source = try String(contentsOf: ThemeTests.folder.appending(path: name), encoding: .utf8)
        #expect(source.hasPrefix("/* "))
        #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
    }

    /// The parts share their top-level names, so a second function with the same name would replace the first.
    @Test func noTwoPartsHaveOneName() {
        var seen: [String: String] = [:]
        for (part, source) in ScriptParts.all {
            for name in Self.names(String(decoding: source, as: UTF8.self)) {
                #expect(seen[name] == nil, "\(name) stands in \(seen[name] ?? "") and in \(part)")
                seen[name] = part
            }
        }
        #expect(seen.count > 90)
        #expect(
            Self.names(
                "var a, b = f(c, d), e = [1, 2];\nvar g;\n  var h;\nfunction* i(j) { }\nasync function k() {")
                == ["a", "b", "e", "g", "i", "k"])
    }

    /// The names that lines without indentation declare.
    private static func names(_ source: String) -> [String] {
        source.split(separator: "\n").flatMap { line -> [String] in
            if let function = line.firstMatch(of: /^(?:async )?function\*? (\w+)/) {
                return [String(function.1)]
            }
            guard line.hasPrefix("var ") else { return [] }
            var depth = 0
            var declarations = [""]
            for letter in line.dropFirst("var ".count) {
                if "([{".contains(letter) { depth += 1 }
                if ")]}".contains(letter) { depth -= 1 }
                if letter == ",", depth == 0 {
                    declarations.append("")
                } else {
                    declarations[declarations.count - 1].append(letter)
                }
            }
            return declarations.compactMap { $0.firstMatch(of: /^ *(\w+) *(?:=|;|$)/).map { String($0.1) } }
        }
    }

    @Test func thePartsAreTheBodyOfOneStrictFunction() throws {
        let script = String(decoding: try Theme(MemoryFileTree()).script, as: UTF8.self)
        #expect(script.hasPrefix("(function () {\n\"use strict\";\nvar page ="))
        #expect(script.hasSuffix("}\n}());\n"))
        #expect(!script.contains("/*"))
    }

    @Test func aSitesPartTakesThePlaceOfTheThemes() throws {
        let usual = String(decoding: try Theme(MemoryFileTree()).script, as: UTF8.self)
        let calendar = try #require(ScriptParts.all.first { $0.name == "script/calendar.js" }).source
        let shipped = String(decoding: shortened(calendar, joiningLinesWith: ""), as: UTF8.self)
        let theme = try Theme(MemoryFileTree(texts: ["Templates/script/calendar.js": "  mine(); // so"]))
        #expect(theme.diagnostics.isEmpty)
        #expect(
            String(decoding: theme.script, as: UTF8.self)
                == usual.replacing(shipped, with: "  mine(); // so\n"))
        // An unchanged copy of a part of the theme counts as the theme's.
        let text = String(decoding: calendar, as: UTF8.self)
        let copy = try Theme(MemoryFileTree(texts: ["Templates/script/calendar.js": text]))
        #expect(String(decoding: copy.script, as: UTF8.self) == usual)
    }

    @Test func aSitesScriptTakesThePlaceOfAllParts() throws {
        for own in ["// mine\nrun();", ""] {
            let theme = try Theme(
                MemoryFileTree(texts: [
                    "Templates/script.js": own, "Templates/script/calendar.js": "x",
                    "Templates/script/own.js": "y",
                ]))
            #expect(theme.script == Array(own.utf8))
            #expect(
                theme.diagnostics.map { "\($0.location.path): \($0.summary)" } == [
                    "Templates/script/calendar.js: 'script/calendar.js' is not read, since script.js takes its place",
                    "Templates/script/own.js: 'script/own.js' is not read",
                ])
        }
    }
}
