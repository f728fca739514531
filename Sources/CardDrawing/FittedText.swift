import UTF8Text

/// A text that has been made to fit an area.
struct FittedText {
    /// The whole text, or its beginning with an ellipsis.
    var text: String
    var type: TypeStyle
    /// The width of a line in pixels; nil for a single line.
    var width: Double?
    /// Whether words are broken.
    var breaksWords: Bool
    /// The extents of the text.
    var extents: TextExtents
}

extension Canvas {
    /// Returns a text in the first of several sizes in which it fits an area without breaking a word. If there is none,
    /// words are broken in the last size; if that does not suffice, the text is cut after a word and gets an ellipsis.
    ///
    /// - Parameters:
    ///   - sizes: in pixels, the largest first.
    ///   - height: the height of the area in pixels; nil for that of a single line.
    func fit(
        _ text: String, in type: TypeStyle, sizes: [Double], width: Double, height: Double?
    ) -> FittedText {
        let text = Self.line(text)
        var fitted = FittedText(
            text: text, type: type, width: height == nil ? nil : width, breaksWords: false, extents: extents)
        func isFitting() -> Bool {
            set(fitted.text, in: fitted.type, width: fitted.width, breaksWords: fitted.breaksWords)
            fitted.extents = extents
            return fitted.extents.width <= width && height.map { fitted.extents.height <= $0 } ?? true
        }
        for size in sizes {
            fitted.type.size = size
            if isFitting() { return fitted }
        }
        fitted.breaksWords = height != nil
        if isFitting() { return fitted }
        let scalars = Array(text.unicodeScalars)
        for ends in [wordEnds, characterBounds] {
            // The longest beginning that fits, among those that end at one of the places.
            let ends = ends.filter { $0 > 0 && $0 < scalars.count }
            let count = ends.partitioningIndex { end in
                fitted.text = Self.shortened(scalars[..<end])
                return !isFitting()
            }
            guard count > 0 else { continue }
            fitted.text = Self.shortened(scalars[..<ends[count - 1]])
            _ = isFitting()
            return fitted
        }
        fitted.text = "…"
        _ = isFitting()
        return fitted
    }

    /// Draws a text with the top of its first line at a place.
    ///
    /// - Parameter x: where the text starts: its left edge, or its right edge on a card that begins on the right.
    func draw(_ fitted: FittedText, atX x: Double, y: Double, isRightToLeft: Bool) {
        set(fitted.text, in: fitted.type, width: fitted.width, breaksWords: fitted.breaksWords)
        let left = isRightToLeft ? x - fitted.extents.width : x
        drawText(atX: left - fitted.extents.x, y: y)
    }

    /// The number of scalars of a text that are looked at: far more than a card has room for, so that a text of any
    /// length takes little time.
    private static let mostScalars = 600

    /// Returns a text as one paragraph: without control characters, and no longer than anything that fits. Korean words
    /// are kept together by invisible word joiners; without them lines end within words, which headings avoid.
    private static func line(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars.prefix(mostScalars) {
            let syllables = UInt32(0xAC00)...0xD7A3
            if let last, syllables.contains(last.value), syllables.contains(scalar.value) {
                scalars.append("\u{2060}")
            }
            last = scalar
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Returns the beginning of a text with an ellipsis. Isolates that are open there are closed.
    private static func shortened(_ beginning: ArraySlice<Unicode.Scalar>) -> String {
        var kept = beginning
        while let last = kept.last, last.properties.isWhitespace || last == "," || last == "–" || last == "-"
        {
            kept.removeLast()
        }
        var text = String.UnicodeScalarView(kept)
        text.append("…")
        let open = kept.count { (0x2066...0x2068).contains($0.value) } - kept.count { $0.value == 0x2069 }
        for _ in 0..<max(0, open) { text.append("\u{2069}") }
        return String(text)
    }
}
