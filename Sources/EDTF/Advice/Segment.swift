/// A part of a text that should be one date: an end of an interval, a member of a set, or all of it.
struct Segment {
    /// The bytes of the segment alone.
    let bytes: [UInt8]
    /// The segment's range in the whole text.
    let range: Range<Int>
    /// Whether it follows the slash of an interval.
    let isEnd: Bool
    /// Whether it is on either side of a slash.
    let isInInterval: Bool

    var text: String { bytes.string }

    /// The whole of the segment, as a range within it.
    var whole: Range<Int> { 0..<bytes.count }

    var isValid: Bool {
        if isInInterval, bytes.isEmpty || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] { return true }
        return bytes.isValidDate && !(isInInterval && bytes.contains(UInt8(ascii: "T")))
    }

    /// The segments of a text in order.
    static func segments(of text: [UInt8]) -> [Segment] {
        if text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{") { return members(of: text) }
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
            return [Segment(bytes: text, range: 0..<text.count, isEnd: false, isInInterval: false)]
        }
        let start = Array(text[..<slash])
        let end = Array(text[(slash + 1)...])
        return [
            Segment(bytes: start, range: 0..<slash, isEnd: false, isInInterval: true),
            Segment(bytes: end, range: (slash + 1)..<text.count, isEnd: true, isInInterval: true),
        ]
    }

    private static func members(of text: [UInt8]) -> [Segment] {
        let closing: Set<UInt8> = [UInt8(ascii: "]"), UInt8(ascii: "}")]
        let end = text.lastIndex(where: closing.contains) ?? text.count
        var segments: [Segment] = []
        var start = 1
        var index = 1
        func add(to end: Int) {
            guard start < end else { return }
            let bytes = Array(text[start..<end])
            segments.append(Segment(bytes: bytes, range: start..<end, isEnd: false, isInInterval: false))
        }
        while index < end {
            let isRange =
                text[index] == UInt8(ascii: ".") && index + 1 < end && text[index + 1] == UInt8(ascii: ".")
            if text[index] == UInt8(ascii: ",") || isRange {
                add(to: index)
                index += isRange ? 2 : 1
                start = index
            } else {
                index += 1
            }
        }
        add(to: end)
        return segments
    }
}
