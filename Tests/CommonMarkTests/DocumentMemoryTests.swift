import Dispatch
import Synchronization
import Testing

@testable import CommonMark

/// Documents share the memory of their thread: no document may see what another one has left there.
@Suite struct DocumentMemoryTests {
    private static let texts: [String] = (0..<40).map { number in
        let word = String(repeating: "w\(number) ", count: number % 7 == 0 ? 9_000 : number * 3)
        return
            "# H\(number)\n\n\(word)**b** [l](x\(number).md) `c`\n\n- \(word)\n> q & &amp; &#65;\n\n[r]: /u\(number)\n[r]\n"
    }

    @Test("Documents are the same when many threads read large and small ones in any order")
    func manyThreads() {
        let alone = Self.texts.map { MarkdownDocument($0) }
        #expect(Set(alone.map(\.html)).count == Self.texts.count)
        let wrong = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 400) { turn in
            let number = turn * 7 % Self.texts.count
            if MarkdownDocument(Self.texts[number]) != alone[number] { wrong.withLock { $0.append(number) } }
        }
        #expect(wrong.withLock { $0 } == [])
    }

    @Test("A tree stays valid while others of its thread are made and freed")
    func nestedTrees() {
        func html(_ text: String, _ within: () -> Void = {}) -> String? {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                guard let tree = SyntaxTree(bytes) else { return nil }
                within()
                return tree.withHTML(unsafe: false) { String(decoding: $0, as: UTF8.self) }
            }
        }
        let large = String(repeating: "*x* ", count: 100_000)
        var inner: [String?] = []
        let outer = html("# One *two*") {
            inner = [html("three"), html(large), html("- four")]
        }
        #expect(outer == "<h1>One <em>two</em></h1>\n")
        #expect(inner[0] == "<p>three</p>\n")
        #expect(inner[1]?.hasPrefix("<p><em>x</em> <em>x</em>") == true)
        #expect(inner[2] == "<ul>\n<li>four</li>\n</ul>\n")
        #expect(html("") == "")
    }
}
