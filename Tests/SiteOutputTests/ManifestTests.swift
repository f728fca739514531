import Testing

@testable import SiteOutput

/// The list of the files that builds wrote.
@Suite struct ManifestTests {
    private func parsed(_ text: String) -> Set<String> { Manifest(parsing: Array(text.utf8)).paths }

    @Test func theBytesAreSortedAndReadBack() {
        let manifest = Manifest(["b.html", "a/b.html", "a-b.html", "é.html", "B.html"])
        #expect(
            String(decoding: manifest.bytes, as: UTF8.self) == """
                # Files that Dateline wrote here. It replaces and removes no others.
                B.html
                a-b.html
                a/b.html
                b.html
                é.html

                """)
        #expect(Manifest(parsing: manifest.bytes).paths == manifest.paths)
    }

    @Test func anEmptyManifestIsAHeading() {
        #expect(Manifest().bytes.count(where: { $0 == 0x0A }) == 1)
        #expect(parsed("").isEmpty)
    }

    @Test(arguments: [
        "../x", "/x", "x/../y", "x//y", "./x", "x/.", "..", ".", "x/", "//", "# x", "x\0y", "a/../../x",
    ])
    func whatLeadsElsewhereIsIgnored(_ line: String) {
        #expect(parsed(line + "\nkept.html\n") == ["kept.html"])
    }

    @Test(arguments: ["..x", "x..", "a/..b/c", ".hidden", "~x", "a b", "-x"])
    func oddNamesArePathsToo(_ line: String) {
        #expect(parsed(line) == [line])
    }

    @Test func bytesThatAreNoTextAreNoPathOfOurs() {
        #expect(Manifest(parsing: [0xFF, 0x0A] + Array("a.html\n".utf8)).paths.contains("a.html"))
    }
}
