import Foundation
import Testing

@testable import SiteRendering

/// The words of the search: the build and the theme's script must cut and fold them alike. The tests in a browser
/// check the script with the same cases.
@Suite struct WordReaderTests {
    /// Texts, each with its words.
    static let cases: [(text: String, words: [String])] = {
        let rows = (try? sharedTable("words")) as? [[Any]]
        return (rows ?? []).compactMap { row in
            guard let text = row.first as? String, let words = row.last as? [String] else { return nil }
            return (text, words)
        }
    }()

    @Test func thereAreCases() { #expect(Self.cases.count > 20) }

    @Test(arguments: cases)
    func reads(_ text: String, _ words: [String]) {
        #expect(WordList(text).words.map { Array($0.utf8) } == words.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("<p>One <em>two</em> &amp; <a href=\"three\">four</a></p>", ["one", "two", "four"]),
        ("<p>a&lt;b &quot;c", ["a", "b", "c"]), ("A & B &unfinished text", ["a", "b", "unfinished", "text"]),
        ("<p>re<em>en</em>try H<sub>2</sub>O <b>H</b>arbour</p>", ["reentry", "h2o", "harbour"]),
        ("<p>AT&amp;T, O&quot;Neill &lt;b</p>", ["at", "t", "att", "o", "neill", "oneill", "b"]),
        ("<li>one</li><li>two</li>a<br>b<blockquote>c", ["one", "two", "a", "b", "c"]),
        ("<unclosed", []), ("", []),
    ])
    func readsMarkup(_ html: String, _ words: [String]) {
        #expect(WordList(html: html).words == words)
    }
}
