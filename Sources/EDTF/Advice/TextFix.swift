/// A mistake with its range, and the corrected texts that can be meant.
struct TextFix {
    var message: String
    var range: Range<Int>
    var replacements: [[UInt8]]

    init(_ message: String, _ range: Range<Int>, _ replacement: String? = nil) {
        self.init(message, range, readings: replacement.map { [$0] } ?? [])
    }

    init(_ message: String, _ range: Range<Int>, readings: [String]) {
        self.message = message
        self.range = range
        replacements = readings.map { Array($0.utf8) }
    }

    /// Returns the fix of a segment as a fix of the whole text.
    func placed(in text: [UInt8], at segment: Range<Int>) -> TextFix {
        var fix = self
        fix.range = (range.lowerBound + segment.lowerBound)..<(range.upperBound + segment.lowerBound)
        fix.replacements = replacements.map { text[..<segment.lowerBound] + $0 + text[segment.upperBound...] }
        return fix
    }
}
