import Testing

@testable import TimelineModel

@Suite("Endings of files")
struct FileEndingTests {
    @Test(
        "A path with a known ending is recognised as a file",
        arguments: [
            ("a.jpg", true), ("media/a.PNG", true), ("a.b/c.pdf", true), ("a.mp3", true), ("a.webm", true),
            ("a.html", true),
            ("a.tar.gz", true), ("a.zip", true), ("a.md", true),
            ("a", false), ("", false), (".pdf", false), ("a.b/.pdf", false), ("a.pdf/b", false),
            ("a.", false), ("a.pdfs", false),
            ("e.org", false), ("see p. 3", false),
        ])
    func ofPaths(_ path: String, _ isKnown: Bool) {
        #expect(FileEnding.isKnown(ofPath: path) == isKnown)
    }

    @Test(
        "A link may have a query, a fragment and percent escapes",
        arguments: [
            ("a.pdf#page=2", true), ("a.pdf?x=1", true), ("a.pdf?x=1#b", true), ("a%2Epdf", true),
            ("#a.pdf", false),
            ("?a.pdf", false), ("a#b.pdf", false), ("a?b.pdf", false),
        ])
    func ofLinks(_ link: String, _ isKnown: Bool) {
        #expect(FileEnding.isKnown(ofLink: link) == isKnown)
    }

    @Test(
        "The last ending decides whether a browser would run a file, in any case of letters",
        arguments: [
            ("a.html", true), ("A.HTM", true), ("b/a.svgz", true), ("a.txt.js", true), ("a.php", true),
            ("a.html.txt", false), ("a.html/b.txt", false), ("a.html/b", false), ("html", false), ("", false),
            ("a.svg", false),
            (".js", true),
        ])
    func running(_ path: String, _ isRunning: Bool) {
        #expect(RunningMedia.holds(path) == isRunning)
    }
}
