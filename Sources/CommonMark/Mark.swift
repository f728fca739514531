/// An edit of the rendered HTML at a marker.
enum Mark {
    /// Replaces the tag that libcmark rendered after the marker by a placeholder.
    case tag(MarkdownDocument.PlaceholderKind, Range<Int>)
    /// Inserts a placeholder.
    case citation(id: String, Range<Int>)
    /// Adds an id to the tag that ends before the marker.
    case headingID(String)
}

/// Markers in rendered HTML: the index of a mark between two bytes that no source can produce.
///
/// The source is well-formed UTF-8, which contains neither byte. The entities of U+FFFE and U+FFFF do bring ill-formed
/// bytes into libcmark's text, but other ones: FE and FF.
enum Marker {
    static let start: UInt8 = 0xF8
    static let end: UInt8 = 0xF9

    static func append(_ index: Int, to bytes: inout [UInt8]) {
        bytes.append(start)
        bytes.append(contentsOf: String(index).utf8)
        bytes.append(end)
    }
}

/// Turns rendered HTML with markers into HTML and placeholders.
@safe
struct PlaceholderCutter {
    private let rendered: UnsafeBufferPointer<UInt8>
    private let isRepairing: Bool
    private var html: [UInt8] = []
    private var placeholders: [MarkdownDocument.Placeholder] = []

    /// Cuts the markers out of a range of the rendered HTML.
    ///
    /// - Parameter mayBeMalformed: whether the source has numeric references, which libcmark can turn into ill-formed
    ///   UTF-8.
    static func cut(
        _ rendered: UnsafeBufferPointer<UInt8>, range: Range<Int>, marks: [Mark], mayBeMalformed: Bool
    ) -> (html: [UInt8], placeholders: [MarkdownDocument.Placeholder]) {
        var cutter = unsafe PlaceholderCutter(rendered: rendered, isRepairing: mayBeMalformed)
        cutter.html.reserveCapacity(range.count + 24 * marks.count)
        var at = range.lowerBound
        while let marker = unsafe rendered.firstOffset(of: Marker.start, in: at..<range.upperBound) {
            cutter.copy(at..<marker)
            at = cutter.fill(markerAt: marker, marks: marks)
        }
        cutter.copy(at..<range.upperBound)
        return (cutter.html, cutter.placeholders)
    }

    private init(rendered: UnsafeBufferPointer<UInt8>, isRepairing: Bool) {
        unsafe self.rendered = unsafe rendered
        self.isRepairing = isRepairing
    }

    /// Applies one mark, and returns the offset at which copying continues.
    private mutating func fill(markerAt start: Int, marks: [Mark]) -> Int {
        var index = 0
        var at = start + 1
        while unsafe at < rendered.count, unsafe rendered[at] != Marker.end {
            index = unsafe index * 10 + Int(rendered[at] & 0x0F)
            at += 1
        }
        at += 1
        switch marks[index] {
        case .citation(let id, let range):
            placeholders.append(.init(position: html.count, content: .citation(id: id), sourceRange: range))
        case .tag(let content, let range):
            placeholders.append(.init(position: html.count, content: content, sourceRange: range))
            // Attribute values are escaped: the first `>` ends the tag.
            let end = unsafe rendered.firstOffset(of: .greaterThan, in: at..<rendered.count) ?? at
            at = end + 1
        case .headingID(let id):
            html.removeLast()
            html.append(contentsOf: " id=\"\(id)\">".utf8)
        }
        return at
    }

    private mutating func copy(_ range: Range<Int>) {
        guard isRepairing else {
            unsafe html.append(contentsOf: rendered[range])
            return
        }
        for index in range {
            let byte = unsafe rendered[index]
            if byte >= 0xFE { html.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { html.append(byte) }
        }
    }
}
