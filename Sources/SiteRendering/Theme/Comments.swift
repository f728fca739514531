/// A script or a style sheet without the comments that stand on lines of their own, empty lines and indentation. They
/// are for those who read the theme's source, and a fifth of what a reader's browser would load.
///
/// A comment is told by how its line begins, since the theme has no texts of several lines; what stands behind code
/// stays. A site's own script and style sheet are left as they are.
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
