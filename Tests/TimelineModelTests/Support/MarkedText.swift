/// A test's source in which places are marked: `⟦1:` and `⟧` around a range, taken out of the text. Marks
/// nest; an empty one, `⟦1:⟧`, is a place between two characters.
struct MarkedText {
    private(set) var text = ""
    /// The marked ranges by their labels, as UTF-8 offsets in ``text``.
    private(set) var ranges: [String: Range<Int>] = [:]

    init(_ marked: String) {
        var open: [(label: String, start: Int)] = []
        var scalars = Array(marked.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "⟦":
                let label = scalars.prefix { $0 != ":" }
                scalars = scalars.dropFirst(label.count + 1)
                open.append((String(String.UnicodeScalarView(label)), text.utf8.count))
            case "⟧":
                guard let (label, start) = open.popLast() else { continue }
                ranges[label] = start..<text.utf8.count
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// The label of a range, or the range itself where it has none.
    func label(of range: Range<Int>) -> String {
        ranges.first { $0.value == range }?.key ?? "\(range.lowerBound)..<\(range.upperBound)"
    }
}
