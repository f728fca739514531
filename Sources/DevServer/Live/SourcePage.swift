import Diagnostics
import SiteRendering
import UTF8Text

/// The page that shows a source file with line numbers: the target of links from mistakes.
enum SourcePage {
    /// The address of a line.
    static func address(of path: String, line: Int) -> String {
        ReservedPath.source + percentEncoded(path) + "#L\(line)"
    }

    /// The page of a file. Over-long lines, and a file with very many, are cut, and the page says so.
    static func page(_ path: String, _ bytes: [UInt8]) -> NoticePage {
        NoticePage(path, heading: path) { page in
            page.raw("<ol class=\"dateline-source\">\n")
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (number, line) in lines.prefix(mostLines).enumerated() {
                page.raw("<li id=\"L\(number + 1)\"><code>")
                page.text(String(decoding: line.prefix(longestLine), as: UTF8.self))
                if line.count > longestLine { page.text(" … \(line.count - longestLine) more bytes") }
                page.raw("</code></li>\n")
            }
            page.raw("</ol>\n")
            if lines.count > mostLines {
                page.raw("<p>")
                page.text("… \(lines.count - mostLines) more lines")
                page.raw("</p>\n")
            }
        }
    }

    private static let mostLines = 20_000
    private static let longestLine = 4000
}
