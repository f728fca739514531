import Testing

@testable import UTF8Text

/// Texts that are compared by bytes, with cases in which Swift's characters differ.
@Suite struct ByteTextTests {
    private static let acute = "\u{301}"

    @Test func aMarkAfterASlashHidesNoSlash() {
        let path = "link/\(Self.acute)x"
        #expect(!path.hasPrefix("link/"), "Swift compares characters, not bytes")
        #expect(path.begins(with: "link/"))
        #expect(path.rest(after: "link/").map(Array.init)?.first == "\u{301}x".first)
        #expect(path.pathNames == ["link", "\u{301}x"])
        #expect(path.pathFolder == "link")
        #expect(path.pathName == "\u{301}x")
        #expect(path.holds("/"))
        #expect("a.\(Self.acute)md".pathEnding == "\u{301}md")
    }

    @Test func lettersThatAreWrittenInTwoWaysAreTwo() {
        let (composed, decomposed) = ("\u{E9}", "e\u{301}")
        #expect(composed == decomposed)
        #expect(!composed.isWritten(as: decomposed))
        #expect(!"\(composed)/x".begins(with: decomposed))
        #expect(!"x\(composed)".ends(with: decomposed))
        #expect("x\(decomposed)".start(before: decomposed) == "x")
    }

    @Test func lineEndsAreTwoBytes() {
        #expect("a\r\nb".parts(between: "\n") == ["a\r", "b"])
        #expect("a\r\n".ends(with: "\n"))
        #expect("\r\n".holds("\r"))
    }

    @Test func emptyPartsStand() {
        #expect("".parts(between: "/") == [""])
        #expect("/a//b/".parts(between: "/") == ["", "a", "", "b", ""])
        #expect("/a//b/".pathNames == ["a", "b"])
        #expect("a=b=c".parts(between: "=", atMost: 2) == ["a", "b=c"])
        #expect("a".parts(between: "=", atMost: 2) == ["a"])
    }

    @Test func endings() {
        #expect("a/b.tar.GZ".pathEnding == "gz")
        #expect("a.b/c".pathEnding == "")
        #expect("c.".pathEnding == "")
        #expect("a".pathFolder == nil)
        #expect("a/".pathName == "")
        #expect("abc".rest(after: "abd") == nil)
        #expect("abc".start(before: "abcd") == nil)
        #expect("".begins(with: "") && "".ends(with: ""))
    }
}
