import Diagnostics
import TestSupport
import Testing
import UTF8Text

@testable import TimelineModel

@Suite("Front matter and body")
struct FrontMatterTests {
    private func split(_ bytes: [UInt8]) -> [String] {
        switch FrontMatter.split(bytes, path: "f") {
        case .success(let parts):
            [parts.yaml, parts.body].map { String(decoding: bytes[$0], as: UTF8.self) }
        case .failure(let failure): [failure.diagnostic.rule.id]
        }
    }

    @Test(
        "Front matter and body are split at the fences, or the missing fence is reported",
        arguments: [
            ("---\na: b\n---\nbody\n", ["a: b\n", "body\n"]),
            ("---\r\na: b\r\n---\r\nbody", ["a: b\r\n", "body"]),
            ("---\ra: b\r---\rbody", ["a: b\r", "body"]),
            ("\u{FEFF}---\na: b\n---\nbody", ["a: b\n", "body"]),
            ("---  \na: b\n--- \t\nbody", ["a: b\n", "body"]),
            ("---\na: b\n---", ["a: b\n", ""]),
            ("---\n---\n", ["", ""]),
            ("---\n---", ["", ""]),
            ("---\na: b\n---\none\n---\ntwo\n", ["a: b\n", "one\n---\ntwo\n"]),
            ("---\na: x ---\n --- \n----\n---\nb", ["a: x ---\n --- \n----\n", "b"]),
            ("---\na: b\n---\n\n\n", ["a: b\n", "\n\n"]),
            ("", ["front-matter-missing"]), ("\n---\na: b\n---\n", ["front-matter-missing"]),
            (" ---\na: b\n---\n", ["front-matter-missing"]), ("# Title\n", ["front-matter-missing"]),
            ("----\na: b\n----\n", ["front-matter-missing"]),
            ("---", ["front-matter-unclosed"]), ("---\na: b\n", ["front-matter-unclosed"]),
            ("---\na: b\n--- x\n", ["front-matter-unclosed"]),
            ("---\na: b\n...\n", ["front-matter-unclosed"]),
        ])
    func fences(_ text: String, _ expected: [String]) {
        #expect(split(Array(text.utf8)) == expected)
    }

    @Test(
        "Random bytes never trap, and the parts are in the file", arguments: [0x5EED, 7, 0xF00D] as [UInt64])
    func random(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let likely: [UInt8] = [0x2D, 0x2D, 0x2D, 0x0A, 0x0D, 0x20, 0x09, 0xEF, 0xBB, 0xBF, 0x61]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                Bool.random(using: &generator) || Bool.random(using: &generator)
                    ? likely[Int.random(in: 0..<likely.count, using: &generator)]
                    : UInt8.random(in: 0...255, using: &generator)
            }
            guard case .success(let parts) = FrontMatter.split(bytes, path: "f") else { continue }
            let isOrdered =
                parts.yaml.upperBound < parts.body.lowerBound && parts.body.upperBound == bytes.count
            #expect(isOrdered, "seed \(seed): \(bytes)")
        }
    }

    @Test("Files of random bytes never trap", arguments: [0x5EED, 11] as [UInt64])
    func randomFiles(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var site = TestSite()
            let noise = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let lines = (0..<60).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
            site.bytes["Content/events/a.md"] = noise
            site.bytes["Content/events/b.md"] = Array("---\n".utf8) + lines + Array("\n---\n".utf8) + noise
            site.bytes["Content/actors.yml"] = lines
            let found = try site.diagnostics()
            #expect(found.contains { $0.location.path == "Content/events/a.md" }, "seed \(seed)")
        }
    }
}
