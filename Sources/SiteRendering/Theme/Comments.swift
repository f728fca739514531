/// Returns a script or style sheet without empty lines, indentation, and comments on lines of their own. These serve
/// readers of the theme's source, and are a fifth of what a browser would load.
///
/// A comment is recognised by the start of its line, since the theme has no string literals of several lines; a
/// comment after code remains. A site's own script and style sheet are not changed.
func withoutComments(_ source: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(source.count)
    var isInside = false
    var start = source.startIndex
    while start < source.endIndex {
        let end = source[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? source.endIndex
        let line = source[start..<end]
        let words = line.drop { $0 == UInt8(ascii: " ") }
        let opens = words.starts(with: "/*".utf8)
        // What follows a comment on its last line is code.
        let closes = line.dropLast().suffix(2).elementsEqual("*/".utf8)
        if !isInside, !opens, !words.starts(with: "//".utf8), words.first != UInt8(ascii: "\n") {
            kept += words
        }
        isInside = (isInside || opens) && !closes
        start = end
    }
    return kept
}
