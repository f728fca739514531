/// A test's text with the ranges of interest marked by `⟦` and `⟧`, which are removed from the text.
///
/// Marks nest, and an empty one, `⟦⟧`, is a position between two characters.
public struct MarkedText: Sendable {
    /// A marked range.
    public struct Mark: Equatable, Sendable {
        /// The character that opens the range.
        public let opening: Unicode.Scalar
        /// The label between the opening character and a colon; empty in a text without labels.
        public let label: String
        /// The UTF-8 offsets in the text without marks.
        public let range: Range<Int>
    }

    /// The text without its marks.
    public private(set) var text = ""
    /// The marks in the order in which they are closed.
    public private(set) var marks: [Mark] = []

    /// Takes the marks out of a text.
    ///
    /// - Parameters:
    ///   - labelled: Whether each mark begins with a label and a colon, as in `⟦1:here⟧`.
    ///   - pairs: The opening characters by the closing ones.
    public init(
        _ marked: String, labelled: Bool = false, pairs: [Unicode.Scalar: Unicode.Scalar] = ["⟧": "⟦"]
    ) {
        let openings = Set(pairs.values)
        var open: [(opening: Unicode.Scalar, label: String, start: Int)] = []
        var scalars = Array(marked.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if openings.contains(scalar) {
                let label = labelled ? scalars.prefix { $0 != ":" } : []
                if labelled { scalars = scalars.dropFirst(label.count + 1) }
                open.append((scalar, String(String.UnicodeScalarView(label)), text.utf8.count))
            } else if let opening = pairs[scalar] {
                guard let mark = open.popLast(), mark.opening == opening else {
                    preconditionFailure("The marks do not nest in \(marked)")
                }
                marks.append(Mark(opening: opening, label: mark.label, range: mark.start..<text.utf8.count))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        precondition(open.isEmpty, "A mark is not closed in \(marked)")
    }

    /// The marked ranges in the order in which they are closed.
    public var ranges: [Range<Int>] { marks.map(\.range) }

    /// The range with a label.
    public subscript(label: String) -> Range<Int>? { marks.first { $0.label == label }?.range }

    /// The label of a range, or the range itself if it has none.
    public func label(of range: Range<Int>) -> String {
        marks.first { $0.range == range }?.label ?? "\(range.lowerBound)..<\(range.upperBound)"
    }
}
